package org.samokasa.soak;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.samokasa.kiosk.json.JsonLine;

/** What a soak did, on one line. */
final class SoakSummary {
    private static final List<String> COUNTED = List.of(
            "shoppers",
            "sales",
            "scans",
            "lines",
            "payments",
            "helpRequests",
            "steps",
            "starts",
            "PaymentRefused",
            "PaymentDoubted",
            "ReversalIntended",
            "ProblemOpened",
            "ServiceLost",
            "SaleVoided",
            "ReceiptFailed");
    private static final long DAY_SECONDS = 14 * 3_600;

    private SoakSummary() {}

    static String line(SoakArguments asked, List<SoakRun.Outcome> runs, long wallMillis) {
        Map<String, Object> summary = new LinkedHashMap<>();
        boolean replay = asked.replay().isPresent();
        summary.put("seed", replay ? runs.get(0).plan().seed() : asked.seed());
        summary.put("faults", (replay ? runs.get(0).plan().profile() : asked.profile()).word());
        int laneDays = runs.stream().mapToInt(run -> run.plan().laneDays()).sum();
        summary.put("laneDays", laneDays);
        summary.put("seeds", runs.size());
        for (String what : COUNTED) {
            String name = Character.toLowerCase(what.charAt(0)) + what.substring(1);
            summary.put(
                    name, runs.stream().mapToLong(run -> run.tally().of(what)).sum());
        }
        summary.put("events", runs.stream().mapToLong(SoakRun.Outcome::step).sum());
        Map<String, Long> faults = new TreeMap<>();
        runs.forEach(run -> run.tally().faults().forEach((kind, count) -> faults.merge(kind, count, Long::sum)));
        summary.put("faultsByKind", faults);
        summary.put("wallSeconds", wallMillis / 1_000);
        summary.put("virtualPerWall", laneDays * DAY_SECONDS * 1_000 / Math.max(1, wallMillis));
        int together = runs.stream().map(SoakRun.Outcome::fingerprint).toList().hashCode();
        summary.put("fingerprint", Integer.toHexString(together));
        summary.put(
                "broken", runs.stream().filter(run -> run.broken().isPresent()).count());
        return JsonLine.of(summary);
    }
}
