package org.samokasa.protocol.payment;

import java.time.Duration;
import java.util.List;

/** What a payment session has to say. Attempts are named by the caller's own id. */
public sealed interface PaymentNotice {
    /** How the terminal is; {@code detail} is for a technician. */
    record Condition(State state, String detail) implements PaymentNotice {}

    /** Reachable and idle. */
    record Ready() implements PaymentNotice {}

    /** @param text the terminal's own words; empty when there are none */
    record Prompted(String attempt, Prompt prompt, String text) implements PaymentNotice {}

    /**
     * A code to be shown until it is paid, has expired or another notice of this attempt comes.
     *
     * @param text what the code says
     * @param validFor how long from now it is good for
     */
    record CodeShown(String attempt, String text, Duration validFor) implements PaymentNotice {}

    /**
     * Money that settled nothing was given back: late, twice or of another amount. Comes at any time, also long after the
     * attempt has ended.
     *
     * @param receipt the bank's name of the arrival
     */
    record GivenBack(String attempt, long minor, String currency, String receipt, String why)
            implements PaymentNotice {}

    /** Approved; the caller writes it and then accepts. */
    record Approved(String attempt, Settlement settlement) implements PaymentNotice {}

    /** Not paid. {@code code} is the terminal's, for the log. */
    record Declined(String attempt, String code, String text) implements PaymentNotice {}

    /** Not paid: stopped by key, by our wish or because no card came. */
    record Cancelled(String attempt, String code) implements PaymentNotice {}

    /** No card was asked for. */
    record NotStarted(String attempt, String why) implements PaymentNotice {}

    record Receipt(String attempt, boolean merchantCopy, List<SlipLine> lines) implements PaymentNotice {
        public Receipt {
            lines = List.copyOf(lines);
        }
    }

    record Finished(String attempt) implements PaymentNotice {}

    record InDoubt(String attempt, String why) implements PaymentNotice {}

    record Found(String attempt, Finding finding) implements PaymentNotice {}

    record Reversed(String attempt, boolean done, String detail) implements PaymentNotice {}

    /** The end of a diagnosis that was asked for. */
    record Diagnosed(String run, boolean passed, String detail) implements PaymentNotice {}

    enum State {
        READY,
        /** Works, and somebody should look at its set-up. */
        WARNING,
        NOT_CONNECTED,
        NO_ANSWER,
        GARBLED,
        SETTINGS,
        BUSY,
        FAULT
    }

    enum Prompt {
        PRESENT_CARD,
        ENTER_PIN,
        LOOK_AT_TERMINAL,
        PROCESSING,
        REMOVE_CARD,
        OTHER
    }

    /** What became of an attempt in doubt. */
    sealed interface Finding {
        record Paid(Settlement settlement) implements Finding {}

        record NotBooked() implements Finding {}

        record Declined(String code) implements Finding {}

        record WasReversed() implements Finding {}

        record Unknown(String why) implements Finding {}
    }

    /**
     * One line of a slip as the terminal made it.
     *
     * @param right printed at the right edge; empty when the line is one text
     */
    record SlipLine(String left, String right, boolean bold) {}
}
