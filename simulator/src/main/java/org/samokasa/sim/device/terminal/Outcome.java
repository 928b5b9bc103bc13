package org.samokasa.sim.device.terminal;

/** What the shopper and the bank do with one payment. Set before the card comes or while the terminal waits for it. */
public sealed interface Outcome {
    /** Held against the reader, no PIN. */
    record ApproveContactless() implements Outcome {}

    /** Inserted, PIN right at once. */
    record ApproveChipPin() implements Outcome {}

    /** Held against the reader, then asked to insert, then PIN (payment-rules section 5). */
    record TapThenInsert() implements Outcome {}

    /** Wrong PIN, then the right one (section 11.6). */
    record WrongPinThenRight() implements Outcome {}

    /**
     * Refused by the host.
     *
     * @param code result code 01 to FF of bitmap 27; 05 is the usual "no"
     */
    record Decline(int code) implements Outcome {
        public Decline {
            if (code < 0x01 || code > 0xFF) {
                throw new IllegalArgumentException("no code of a refusal: " + code);
            }
        }
    }

    /** Approved in part, when the till said that it understands this; refused otherwise (section 11.7). */
    record Partial(long minor) implements Outcome {}

    /** The shopper presses the red key. */
    record CancelKey() implements Outcome {}

    /** Nobody comes until the terminal gives up. */
    record NoCard() implements Outcome {}
}
