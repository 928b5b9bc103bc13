package org.samokasa.kiosk.insight;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samokasa.kiosk.domain.language.Words;

/**
 * The tables of a week beside the week before.
 *
 * @param zone of the shop, in which hours and days are counted
 * @param words for what is said in sentences; everything else are keys and figures
 */
public record WeekTables(Period week, Period before, ZoneId zone, Words words) {
    private static final int GOODS_SHOWN = 20;

    /** Causes that stop a machine until somebody came. */
    static final Set<String> STOPS_LANE = Set.of("DEVICE_FAULT", "PAPER_OUT");

    /** All of them, in the order in which a page shows them. */
    public List<Table> all() {
        return List.of(
                causes(),
                trend(),
                responseByHour(),
                responseByLoad(),
                forecast(),
                ratings(),
                reasons(),
                selfHelp(),
                sales(),
                goods(),
                uptime(),
                helpers(),
                lanes());
    }

    /** The table of an id. */
    public Optional<Table> named(String id) {
        return all().stream().filter(table -> table.id().equals(id)).findFirst();
    }

    /** Requests by cause, the most frequent first, with their share of all so far. */
    public Table causes() {
        Map<String, Long> now = counts(week, Intervention::cause);
        Map<String, Long> then = counts(before, Intervention::cause);
        List<List<String>> rows = new ArrayList<>();
        long soFar = 0;
        for (String cause : mostFirst(now, then)) {
            long count = now.getOrDefault(cause, 0L);
            long countBefore = then.getOrDefault(cause, 0L);
            soFar += count;
            rows.add(Table.row(
                    cause,
                    count,
                    countBefore,
                    Tally.perHundred(count, week.sales().size()),
                    Tally.perHundred(countBefore, before.sales().size()),
                    Tally.perHundred(soFar, week.interventions().size())));
        }
        return new Table(
                "causes", List.of("cause", "count", "countBefore", "per100", "per100Before", "shareSoFar"), rows);
    }

    private static Map<String, Long> counts(Period period, Function<Intervention, String> key) {
        return period.interventions().stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
    }

    private static List<String> mostFirst(Map<String, Long> now, Map<String, Long> then) {
        Set<String> keys = new TreeSet<>(now.keySet());
        keys.addAll(then.keySet());
        return keys.stream()
                .sorted(Comparator.comparing((String key) -> now.getOrDefault(key, 0L))
                        .reversed())
                .toList();
    }

