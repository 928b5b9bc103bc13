package org.samokasa.devices;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

public sealed interface TerminalEvent extends DeviceEvent {
    /** Registered and idle. {@code last} is its latest transaction, the yardstick for a later enquiry. */
    record Ready(DeviceName device, Instant at, Optional<TerminalTransaction> last) implements TerminalEvent {}

    /**
     * The terminal asks something of the shopper.
     *
     * @param prompt what it asks, {@link Prompt#OTHER} when only the text says it
     * @param text the terminal's own words; empty when it sent none
     * @param wordForWord true when the text (or the standard text of its code) must be shown unchanged (ZVT 9.1, x)
     */
    record Prompted(DeviceName device, Instant at, String attempt, Prompt prompt, String text, boolean wordForWord)
            implements TerminalEvent {}

    /**
     * A code to be shown until it is paid, has expired or another event of this attempt comes. Showing it is not receiving
     * money.
     *
     * @param text what the code says
     * @param validFor how long it is good for, counted from {@code at}
     */
    record CodeShown(DeviceName device, Instant at, String attempt, String text, Duration validFor)
            implements TerminalEvent {}

    /**
     * Money that settled nothing was given back. Comes at any time, also long after the attempt has ended.
     *
     * @param receiptNumber how the money is named at the bank
     */
    record GivenBack(DeviceName device, Instant at, String attempt, Amount amount, String receiptNumber, String why)
            implements TerminalEvent {}

    /** The terminal's verdict, not yet acknowledged: write it, then {@link CardTerminal#acceptResult}. */
    record Result(DeviceName device, Instant at, String attempt, Verdict verdict) implements TerminalEvent {}

    /** Lines for paper, unchanged, as the terminal made them. */
    record ReceiptText(
            DeviceName device, Instant at, String attempt, Copy copy, List<PaperLine> lines, boolean mustPrint)
            implements TerminalEvent {
        public ReceiptText {
            lines = List.copyOf(lines);
        }
    }

    /** The terminal handed back; nothing more comes for this attempt. */
    record Finished(DeviceName device, Instant at, String attempt) implements TerminalEvent {}

    /** Nobody can say what became of this attempt until the terminal is asked. */
    record InDoubt(DeviceName device, Instant at, String attempt, String why) implements TerminalEvent {}

    /** The answer to {@link CardTerminal#enquire}. */
    record Found(DeviceName device, Instant at, String attempt, Finding finding) implements TerminalEvent {}

    /** The end of a {@link CardTerminal#reverse}. */
    record Reversed(DeviceName device, Instant at, String attempt, boolean done, String detail)
            implements TerminalEvent {}

    /** The end of a {@link CardTerminal#test}. */
    record Tested(DeviceName device, Instant at, String run, TestReport report) implements TerminalEvent {}

    enum Prompt {
        PRESENT_CARD,
        INSERT_CARD,
        ENTER_PIN,
        LOOK_AT_TERMINAL,
        PROCESSING,
        REMOVE_CARD,
        OTHER
    }

    enum Copy {
        CUSTOMER,
        MERCHANT
    }

    sealed interface Verdict {
        /** {@code amount} is what was really approved; the caller compares it with what it asked. */
        record Approved(Amount amount, TerminalTransaction transaction, CardSummary card) implements Verdict {}

        /** Not paid. {@code code} is the terminal's, for the log; never decided on. */
        record Declined(String code, String text) implements Verdict {}

        /** Stopped by the shopper, by us, or because no card came. Not paid. */
        record Cancelled(String code) implements Verdict {}

        /** Refused before it began (busy, wrong currency, not connected). Nothing was sent to a card. */
        record NotStarted(String why) implements Verdict {}
    }

    sealed interface Finding {
        record Paid(Amount amount, TerminalTransaction transaction, CardSummary card) implements Finding {}

        record NotBooked() implements Finding {}

        record Declined(String code) implements Finding {}

        record WasReversed() implements Finding {}

        /** Only a human with the terminal's journal can tell. */
        record Unknown(String why) implements Finding {}
    }
}
