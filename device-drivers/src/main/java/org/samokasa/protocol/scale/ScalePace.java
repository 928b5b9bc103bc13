package org.samokasa.protocol.scale;

import java.time.Duration;

/**
 * How patient one is with a scale, and how suspicious.
 *
 * @param answerLimit how long one answer may take; sheet section 1: 1 s with most drivers
 * @param readings how many equal readings in a row make a weight. Two where neither a check in the frame nor the line would
 *     notice a wrong digit, one where the frame has a check
 */
public record ScalePace(Duration answerLimit, int readings) {
    public static final ScalePace CHECKED = new ScalePace(Duration.ofSeconds(1), 1);
    public static final ScalePace TWICE = new ScalePace(Duration.ofSeconds(1), 2);

    public ScalePace {
        if (answerLimit.isNegative() || answerLimit.isZero() || readings < 1) {
            throw new IllegalArgumentException("limits must be positive: " + answerLimit + ", " + readings);
        }
    }
}
