package org.samokasa.kiosk.lane.event;

import java.time.Instant;
import java.util.Optional;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.lane.CardPayment;
import org.samokasa.kiosk.lane.CardPayment.CardFacts;
import org.samokasa.kiosk.lane.CardPayment.CardTransaction;
import org.samokasa.kiosk.lane.CardPayment.Refusal;
import org.samokasa.kiosk.lane.CardPayment.Slip;
import org.samokasa.kiosk.lane.CardPayment.State;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.Phase;

/** The course of a card payment; each is on disk before the terminal or the shopper hears of it. */
public sealed interface PaymentEvent extends LaneEvent {
    String attempt();

    record PaymentIntended(Instant at, String attempt, Money amount, Optional<CardTransaction> before)
            implements PaymentEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.in(Phase.PAYING, at)
                    .sale(sale -> sale.paying(CardPayment.intended(attempt, amount, before, at)))
                    .seen(at);
        }
    }

    /** @param transaction empty when an attendant vouched for it */
    record PaymentApproved(Instant at, String attempt, Optional<CardTransaction> transaction, CardFacts card)
            implements PaymentEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.sale(sale -> sale.payment(payment -> payment.approved(at, transaction, card)));
        }
    }

    record PaymentRefused(Instant at, String attempt, Refusal refusal, String code) implements PaymentEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.sale(sale -> sale.payment(payment -> payment.refused(at, refusal, code)))
                    .seen(at);
        }
    }

    record PaymentDoubted(Instant at, String attempt, String why) implements PaymentEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.sale(sale -> sale.payment(payment -> payment.in(State.IN_DOUBT, at, why)));
        }
    }

    record ReversalIntended(Instant at, String attempt, CardTransaction transaction, String why)
            implements PaymentEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.sale(sale -> sale.payment(payment -> payment.reversing(at, transaction, why)));
        }
    }

    record SlipReceived(Instant at, String attempt, boolean forCustomer, Slip slip) implements PaymentEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.sale(sale -> sale.payment(payment -> payment.plusSlip(slip, forCustomer)));
        }
    }

    /** Approved and complete: the sale is paid. */
    record PaymentFinished(Instant at, String attempt) implements PaymentEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.in(Phase.RECEIPT, at)
                    .sale(sale -> sale.payment(payment -> payment.in(State.FINISHED, at, "")))
                    .seen(at);
        }
    }

    /**
     * Money that settled no payment was given back by the payment service.
     *
     * @param attempt what it came for, often of a sale that is over
     * @param receiptNumber the bank's name of the money
     */
    record MoneyReturned(Instant at, String attempt, Money amount, String receiptNumber, String why)
            implements PaymentEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane;
        }
    }

    /** The shopper went back from a refused payment to the basket. */
    record PaymentLeft(Instant at, String attempt) implements PaymentEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.in(Phase.SHOPPING, at).seen(at);
        }
    }
}
