package org.samokasa.kiosk.insight;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samokasa.kiosk.domain.language.Words;

/** What to fix first, by the time that shoppers stood waiting: what is fixed first gives most of it back. */
record Fixes(Words words) {
    private static final int FIXES = 3;

    private record Candidate(WeekReport.Fix fix, Duration lost) {}

    /** At most three. */
    List<WeekReport.Fix> of(WeekTables tables) {
        Stream<Candidate> goods = ItemDoctor.findings(tables.week()).stream()
                .filter(finding -> finding.edit() != ItemDoctor.Edit.AGE_FLAG)
                .map(finding -> ofGoods(finding, tables.week()));
        return Stream.concat(goods, ofLanes(tables.week()))
                .sorted(Comparator.comparing(Candidate::lost).reversed())
                .limit(FIXES)
                .map(Candidate::fix)
                .toList();
    }

    private Candidate ofGoods(ItemDoctor.Finding finding, Period period) {
        List<Intervention> stopped = period.interventions().stream()
                .filter(one -> one.troubles().stream()
                        .anyMatch(t ->
                                t.kind().equals(finding.kind()) && t.goods().equals(Optional.of(finding.goods()))))
                .toList();
        String evidence = finding.evidence(words);
        String rate = finding.perHundredSales();
        String why = rate.isEmpty() ? evidence : words.say("fix.rate", evidence, WeekReport.number(words, rate));
        return candidate(words.say("fix." + finding.edit(), finding.goods()), why, stopped);
    }

    private Stream<Candidate> ofLanes(Period period) {
        Map<List<String>, List<Intervention>> faults = period.interventions().stream()
                .filter(one -> WeekTables.STOPS_LANE.contains(one.cause()))
                .collect(Collectors.groupingBy(one -> List.of(Integer.toString(one.lane()), one.cause())));
        return faults.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= IssueBook.ALIKE)
                .map(entry -> {
                    boolean paper = entry.getKey().get(1).equals("PAPER_OUT");
                    return candidate(
                            words.say(
                                    paper ? "fix.paper" : "fix.machines",
                                    entry.getKey().get(0)),
                            words.say("fix.calls", entry.getValue().size()),
                            entry.getValue());
                });
    }

    private Candidate candidate(String what, String why, List<Intervention> calls) {
        Duration waited =
                calls.stream().flatMap(one -> one.moments().total().stream()).reduce(Duration.ZERO, Duration::plus);
        Duration worked =
                calls.stream().flatMap(one -> one.moments().service().stream()).reduce(Duration.ZERO, Duration::plus);
        String saves = words.say("fix.saves", calls.size(), minutes(worked), minutes(waited));
        return new Candidate(new WeekReport.Fix(what, why, saves), waited);
    }

    private String minutes(Duration time) {
        return WeekReport.number(words, Long.toString(time.plusSeconds(30).toMinutes()));
    }
}
