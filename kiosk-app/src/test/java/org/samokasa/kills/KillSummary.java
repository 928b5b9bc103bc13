package org.samokasa.kills;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.samokasa.kiosk.json.JsonLine;

/** Kills so far, in lines for people and one for scripts. */
final class KillSummary {
    /** The basket should be back within this of the window. */
    private static final long BASKET_MILLIS_MAX = 2_000;

    private final long seed;
    private final List<KillRun.Outcome> outcomes = new ArrayList<>();
    private int lost;

    KillSummary(long seed) {
        this.seed = seed;
    }

    void add(KillRun.Outcome outcome) {
        outcomes.add(outcome);
    }

    void lost() {
        lost++;
    }

    /** Number of the kill that is being dealt with. */
    int next() {
        return outcomes.size() + 1;
    }

    static String line(KillRun.Outcome outcome) {
        Kill kill = outcome.kill();
        Shown state = outcome.state();
        String times = outcome.basketMillis()
                .map(basket -> String.format(
                        Locale.ROOT,
                        "window %4d ms, basket +%d ms",
                        outcome.windowMillis().orElseThrow(),
                        basket))
                .orElse("");
        String again = kill.againMillis()
                .map(millis -> outcome.again() ? "again after " + millis + " ms" : "again when ready")
                .orElse("");
        return String.format(
                Locale.ROOT,
                "%4d  %-8s  %-8s step %d +%4d ms  %-20s sale %d, %2d lines %6d  record %5d  %-20s %s",
                kill.number(),
                String.join("+", kill.victims()),
                kill.activity(),
                kill.step(),
                kill.delayMillis(),
                state.state(),
                state.sale(),
                state.lines(),
                state.totalMinor(),
                outcome.recordsAtKill(),
                again,
                times);
    }

    private List<Long> basketMillis() {
        return outcomes.stream()
                .map(KillRun.Outcome::basketMillis)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    /** Restarts whose basket came later than it should. */
    private long late() {
        return basketMillis().stream()
                .filter(millis -> millis > BASKET_MILLIS_MAX)
                .count();
    }

    private Map<String, Integer> tally(java.util.function.Function<KillRun.Outcome, String> by) {
        Map<String, Integer> tally = new TreeMap<>();
        outcomes.forEach(outcome -> tally.merge(by.apply(outcome), 1, Integer::sum));
        return tally;
    }

    private Map<String, Object> map() {
        Map<String, Object> map = new LinkedHashMap<>();
        List<Long> basket = basketMillis();
        map.put("seed", seed);
        map.put("kills", outcomes.size());
        map.put("byState", tally(outcome -> outcome.state().state()));
        map.put("byVictim", tally(outcome -> String.join("+", outcome.kill().victims())));
        map.put(
                "duringRecovery",
                outcomes.stream().filter(KillRun.Outcome::again).count());
        map.put("lost", lost);
        map.put("late", late());
        if (!basket.isEmpty()) {
            map.put("windowToBasketMillisP50", basket.get((basket.size() - 1) / 2));
            map.put("windowToBasketMillisP99", basket.get((int) Math.ceil(0.99 * basket.size()) - 1));
            map.put("windowToBasketMillisMax", basket.get(basket.size() - 1));
        }
        return map;
    }

    String json() {
        return JsonLine.of(map());
    }

    String text() {
        StringBuilder text = new StringBuilder();
        map().forEach((key, value) -> text.append(text.isEmpty() ? "" : "  ").append(key + " " + value));
        return text.toString();
    }
}
