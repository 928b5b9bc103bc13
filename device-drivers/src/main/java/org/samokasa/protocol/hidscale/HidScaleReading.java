package org.samokasa.protocol.hidscale;

/** What one data report says. */
public sealed interface HidScaleReading {
    /** At rest. @param unit its number on page 8D less 50 hex; a change within a weighing means to start again */
    record Stable(int grams, int unit) implements HidScaleReading {}

    record Zero() implements HidScaleReading {}

    record Moving() implements HidScaleReading {}

    record BelowZero() implements HidScaleReading {}

    record Overload() implements HidScaleReading {}

    record NeedsZero() implements HidScaleReading {}

    record NeedsCalibration() implements HidScaleReading {}

    record Fault() implements HidScaleReading {}

    /** Another report, or a scale that just woke up. */
    record Nothing() implements HidScaleReading {}

    record Malformed(String why) implements HidScaleReading {}
}
