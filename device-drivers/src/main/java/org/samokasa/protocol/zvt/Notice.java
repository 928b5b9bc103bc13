package org.samokasa.protocol.zvt;

import java.util.List;
import java.util.Optional;

/** What a session has to say. Attempts are named by the caller's own id. */
public sealed interface Notice {
    /** How the terminal is; {@code detail} is for a technician. */
    record Condition(State state, String detail) implements Notice {}

    /** Registered and idle. */
    record Ready(Optional<ZvtTransaction> last) implements Notice {}

    /** Works, and somebody should look at its set-up. */
    record Warning(String text) implements Notice {}

    /**
     * @param text the terminal's own words, or the standard text where it must be shown; empty when there are none
     * @param wordForWord true when {@code text} must be shown unchanged (section 9.1)
     */
    record Prompted(String attempt, Prompt prompt, String text, boolean wordForWord) implements Notice {}

    /** Approved and not yet acknowledged: the terminal waits for {@link ZvtSession#accept}. */
    record Approved(String attempt, ZvtResult result) implements Notice {}

    /** Not paid. {@code code} in hex, for the log; empty when the terminal gave none. */
    record Declined(String attempt, String code, String text) implements Notice {}

    /** Not paid: stopped by key, by our wish or because no card came. */
    record Cancelled(String attempt, String code) implements Notice {}

    /** No card was asked for. */
    record NotStarted(String attempt, String why) implements Notice {}

    record Receipt(String attempt, boolean merchantCopy, List<ReceiptLine> lines, boolean mustPrint) implements Notice {
        public Receipt {
            lines = List.copyOf(lines);
        }
    }

    record Finished(String attempt) implements Notice {}

    record InDoubt(String attempt, String why) implements Notice {}

    record Found(String attempt, Finding finding) implements Notice {}

    record Reversed(String attempt, boolean done, String detail) implements Notice {}

    /**
     * A diagnosis or end of day has ended.
     *
     * @param done false also when nobody knows: then {@code detail} says so
     * @param lines what the terminal had printed, card numbers masked
     */
    record Served(String run, boolean done, String detail, List<ReceiptLine> lines, Optional<Turnover> turnover)
            implements Notice {
        public Served {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What the terminal says it has taken.
     *
     * @param totals by scheme, empty when it sent none that can be read
     */
    record Turnover(long minor, String currency, Optional<TurnoverTotals> totals) {}

    enum State {
        READY,
        /** The line is down. */
        NOT_CONNECTED,
        /** The line is up and nobody answers. */
        NO_ANSWER,
        /** What comes is no ZVT. */
        GARBLED,
        /** Password, currency or registration refused. */
        SETTINGS,
        /** Occupied with a job of its own. */
        BUSY,
        /** Says itself that it cannot work. */
        FAULT
    }

    enum Prompt {
        PRESENT_CARD,
        INSERT_CARD,
        ENTER_PIN,
        LOOK_AT_TERMINAL,
        PROCESSING,
        REMOVE_CARD,
        OTHER
    }

    /** What became of an attempt in doubt (section 12.3). */
    sealed interface Finding {
        record Paid(ZvtResult result) implements Finding {}

        record NotBooked() implements Finding {}

        record Declined(String code) implements Finding {}

        record WasReversed() implements Finding {}

        record Unknown(String why) implements Finding {}
    }

    /**
     * One line of a receipt as the terminal made it (section 8.3).
     *
     * @param feeds empty lines instead of text; 0 when this is text
     */
    record ReceiptLine(String text, boolean centred, boolean wide, boolean tall, int feeds) {}
}
