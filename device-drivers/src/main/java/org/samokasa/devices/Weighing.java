package org.samokasa.devices;

/** One reading of a scale. A missing or unreadable answer is {@link Impossible}, never zero grams. */
public sealed interface Weighing {
    /**
     * A load at rest.
     *
     * @param grams net, may be zero (empty platter), never negative
     */
    record Stable(int grams) implements Weighing {
        public Stable {
            if (grams < 0) {
                throw new IllegalArgumentException("a stable load is not negative: " + grams + " g");
            }
        }
    }

    record Moving() implements Weighing {}

    /** Less than nothing on the platter: something was lifted off after zeroing. */
    record BelowZero() implements Weighing {}

    /** Less than the least load that may be sold; the scale does not say how much, so it may be nothing at all. */
    record BelowMinimum() implements Weighing {}

    record Overload() implements Weighing {}

    /** The scale is there and cannot weigh, or is not there at all. */
    record Impossible(Health.Down why) implements Weighing {}
}
