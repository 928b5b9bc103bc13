package org.samokasa.kiosk.lane;

/** What a scale says, as the lane needs it. There is no way to say "no answer" as zero. */
public sealed interface Load {
    /** At rest; zero means an empty platter that the scale itself reported. */
    record Still(int grams) implements Load {}

    record Moving() implements Load {}

    /** Below zero, below the least load or above capacity: the scale works and has no weight to give. */
    record OutOfRange() implements Load {}

    /** No scale, no answer, or none heard yet. */
    record Unknown() implements Load {}
}
