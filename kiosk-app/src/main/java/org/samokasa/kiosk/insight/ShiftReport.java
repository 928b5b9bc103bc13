package org.samokasa.kiosk.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What whoever takes over should know of the hours before.
 *
 * @param from       of the hours looked at, included
 * @param to         not included
 * @param sales      completed
 * @param calls      requests raised
 * @param halfWithin seconds within which somebody was there for half of those to whom somebody came; empty if none
 * @param mostWithin the same for nine of ten
 * @param stays      who was on duty in some of it
 * @param people     who dealt with requests, the most first
 * @param causes     of the requests, the most frequent first
 * @param notable    requests that somebody should have a word about, newest first
 */
public record ShiftReport(
        Instant from,
        Instant to,
        long sales,
        long calls,
        OptionalLong halfWithin,
        OptionalLong mostWithin,
        List<Stay> stays,
        List<Person> people,
        List<Count> causes,
        List<Notable> notable) {
    /** More than that nobody reads at the end of a shift. */
    static final int NOTABLE_MOST = 12;

    /** Somebody who did not come within so long was not there for the shopper (HelpClocks.DEFAULT, duty manager). */
    static final Duration SLOW = Duration.ofSeconds(90);

    /** @param busyMinutes from being there until the end, over all requests */
    public record Person(String name, long requests, long busyMinutes) {}

    public record Count(String cause, long count) {}

    /** Why a request stands out; the gravest word wins. */
    public enum Why {
        /** The shopper said that it was not solved. */
        UNSOLVED,
        /** The shopper left. */
        ABANDONED,
        /** One of the two sad faces. */
        SAD,
        SLOW
    }

    /** @param waitedSeconds until somebody was there; empty if nobody came */
    public record Notable(
            int lane, String cause, Instant raised, OptionalLong waitedSeconds, Optional<String> by, Why why) {}

    public ShiftReport {
        stays = List.copyOf(stays);
        people = List.copyOf(people);
        causes = List.copyOf(causes);
        notable = List.copyOf(notable);
    }

    /** Made of what the tables know of these hours. */
    public static ShiftReport of(Period period) {
        List<Intervention> all = period.interventions();
        return new ShiftReport(
                period.from(),
                period.to(),
                period.sales().size(),
                all.size(),
                within(all, 50),
                within(all, 90),
                period.stays(),
                people(all),
                causes(all),
                all.stream()
                        .flatMap(one -> notable(one).stream())
                        .sorted(Comparator.comparing(Notable::raised).reversed())
                        .limit(NOTABLE_MOST)
                        .toList());
    }

    private static OptionalLong within(List<Intervention> all, int percent) {
        String seconds = Tally.percentile(all.stream().flatMap(one -> one.moments().response().stream()), percent);
        return seconds.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(seconds));
    }

    private static List<Person> people(List<Intervention> all) {
        Map<String, List<Intervention>> by = all.stream()
                .filter(one -> one.handling().by().isPresent())
                .collect(Collectors.groupingBy(one -> one.handling().by().get(), TreeMap::new, Collectors.toList()));
        return by.entrySet().stream()
                .map(entry -> new Person(entry.getKey(), entry.getValue().size(), busyMinutes(entry.getValue())))
                .sorted(Comparator.comparing(Person::requests).reversed())
                .toList();
    }

    private static long busyMinutes(List<Intervention> theirs) {
        return theirs.stream()
                .flatMap(one -> one.moments().service().stream())
                .reduce(Duration.ZERO, Duration::plus)
                .toMinutes();
    }

    private static List<Count> causes(List<Intervention> all) {
        return all.stream()
                .collect(Collectors.groupingBy(Intervention::cause, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Count::count).reversed())
                .toList();
    }

    private static Optional<Notable> notable(Intervention one) {
        Optional<Duration> waited = one.moments().response();
        return why(one, waited)
                .map(why -> new Notable(
                        one.lane(),
                        one.cause(),
                        one.moments().raised(),
                        waited.map(time -> OptionalLong.of(time.toSeconds())).orElse(OptionalLong.empty()),
                        one.handling().by(),
                        why));
    }

    private static Optional<Why> why(Intervention one, Optional<Duration> waited) {
        if (one.word().solved().filter(solved -> !solved).isPresent()) {
            return Optional.of(Why.UNSOLVED);
        }
        if (one.handling().how().filter("ABANDONED"::equals).isPresent()) {
            return Optional.of(Why.ABANDONED);
        }
        if (one.word().faces().isPresent() && one.word().faces().getAsInt() <= 2) {
            return Optional.of(Why.SAD);
        }
        return waited.filter(time -> time.compareTo(SLOW) > 0).map(time -> Why.SLOW);
    }
}
