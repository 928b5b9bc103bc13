package org.samokasa.kiosk.lane.command;

import java.time.Duration;
import java.util.Optional;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.lane.CardPayment.CardFacts;
import org.samokasa.kiosk.lane.CardPayment.CardTransaction;
import org.samokasa.kiosk.lane.CardPayment.Refusal;
import org.samokasa.kiosk.lane.CardPayment.Slip;
import org.samokasa.kiosk.lane.Readings.TerminalPrompt;

/** What the payment terminal tells. */
public sealed interface PaymentCommand extends LaneCommand {
    record TerminalReady(Optional<CardTransaction> last) implements PaymentCommand {}

    record TerminalPrompted(String attempt, TerminalPrompt prompt) implements PaymentCommand {}

    /**
     * A code for the screen.
     *
     * @param text what the code says
     * @param validFor how long it is good for from now on
     */
    record CodeShown(String attempt, String text, Duration validFor) implements PaymentCommand {}

    /**
     * Money that settled nothing went back: late, twice or of another amount. Also long after the attempt has ended.
     *
     * @param receiptNumber the bank's name of the money
     */
    record MoneyWentBack(String attempt, Money amount, String receiptNumber, String why) implements PaymentCommand {}

    record PaymentApprovedByTerminal(String attempt, Money amount, CardTransaction transaction, CardFacts card)
            implements PaymentCommand {}

    record PaymentRefusedByTerminal(String attempt, Refusal refusal, String code) implements PaymentCommand {}

    record SlipFromTerminal(String attempt, boolean forCustomer, Slip slip) implements PaymentCommand {}

    record TerminalDone(String attempt) implements PaymentCommand {}

    record PaymentLost(String attempt, String why) implements PaymentCommand {}

    /** The terminal's answer to an enquiry: this attempt was paid. */
    record FoundPaid(String attempt, Money amount, CardTransaction transaction, CardFacts card)
            implements PaymentCommand {}

    /** The terminal's answer to an enquiry: nothing was taken. */
    record FoundNotPaid(String attempt, String detail) implements PaymentCommand {}

    /** The terminal cannot tell either. */
    record FoundNothing(String attempt, String why) implements PaymentCommand {}

    record ReversalEnded(String attempt, boolean done, String detail) implements PaymentCommand {}
}
