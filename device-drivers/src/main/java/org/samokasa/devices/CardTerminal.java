package org.samokasa.devices;

import java.util.Optional;

/**
 * A payment terminal. One payment at a time, exactly once: see {@code protocols/payment-rules.md} section 3, of which the
 * caller keeps the durable part and the driver the wire part.
 *
 * <p>Order for a payment: the caller writes its intent, calls {@link #pay}; the driver tells prompts, then
 * {@link TerminalEvent.Result} and <em>waits</em>: the terminal is acknowledged only after the caller, having written the
 * result, calls {@link #acceptResult}. Receipts and {@link TerminalEvent.Finished} follow. Anything that breaks in between
 * ends in {@link TerminalEvent.InDoubt}; the caller then asks with {@link #enquire} and never pays again on its own.
 */
public interface CardTerminal extends Device {
    /** Starts a payment. Ignored with an {@link TerminalEvent.InDoubt} or a refusal event, never silently. */
    void pay(PaymentRequest request);

    /** The result of this attempt is on disk: acknowledge it to the terminal. */
    void acceptResult(String attempt);

    /** The result of this attempt could not be kept: have the terminal reverse it (ZVT: 84 66 00). */
    void refuseResult(String attempt);

    /** Wishes the running payment to end. A wish only: the payment's own ending decides. */
    void cancel(String attempt);

    /** Cancels an approved transaction, by the terminal's own receipt number. */
    void reverse(ReversalRequest request);

    /** Finds out what became of an attempt in doubt; asks as often as needed and answers {@link TerminalEvent.Found}. */
    void enquire(Enquiry enquiry);

    /** The last transaction the terminal had when it was last asked; empty while unknown. */
    Optional<TerminalTransaction> lastKnown();

    /**
     * Does one of {@link #tests} and ends in exactly one {@link TerminalEvent.Tested}. Refused by that event while a payment
     * runs, waits to be accepted or is in doubt: closing the day would end the time in which it can be reversed.
     *
     * @param run the caller's name for it, comes back in the event
     * @throws IllegalArgumentException for what is none of them
     */
    default void test(String run, MachineTest test) {
        throw new IllegalArgumentException(name() + " offers no " + test);
    }

    record PaymentRequest(String attempt, Amount amount) {}

    record ReversalRequest(String attempt, String receiptNumber, Amount amount) {}

    /**
     * @param attempt the attempt in doubt
     * @param amount what was asked for
     * @param before the terminal's last transaction as it was before the attempt, empty when it was not known
     */
    record Enquiry(String attempt, Amount amount, Optional<TerminalTransaction> before) {}
}