    /** Requests for each hundred baskets, by day. */
    public Table trend() {
        List<List<String>> rows = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            long baskets = sales(week, at -> at.getDayOfWeek() == day);
            long basketsBefore = sales(before, at -> at.getDayOfWeek() == day);
            long calls = raised(week, at -> at.getDayOfWeek() == day).count();
            long callsBefore = raised(before, at -> at.getDayOfWeek() == day).count();
            rows.add(Table.row(
                    day,
                    calls,
                    baskets,
                    Tally.perHundred(calls, baskets),
                    Tally.perHundred(callsBefore, basketsBefore)));
        }
        return new Table("trend", List.of("day", "count", "baskets", "per100", "per100Before"), rows);
    }

    private Stream<Intervention> raised(Period period, Predicate<ZonedDateTime> when) {
        return period.interventions().stream()
                .filter(one -> when.test(one.moments().raised().atZone(zone)));
    }

    private long sales(Period period, Predicate<ZonedDateTime> when) {
        return period.sales().stream()
                .filter(sale -> when.test(sale.at().atZone(zone)))
                .count();
    }

    /** From alert to somebody there, by hour of the day. */
    public Table responseByHour() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            int hour = i;
            List<Intervention> now = raised(week, at -> at.getHour() == hour).toList();
            List<Intervention> then = raised(before, at -> at.getHour() == hour).toList();
            if (!now.isEmpty() || !then.isEmpty()) {
                rows.add(responses(String.format("%02d", hour), now, then));
            }
        }
        return new Table("responseByHour", responseColumns("hour"), rows);
    }

    /** From alert to somebody there, by machines for each helper on duty. */
    public Table responseByLoad() {
        Map<String, List<Intervention>> now = byLoad(week);
        Map<String, List<Intervention>> then = byLoad(before);
        Set<String> loads = new TreeSet<>(Comparator.comparingInt(Integer::parseInt));
        loads.addAll(now.keySet());
        loads.addAll(then.keySet());
        return new Table(
                "responseByLoad",
                responseColumns("machinesPerHost"),
                loads.stream()
                        .map(load ->
                                responses(load, now.getOrDefault(load, List.of()), then.getOrDefault(load, List.of())))
                        .toList());
    }

    private static Map<String, List<Intervention>> byLoad(Period period) {
        return period.interventions().stream()
                .filter(one -> one.floor().machinesPerHost().isPresent())
                .collect(Collectors.groupingBy(
                        one -> Integer.toString(one.floor().machinesPerHost().getAsInt())));
    }

    private static List<String> responseColumns(String first) {
        return List.of(first, "count", "p50Seconds", "p90Seconds", "p50SecondsBefore", "p90SecondsBefore");
    }

    private static List<String> responses(String key, List<Intervention> now, List<Intervention> then) {
        return Table.row(key, now.size(), response(now, 50), response(now, 90), response(then, 50), response(then, 90));
    }

    /** Seconds in which somebody was there in so many of a hundred cases; empty when nobody ever came. */
    static String response(List<Intervention> some, int percent) {
        return Tally.percentile(some.stream().flatMap(one -> one.moments().response().stream()), percent);
    }

    /** How good the waits were that shoppers were told. */
    public Table forecast() {
        List<List<String>> rows = new ArrayList<>();
        Set<Integer> told = new TreeSet<>();
        Stream.of(week, before)
                .flatMap(WeekTables::proved)
                .forEach(one -> told.add(one.handling().forecastSeconds()));
        for (int seconds : told) {
            List<Intervention> now = told(week, seconds);
            List<Intervention> then = told(before, seconds);
            rows.add(Table.row(
                    seconds,
                    now.size(),
                    Tally.perHundred(held(now), now.size()),
                    Tally.perHundred(held(then), then.size())));
        }
        return new Table("forecast", List.of("toldSeconds", "count", "heldPercent", "heldPercentBefore"), rows);
    }

    private static List<Intervention> told(Period period, int seconds) {
        return proved(period)
                .filter(one -> one.handling().forecastSeconds() == seconds)
                .toList();
    }

    static Stream<Intervention> proved(Period period) {
        return period.interventions().stream()
                .filter(one -> one.handling().forecastSeconds() > 0
                        && one.moments().arrived().isPresent());
    }

    /** The shopper was told when they called, so from then on it is measured. */
    static long held(List<Intervention> some) {
        return some.stream()
                .filter(one -> Duration.between(
                                        one.moments().raised(),
                                        one.moments().arrived().orElseThrow())
                                .toMillis()
                        <= one.handling().forecastSeconds() * 1000L)
                .count();
    }

    /** What shoppers said, by face; 1 is the saddest. */
    public Table ratings() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 1; i <= org.samokasa.kiosk.help.HelpRating.FACES; i++) {
            int face = i;
            Predicate<Intervention> said = one -> one.word().faces().equals(java.util.OptionalInt.of(face));
            rows.add(Table.row(
                    face,
                    week.interventions().stream().filter(said).count(),
                    before.interventions().stream().filter(said).count()));
        }
        return new Table("ratings", List.of("face", "count", "countBefore"), rows);
    }

    /** Why they said so. */
    public Table reasons() {
        Map<String, Long> now = reasons(week);
        Map<String, Long> then = reasons(before);
        return new Table(
                "reasons",
                List.of("reason", "count", "countBefore"),
                mostFirst(now, then).stream()
                        .map(key -> Table.row(key, now.getOrDefault(key, 0L), then.getOrDefault(key, 0L)))
                        .toList());
    }

    private static Map<String, Long> reasons(Period period) {
        return period.interventions().stream()
                .flatMap(one -> one.word().reasons().stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    /** What self-help cards were worth. */
    public Table selfHelp() {
        return new SelfHelpTable(week, before).table();
    }

    /** Sales by day and hour. */
    public Table sales() {
        List<List<String>> rows = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int i = 0; i < 24; i++) {
                int hour = i;
                Predicate<ZonedDateTime> when = at -> at.getDayOfWeek() == day && at.getHour() == hour;
                rows.add(Table.row(day, String.format("%02d", hour), sales(week, when), sales(before, when)));
            }
        }
        return new Table("sales", List.of("day", "hour", "sales", "salesBefore"), rows);
    }

    /** Goods that stop shoppers, with what to edit. */
    public Table goods() {
        Map<List<String>, ItemDoctor.Finding> then = ItemDoctor.findings(before).stream()
                .collect(Collectors.toMap(f -> List.of(f.goods(), f.kind()), Function.identity()));
        return new Table(
                "goods",
                List.of("goods", "kind", "stops", "sales", "per100Sales", "per100SalesBefore", "edit", "evidence"),
                ItemDoctor.findings(week).stream()
                        .limit(GOODS_SHOWN)
                        .map(f -> Table.row(
                                f.goods(),
                                f.kind(),
                                f.stops(),
                                f.sales(),
                                f.perHundredSales(),
                                Optional.ofNullable(then.get(List.of(f.goods(), f.kind())))
                                        .map(ItemDoctor.Finding::perHundredSales)
                                        .orElse(""),
                                f.edit(),
                                f.evidence(words)))
                        .toList());
    }

    /**
     * How much of the shop's time each lane was there: hours in which it was heard, of the hours in which any lane was,
     * less the time in which a call about a machine or paper was open.
     */
    public Table uptime() {
        Map<Integer, String> then = new TreeMap<>();
        uptimes(before).forEach(row -> then.put(Integer.valueOf(row.get(0)), row.get(4)));
        return new Table(
                "uptime",
                List.of("lane", "shopHours", "heardHours", "faultMinutes", "percent", "percentBefore"),
                uptimes(week).stream()
                        .map(row -> Stream.concat(
                                        row.stream(), Stream.of(then.getOrDefault(Integer.valueOf(row.get(0)), "")))
                                .toList())
                        .toList());
    }

    private static List<List<String>> uptimes(Period period) {
        Set<Instant> open = new HashSet<>();
        Map<Integer, Set<Instant>> heard = new TreeMap<>();
        for (LaneHour hour : period.hours()) {
            open.add(hour.start());
            heard.computeIfAbsent(hour.lane(), lane -> new HashSet<>()).add(hour.start());
        }
        List<List<String>> rows = new ArrayList<>();
        heard.forEach((lane, hours) -> {
            long fault = period.interventions().stream()
                    .filter(one -> one.lane() == lane && STOPS_LANE.contains(one.cause()))
                    .flatMap(one -> one.moments().total().stream())
                    .mapToLong(Duration::toMinutes)
                    .sum();
            long minutes = Math.max(0, hours.size() * 60L - fault);
            rows.add(Table.row(lane, open.size(), hours.size(), fault, Tally.perHundred(minutes, open.size() * 60L)));
        });
        return rows;
    }

    /** Requests and busy minutes of each helper. */
    public Table helpers() {
        return loads("helpers", "helper", one -> one.handling().by().orElse(""));
    }

    /** Requests and busy minutes of each lane. */
    public Table lanes() {
        return loads("lanes", "lane", one -> Integer.toString(one.lane()));
    }

    private Table loads(String id, String column, Function<Intervention, String> key) {
        Map<String, Long> now = counts(week, key);
        Map<String, Long> then = counts(before, key);
        return new Table(
                id,
                List.of(column, "count", "countBefore", "busyMinutes", "busyMinutesBefore"),
                mostFirst(now, then).stream()
                        .filter(name -> !name.isEmpty())
                        .map(name -> Table.row(
                                name,
                                now.getOrDefault(name, 0L),
                                then.getOrDefault(name, 0L),
                                busy(week, key, name),
                                busy(before, key, name)))
                        .toList());
    }

    private static long busy(Period period, Function<Intervention, String> key, String name) {
        return period.interventions().stream()
                .filter(one -> key.apply(one).equals(name))
                .flatMap(one -> one.moments().service().stream())
                .reduce(Duration.ZERO, Duration::plus)
                .toMinutes();
    }
}
