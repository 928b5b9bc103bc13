package org.samokasa.protocol.scaledialog;

/** What the scale says. */
public sealed interface DialogReply {
    record Ack() implements DialogReply {}

    record Nak() implements DialogReply {}

    /**
     * Record 02.
     *
     * @param unit 3 for kilograms; sheet section 4.1
     * @param weight in grams when the unit is kilograms
     * @param unitPrice in minor units of the currency for a kilogram
     * @param amount as the scale computed it, in minor units
     */
    record Result(int unit, int weight, int unitPrice, int amount) implements DialogReply {}

    /** Record 02 of a make that sends blanks in place of the weight while it is unstable. */
    record NoWeightYet() implements DialogReply {}

    /** Record 02 of a make that sends a negative weight. */
    record Negative() implements DialogReply {}

    /** Record 09. */
    record Status(int code) implements DialogReply {}

    /** Record 11: prove yourself with the words rotated as this byte says. */
    record ProofWanted(int random) implements DialogReply {}

    record ProofAccepted() implements DialogReply {}

    /** The scale is blocked: wrong key or wrong till. */
    record ProofRefused() implements DialogReply {}

    record Unreadable(String why) implements DialogReply {}
}
