package org.samokasa.sim.script;

import java.time.Duration;

/** Times as scripts write them. */
public final class Durations {
    private Durations() {}

    /** @throws IllegalArgumentException for anything but {@code 1500 ms}, {@code 5 s} or {@code 2 min} */
    public static Duration parse(String text) {
        if (!text.matches("[0-9]{1,6} (ms|s|min)")) {
            throw new IllegalArgumentException("'" + text + "' is no time, expected 1500 ms, 5 s or 2 min");
        }
        long number = Long.parseLong(text.substring(0, text.indexOf(' ')));
        return switch (text.substring(text.indexOf(' ') + 1)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }
}
