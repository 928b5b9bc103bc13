package org.samokasa.kiosk.insight;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Arithmetic of reports, in whole numbers. */
final class Tally {
    private Tally() {}

    /** So many of a hundred, with one decimal, rounded half up; empty when there is nothing to compare with. */
    static String perHundred(long part, long whole) {
        if (whole == 0) {
            return "";
        }
        long tenths = (part * 2_000 + whole) / (whole * 2);
        return tenths / 10 + "." + tenths % 10;
    }

    /** The value that so many of a hundred do not exceed (nearest rank), whole seconds rounded up; empty if none. */
    static String percentile(Stream<Duration> durations, int percent) {
        List<Duration> sorted = durations.sorted().toList();
        if (sorted.isEmpty()) {
            return "";
        }
        int rank = (sorted.size() * percent + 99) / 100;
        return Long.toString((sorted.get(Math.max(0, rank - 1)).toMillis() + 999) / 1_000);
    }

    /** The middle one of some whole numbers, the lower of two; 0 of none. */
    static long median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) / 2);
    }
}
