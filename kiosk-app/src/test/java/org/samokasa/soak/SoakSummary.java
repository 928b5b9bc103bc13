package org.samokasa.soak;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.samokasa.kiosk.json.JsonLine;
import org.samokasa.soak.check.FactKinds;
import org.samokasa.soak.plan.Profile;

/** What a soak did, added up run by run and told on one line. Safe for several threads. */
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
            "lanesPaused",
            "lanesClosed",
            "PaymentRefused",
            "PaymentDoubted",
            "ReversalIntended",
            "ProblemOpened",
            "ServiceLost",
            "SaleVoided",
            "SaleSuspended",
            "SaleRecalled",
            "RecallRefused",
            "SelfHelpOpened",
            "HelpOffered",
            "HelpRated",
            "TestEnded",
            "ReceiptFailed");
    private static final long DAY_SECONDS = 14 * 3_600;

    /** So often a long soak says that it lives. */
    private static final int LANE_DAYS_BETWEEN_SIGNS_OF_LIFE = 500;

    private final SoakArguments asked;
    private final PrintStream progress;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Map<String, Long> faults = new TreeMap<>();
    private final Set<String> neverSeen = new TreeSet<>(FactKinds.all());
    private final Map<Long, String> fingerprints = new TreeMap<>();
    private Profile profile;
    private long laneDays;
    private long events;
    private long fuzzedBytes;
    private int broken;
    private Optional<SoakRun.Outcome> failure = Optional.empty();

    /** @param progress is told now and then how far a long soak is */
    SoakSummary(SoakArguments asked, PrintStream progress) {
        this.asked = asked;
        this.progress = progress;
        this.profile = asked.profile();
        COUNTED.forEach(what -> counts.put(what, 0L));
    }

    /** Called by whichever thread has finished a run. */
    synchronized void add(SoakRun.Outcome run) {
        long before = laneDays / LANE_DAYS_BETWEEN_SIGNS_OF_LIFE;
        laneDays += run.plan().laneDays();
        events += run.step();
        profile = run.plan().profile();
        counts.replaceAll((what, count) -> count + run.tally().of(what));
        neverSeen.removeIf(kind -> run.tally().of(kind) > 0);
        run.tally().faults().forEach((kind, count) -> faults.merge(kind, count, Long::sum));
        fingerprints.put(run.plan().seed(), run.fingerprint());
        if (run.broken().isPresent()) {
            broken++;
            failure = failure.or(() -> Optional.of(run));
        }
        if (laneDays / LANE_DAYS_BETWEEN_SIGNS_OF_LIFE > before) {
            progress.println(laneDays + " lane-days, " + broken + " broken");
        }
    }

    /** So many bytes of noise went into drivers before the runs. */
    synchronized void fuzzed(long bytes) {
        fuzzedBytes = bytes;
    }

    /** The first run that broke a promise. */
    synchronized Optional<SoakRun.Outcome> failure() {
        return failure;
    }

    synchronized String line(long wallMillis) {
        Map<String, Object> summary = new LinkedHashMap<>();
        boolean one = asked.replay().isPresent();
        summary.put("seed", one ? fingerprints.keySet().iterator().next() : asked.seed());
        summary.put("faults", profile.word());
        summary.put("laneDays", laneDays);
        summary.put("seeds", fingerprints.size());
        counts.forEach((what, count) -> summary.put(Character.toLowerCase(what.charAt(0)) + what.substring(1), count));
        summary.put("events", events);
        summary.put("fuzzedBytes", fuzzedBytes);
        summary.put("faultsByKind", faults);
        summary.put("factsNeverSeen", List.copyOf(neverSeen));
        summary.put("wallSeconds", wallMillis / 1_000);
        summary.put("virtualPerWall", laneDays * DAY_SECONDS * 1_000 / Math.max(1, wallMillis));
        summary.put("fingerprint", Integer.toHexString(fingerprints.hashCode()));
        summary.put("broken", broken);
        return JsonLine.of(summary);
    }
}
