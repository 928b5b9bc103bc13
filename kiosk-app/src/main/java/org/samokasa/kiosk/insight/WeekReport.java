package org.samokasa.kiosk.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.samokasa.kiosk.domain.language.Amounts;
import org.samokasa.kiosk.domain.language.Words;

/**
 * The one page that a manager reads on Monday: how many needed help and why, what to do about it, how fast help came,
 * what shoppers said.
 *
 * @param figures big numbers with the week before
 * @param fixes   what to fix first, at most three
 * @param causes  table for the chart
 * @param words   in which it is written
 */
public record WeekReport(
        String shop,
        IsoWeek week,
        List<Figure> figures,
        List<Fix> fixes,
        List<Section> sections,
        Table causes,
        Words words) {
    private static final int CAUSES_SAID = 5;

    /** A big number; the number of the week before may be empty. */
    public record Figure(String label, String value, String before) {}

    /**
     * Something to fix.
     *
     * @param what  to do
     * @param why   the evidence
     * @param saves what it would save each week, a sentence
     */
    public record Fix(String what, String why, String saves) {}

    /** Some sentences under a title. */
    public record Section(String title, List<String> sentences) {}

    /** The report of a week, in the words of its tables. */
    public static WeekReport of(String shop, IsoWeek week, WeekTables tables) {
        Words words = tables.words();
        return new WeekReport(
                shop,
                week,
                figures(tables),
                new Fixes(words).of(tables),
                List.of(why(tables), how(tables), said(tables)),
                tables.causes(),
                words);
    }

    public String title() {
        return words.say("week.title", shop, week);
    }

    /** From when to when. */
    public String days() {
        return words.say(
                "week.days",
                Amounts.day(week.monday(), words.language()),
                Amounts.day(week.monday().plusDays(6), words.language()));
    }

    private static List<Figure> figures(WeekTables tables) {
        Period now = tables.week();
        Period then = tables.before();
        return List.of(
                figure(tables, "baskets", count(now.sales()), count(then.sales())),
                figure(tables, "calls", count(now.interventions()), count(then.interventions())),
                figure(
                        tables,
                        "per100",
                        Tally.perHundred(now.interventions().size(), now.sales().size()),
                        Tally.perHundred(
                                then.interventions().size(), then.sales().size())),
                figure(tables, "median", response(now, 50), response(then, 50)),
                figure(tables, "nine", response(now, 90), response(then, 90)));
    }

    private static Figure figure(WeekTables tables, String key, String value, String before) {
        Words words = tables.words();
        return new Figure(words.say("figure." + key), number(words, value), number(words, before));
    }

    /** As the language writes it; empty stays empty. */
    static String number(Words words, String plain) {
        return Amounts.number(plain, words.language());
    }

    private static String count(List<?> some) {
        return Integer.toString(some.size());
    }

    private static String response(Period period, int percent) {
        return WeekTables.response(period.interventions(), percent);
    }

    private static Section why(WeekTables tables) {
        Words words = tables.words();
        List<String> sentences = tables.causes().rows().stream()
                .limit(CAUSES_SAID)
                .filter(row -> !row.get(1).equals("0"))
                .map(row -> words.say(
                        "why.line",
                        words.sayOr("cause." + row.get(0), row.get(0)),
                        number(words, row.get(1)),
                        change(words, row.get(1), row.get(2))))
                .toList();
        return new Section(words.say("why.title"), orNone(sentences, words.say("why.none")));
    }

    private static String change(Words words, String now, String before) {
        long difference = Long.parseLong(now) - Long.parseLong(before);
        if (difference == 0) {
            return words.say("why.same");
        }
        return words.say(difference > 0 ? "why.more" : "why.fewer", number(words, Long.toString(Math.abs(difference))));
    }

    private static List<String> orNone(List<String> sentences, String none) {
        return sentences.isEmpty() ? List.of(none) : sentences;
    }

    private static Section how(WeekTables tables) {
        Words words = tables.words();
        Period now = tables.week();
        List<String> sentences = new ArrayList<>();
        List<Intervention> proved = WeekTables.proved(now).toList();
        if (!proved.isEmpty()) {
            List<Intervention> then = WeekTables.proved(tables.before()).toList();
            sentences.add(
                    words.say(then.isEmpty() ? "how.held" : "how.heldBefore", held(words, proved), held(words, then)));
        }
        tables.responseByHour().rows().stream()
                .filter(row -> !row.get(3).isEmpty())
                .max(Comparator.comparingLong(row -> Long.parseLong(row.get(3))))
                .ifPresent(row -> sentences.add(words.say("how.slowest", row.get(0), number(words, row.get(3)))));
        long cards = SelfHelpTable.callsWithCards(now);
        if (cards > 0) {
            sentences.add(words.say("how.cards", SelfHelpTable.callsSolvedByCards(now), cards));
        }
        long late = now.interventions().stream()
                .filter(one -> one.handling().overdue().equals("OVER_LIMIT"))
                .count();
        sentences.add(words.say("how.late", number(words, Long.toString(late))));
        return new Section(words.say("how.title"), sentences);
    }

    private static String held(Words words, List<Intervention> proved) {
        return number(words, Tally.perHundred(WeekTables.held(proved), proved.size()));
    }

    private static Section said(WeekTables tables) {
        Words words = tables.words();
        List<String> sentences = new ArrayList<>();
        List<String> counts = tables.ratings().column("count");
        List<String> countsBefore = tables.ratings().column("countBefore");
        if (sum(counts) > 0) {
            sentences.add(words.say(
                    sum(countsBefore) == 0 ? "said.answers" : "said.answersBefore",
                    number(words, Long.toString(sum(counts))),
                    happy(words, counts),
                    happy(words, countsBefore)));
            long unsolved = tables.week().interventions().stream()
                    .filter(one -> one.word().solved().equals(Optional.of(false)))
                    .count();
            sentences.add(words.say("said.unsolved", number(words, Long.toString(unsolved))));
            String reasons = tables.reasons().rows().stream()
                    .limit(3)
                    .map(row -> words.sayOr("reason." + row.get(0), row.get(0)) + " (" + row.get(1) + ")")
                    .collect(Collectors.joining(", "));
            if (!reasons.isEmpty()) {
                sentences.add(words.say("said.reasons", reasons));
            }
        }
        return new Section(words.say("said.title"), orNone(sentences, words.say("said.none")));
    }

    /** How many of a hundred touched one of the two happy faces. */
    private static String happy(Words words, List<String> counts) {
        return number(words, Tally.perHundred(sum(counts.subList(2, 4)), sum(counts)));
    }

    private static long sum(List<String> numbers) {
        return numbers.stream().mapToLong(Long::parseLong).sum();
    }
}
