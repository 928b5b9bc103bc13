package org.samokasa.protocol.scale;

/** What a scale says to one question. */
public sealed interface ScaleAnswer {
    /**
     * A load at rest.
     *
     * @param grams not negative
     * @param net a tare is active
     */
    record Weight(int grams, boolean net) implements ScaleAnswer {}

    record Moving() implements ScaleAnswer {}

    record UnderZero() implements ScaleAnswer {}

    record OverCapacity() implements ScaleAnswer {}

    /** Less than the least load that may be sold; the scale does not say how much. */
    record UnderMinimum() implements ScaleAnswer {}

    /** The load at power-on was too big to be taken as zero. */
    record OutsideZeroRange() implements ScaleAnswer {}

    record Zero() implements ScaleAnswer {}

    /** The scale tells each stable weight once and then this until the load changes. */
    record NothingNew() implements ScaleAnswer {}

    /** The scale is set to pounds; its numbers must not be taken as kilograms. */
    record Pounds(String digits) implements ScaleAnswer {}

    /** The scale is there and does not weigh yet. */
    record NotReady(String why) implements ScaleAnswer {}

    /** The scale does not take our words or our settings. */
    record Refused(String why) implements ScaleAnswer {}

    /** The scale reports a defect, or what it says contradicts itself. */
    record Fault(String why) implements ScaleAnswer {}

    /** No frame of this protocol. */
    record Unreadable(String why) implements ScaleAnswer {}

    /** A load that can be sold or an empty platter, as opposed to a reason why there is no weight. */
    default boolean isAtRest() {
        return this instanceof Weight || this instanceof Zero;
    }
}
