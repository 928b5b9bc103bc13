package org.samokasa.kiosk.insight;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What self-help cards were worth: for each topic and each cause of a call in which it was shown. */
record SelfHelpTable(Period week, Period before) {
    private record Key(String topic, String cause) {}

    /** One card of one call. */
    private record Shown(Key key, Intervention call, Intervention.Card card) {
        boolean isOpened() {
            return card.opened().isPresent();
        }

        boolean isEnd() {
            return card.ended();
        }

        boolean isCleared() {
            return call.clearedAfter().equals(Optional.of(card));
        }
    }

    private record Counts(long shown, long opened, long ended, long cleared) {
        static Counts of(Period period, Key key) {
            List<Shown> all = SelfHelpTable.shown(period)
                    .filter(one -> one.key().equals(key))
                    .toList();
            return new Counts(
                    all.size(), count(all, Shown::isOpened), count(all, Shown::isEnd), count(all, Shown::isCleared));
        }

        private static long count(List<Shown> all, Predicate<Shown> of) {
            return all.stream().filter(of).count();
        }

        String percent() {
            return Tally.perHundred(ended + cleared, shown);
        }
    }

    private static Stream<Shown> shown(Period period) {
        return period.interventions().stream()
                .flatMap(call ->
                        call.cards().stream().map(card -> new Shown(new Key(card.topic(), call.cause()), call, card)));
    }

    /** Those that were shown most in front. */
    Table table() {
        TreeSet<Key> keys = new TreeSet<>(Comparator.comparing(Key::topic).thenComparing(Key::cause));
        Stream.of(week, before).flatMap(SelfHelpTable::shown).forEach(one -> keys.add(one.key()));
        return new Table(
                "selfHelp",
                List.of(
                        "topic",
                        "cause",
                        "shown",
                        "shownBefore",
                        "opened",
                        "ended",
                        "cleared",
                        "solvedPercent",
                        "solvedPercentBefore"),
                keys.stream()
                        .sorted(Comparator.comparingLong(
                                        (Key key) -> Counts.of(week, key).shown())
                                .reversed())
                        .map(this::row)
                        .toList());
    }

    private List<String> row(Key key) {
        Counts now = Counts.of(week, key);
        Counts then = Counts.of(before, key);
        return Table.row(
                key.topic(),
                key.cause(),
                now.shown(),
                then.shown(),
                now.opened(),
                now.ended(),
                now.cleared(),
                now.percent(),
                then.percent());
    }

    /** Calls that had cards; and of them those that a card made unnecessary. */
    static long callsWithCards(Period period) {
        return period.interventions().stream()
                .filter(call -> !call.cards().isEmpty())
                .count();
    }

    static long callsSolvedByCards(Period period) {
        return period.interventions().stream()
                .filter(call -> call.cards().stream().anyMatch(Intervention.Card::ended)
                        || call.clearedAfter().isPresent())
                .count();
    }
}
