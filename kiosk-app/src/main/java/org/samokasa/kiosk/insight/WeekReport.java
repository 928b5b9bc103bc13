package org.samokasa.kiosk.insight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one page that a manager reads on Monday: how many needed help and why, what to do about it, how fast help came,
 * what shoppers said.
 *
 * @param figures big numbers with the week before
 * @param fixes   what to fix first, at most three
 * @param causes  table for the chart
 */
public record WeekReport(
        String shop, IsoWeek week, List<Figure> figures, List<Fix> fixes, List<Section> sections, Table causes) {
    private static final int FIXES = 3;
    private static final int CAUSES_SAID = 5;

    /** A big number; the number of the week before may be empty. */
    public record Figure(String label, String value, String before) {}

    /**
     * Something to fix.
     *
     * @param what  to do
     * @param why   the evidence
     * @param saves what it would save each week
     */
    public record Fix(String what, String why, String saves) {}

    /** Some sentences under a title. */
    public record Section(String title, List<String> sentences) {}

    /** The report of a week. */
    public static WeekReport of(String shop, IsoWeek week, WeekTables tables) {
        return new WeekReport(
                shop,
                week,
                figures(tables),
                fixes(tables),
                List.of(why(tables), how(tables), said(tables)),
                tables.causes());
    }

    private static List<Figure> figures(WeekTables tables) {
        Period now = tables.week();
        Period then = tables.before();
        return List.of(
                new Figure("baskets", count(now.sales()), count(then.sales())),
                new Figure("calls for help", count(now.interventions()), count(then.interventions())),
                new Figure(
                        "calls per 100 baskets",
                        Tally.perHundred(now.interventions().size(), now.sales().size()),
                        Tally.perHundred(
                                then.interventions().size(), then.sales().size())),
                new Figure("s until help, median", response(now, 50), response(then, 50)),
                new Figure("s in nine of ten cases", response(now, 90), response(then, 90)));
    }

    private static String count(List<?> some) {
        return Integer.toString(some.size());
    }

    private static String response(Period period, int percent) {
        return WeekTables.response(period.interventions(), percent);
    }

    private static Section why(WeekTables tables) {
        List<String> sentences = tables.causes().rows().stream()
                .limit(CAUSES_SAID)
                .filter(row -> !row.get(1).equals("0"))
                .map(row -> words(row.get(0)) + ": " + row.get(1) + " (" + change(row.get(1), row.get(2)) + ")")
                .toList();
        return new Section("Why shoppers needed help", orNone(sentences, "Nobody needed help."));
    }

    /** {@code UNKNOWN_ITEM} as {@code Unknown item}. */
    static String words(String constant) {
        String small = constant.replace('_', ' ').toLowerCase(java.util.Locale.ROOT);
        return small.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + small.substring(1);
    }

    private static String change(String now, String before) {
        long difference = Long.parseLong(now) - Long.parseLong(before);
        if (difference == 0) {
            return "as the week before";
        }
        return Math.abs(difference) + (difference > 0 ? " more" : " fewer") + " than the week before";
    }

    private static List<String> orNone(List<String> sentences, String none) {
        return sentences.isEmpty() ? List.of(none) : sentences;
    }

    private static Section how(WeekTables tables) {
        Period now = tables.week();
        List<String> sentences = new ArrayList<>();
        List<Intervention> proved = WeekTables.proved(now).toList();
        if (!proved.isEmpty()) {
            List<Intervention> then = WeekTables.proved(tables.before()).toList();
            sentences.add("The wait that shoppers were told held for "
                    + Tally.perHundred(WeekTables.held(proved), proved.size()) + " % of them"
                    + (then.isEmpty()
                            ? "."
                            : " (" + Tally.perHundred(WeekTables.held(then), then.size()) + " % the week before)."));
        }
        tables.responseByHour().rows().stream()
                .filter(row -> !row.get(3).isEmpty())
                .max(Comparator.comparingLong(row -> Long.parseLong(row.get(3))))
                .ifPresent(row -> sentences.add("Slowest hour: " + row.get(0) + ":00, nine of ten helped within "
                        + row.get(3) + " s, one took longer."));
        long cards = SelfHelpTable.callsWithCards(now);
        if (cards > 0) {
            sentences.add("Self-help cards settled " + SelfHelpTable.callsSolvedByCards(now) + " of the " + cards
                    + " calls with which they were shown.");
        }
        long late = now.interventions().stream()
                .filter(one -> one.handling().overdue().equals("OVER_LIMIT"))
                .count();
        sentences.add(late + " calls took longer than five minutes.");
        return new Section("How fast help came", sentences);
    }

    private static Section said(WeekTables tables) {
        List<String> sentences = new ArrayList<>();
        long answers = sum(tables.ratings().column("count"));
        if (answers > 0) {
            long happy = sum(tables.ratings().column("count").subList(2, 4));
            long before = sum(tables.ratings().column("countBefore"));
            long happyBefore = sum(tables.ratings().column("countBefore").subList(2, 4));
            sentences.add(answers + " answered; " + Tally.perHundred(happy, answers) + " % touched a happy face"
                    + (before == 0 ? "." : " (" + Tally.perHundred(happyBefore, before) + " % the week before)."));
            long unsolved = tables.week().interventions().stream()
                    .filter(one -> one.word().solved().equals(Optional.of(false)))
                    .count();
            sentences.add(unsolved + " said that it was not solved.");
            String reasons = tables.reasons().rows().stream()
                    .limit(3)
                    .map(row -> words(row.get(0)).toLowerCase(java.util.Locale.ROOT) + " (" + row.get(1) + ")")
                    .collect(Collectors.joining(", "));
            if (!reasons.isEmpty()) {
                sentences.add("Named most: " + reasons + ".");
            }
        }
        return new Section("What shoppers said", orNone(sentences, "Nobody said anything."));
    }

    private static long sum(List<String> numbers) {
        return numbers.stream().mapToLong(Long::parseLong).sum();
    }

    private record Candidate(Fix fix, Duration lost) {}

    /** By the time that shoppers stood waiting: what is fixed first gives most of it back. */
    private static List<Fix> fixes(WeekTables tables) {
        Stream<Candidate> goods = ItemDoctor.findings(tables.week()).stream()
                .filter(finding -> finding.edit() != ItemDoctor.Edit.AGE_FLAG)
                .map(finding -> ofGoods(finding, tables.week()));
        return Stream.concat(goods, ofLanes(tables.week()))
                .sorted(Comparator.comparing(Candidate::lost).reversed())
                .limit(FIXES)
                .map(Candidate::fix)
                .toList();
    }

    private static Candidate ofGoods(ItemDoctor.Finding finding, Period period) {
        List<Intervention> stopped = period.interventions().stream()
                .filter(one -> one.troubles().stream()
                        .anyMatch(t ->
                                t.kind().equals(finding.kind()) && t.goods().equals(Optional.of(finding.goods()))))
                .toList();
        String rate = finding.perHundredSales();
        String why = finding.evidence() + (rate.isEmpty() ? "" : "; stops " + rate + " of 100 sales of it");
        String edit = words(finding.edit().name()).toLowerCase(java.util.Locale.ROOT);
        return candidate("Correct the " + edit + " of " + finding.goods(), why, stopped);
    }

    private static Stream<Candidate> ofLanes(Period period) {
        Map<List<String>, List<Intervention>> faults = period.interventions().stream()
                .filter(one -> WeekTables.STOPS_LANE.contains(one.cause()))
                .collect(Collectors.groupingBy(one -> List.of(Integer.toString(one.lane()), one.cause())));
        return faults.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= IssueBook.ALIKE)
                .map(entry -> {
                    String lane = entry.getKey().get(0);
                    boolean paper = entry.getKey().get(1).equals("PAPER_OUT");
                    String what = paper
                            ? "Refill the paper of lane " + lane + " before the rush"
                            : "Have the machines of lane " + lane + " repaired";
                    return candidate(what, entry.getValue().size() + " calls from this lane alone", entry.getValue());
                });
    }

    private static Candidate candidate(String what, String why, List<Intervention> calls) {
        Duration waited =
                calls.stream().flatMap(one -> one.moments().total().stream()).reduce(Duration.ZERO, Duration::plus);
        Duration worked =
                calls.stream().flatMap(one -> one.moments().service().stream()).reduce(Duration.ZERO, Duration::plus);
        String saves = calls.size() + " calls a week, " + minutes(worked) + " min of attendants, " + minutes(waited)
                + " min of waiting";
        return new Candidate(new Fix(what, why, saves), waited);
    }

    private static long minutes(Duration time) {
        return time.plusSeconds(30).toMinutes();
    }
}
