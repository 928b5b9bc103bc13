package org.samokasa.protocol.scale8217;

/** What one frame of the scale says. */
public sealed interface ScaleAnswer {
    /**
     * A load at rest.
     *
     * @param grams 0 to 99999
     * @param net a tare is active
     */
    record Weight(int grams, boolean net) implements ScaleAnswer {}

    record Moving() implements ScaleAnswer {}

    record UnderZero() implements ScaleAnswer {}

    record OverCapacity() implements ScaleAnswer {}

    /** The load at power-on was too big to be taken as zero. */
    record OutsideZeroRange() implements ScaleAnswer {}

    record Zero() implements ScaleAnswer {}

    /** Status 40: the scale tells each stable weight once and then this until the load changes. */
    record NothingNew() implements ScaleAnswer {}

    /** The scale is set to pounds; its numbers must not be taken as kilograms. */
    record Pounds(String digits) implements ScaleAnswer {}

    /** No frame of this protocol. */
    record Unreadable(String why) implements ScaleAnswer {}
}
