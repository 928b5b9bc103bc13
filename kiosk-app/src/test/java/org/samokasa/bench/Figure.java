package org.samokasa.bench;

import java.util.Locale;
import java.util.Optional;

/**
 * One measured figure.
 *
 * @param metric its name in docs/performance.md, for instance {@code P1}
 * @param what it in words
 * @param value ours, in {@code unit}
 * @param reference the same of the reference, measured in the same run
 * @param ratio as docs/performance.md defines it for this metric
 * @param goal what we want the ratio or the value to be, in words; empty when there is none
 */
record Figure(
        String metric, String what, double value, String unit, double reference, double ratio, Optional<String> goal) {

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"metric\":\"%s\",\"what\":\"%s\",\"value\":%.4g,\"unit\":\"%s\",\"reference\":%.4g,\"ratio\":%.4g%s}",
                metric,
                what,
                value,
                unit,
                reference,
                ratio,
                goal.map(text -> ",\"goal\":\"" + text + "\"").orElse(""));
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-5s %-58s %12.4g %-12s reference %10.4g  ratio %8.4g  %s",
                metric,
                what,
                value,
                unit,
                reference,
                ratio,
                goal.map(text -> "goal " + text).orElse(""));
    }
}
