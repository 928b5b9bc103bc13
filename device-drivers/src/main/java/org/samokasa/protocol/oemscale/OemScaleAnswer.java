package org.samokasa.protocol.oemscale;

/** What one input report says. */
public sealed interface OemScaleAnswer {
    record Weight(int grams) implements OemScaleAnswer {}

    record Zero() implements OemScaleAnswer {}

    /** In motion, or "not available" of a scale that does not say why. */
    record Moving() implements OemScaleAnswer {}

    record BelowZero() implements OemScaleAnswer {}

    record Overload() implements OemScaleAnswer {}

    record NeedsZero() implements OemScaleAnswer {}

    /** Warming up or busy with itself. */
    record NotReady(String why) implements OemScaleAnswer {}

    /** The same load was delivered already (UK rules): nothing new. */
    record Duplicate() implements OemScaleAnswer {}

    /** It must be set up differently before it may be sold by. */
    record Settings(String why) implements OemScaleAnswer {}

    record Fault(String why) implements OemScaleAnswer {}

    /** The device forgot its state and wants to be opened again. */
    record Reopen() implements OemScaleAnswer {}

    record Malformed(String why) implements OemScaleAnswer {}
}
