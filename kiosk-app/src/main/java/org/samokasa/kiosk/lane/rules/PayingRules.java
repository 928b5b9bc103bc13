package org.samokasa.kiosk.lane.rules;

import java.util.Map;
import java.util.Optional;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.lane.CardPayment;
import org.samokasa.kiosk.lane.CardPayment.CardFacts;
import org.samokasa.kiosk.lane.CardPayment.CardTransaction;
import org.samokasa.kiosk.lane.CardPayment.State;
import org.samokasa.kiosk.lane.Effect;
import org.samokasa.kiosk.lane.Effect.Sound;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.Problem.Kind;
import org.samokasa.kiosk.lane.Problem.Outcome;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.Readings.TerminalPrompt;
import org.samokasa.kiosk.lane.Refusal;
import org.samokasa.kiosk.lane.command.PaymentCommand.CodeShown;
import org.samokasa.kiosk.lane.command.PaymentCommand.FoundNotPaid;
import org.samokasa.kiosk.lane.command.PaymentCommand.FoundNothing;
import org.samokasa.kiosk.lane.command.PaymentCommand.FoundPaid;
import org.samokasa.kiosk.lane.command.PaymentCommand.MoneyWentBack;
import org.samokasa.kiosk.lane.command.PaymentCommand.PaymentApprovedByTerminal;
import org.samokasa.kiosk.lane.command.PaymentCommand.PaymentLost;
import org.samokasa.kiosk.lane.command.PaymentCommand.PaymentRefusedByTerminal;
import org.samokasa.kiosk.lane.command.PaymentCommand.ReversalEnded;
import org.samokasa.kiosk.lane.command.PaymentCommand.SlipFromTerminal;
import org.samokasa.kiosk.lane.event.PaymentEvent.MoneyReturned;
import org.samokasa.kiosk.lane.event.PaymentEvent.PaymentApproved;
import org.samokasa.kiosk.lane.event.PaymentEvent.PaymentDoubted;
import org.samokasa.kiosk.lane.event.PaymentEvent.PaymentFinished;
import org.samokasa.kiosk.lane.event.PaymentEvent.PaymentIntended;
import org.samokasa.kiosk.lane.event.PaymentEvent.PaymentLeft;
import org.samokasa.kiosk.lane.event.PaymentEvent.PaymentRefused;
import org.samokasa.kiosk.lane.event.PaymentEvent.ReversalIntended;
import org.samokasa.kiosk.lane.event.PaymentEvent.SlipReceived;

/**
 * One payment at a time, exactly once: the intent is written before the terminal is asked, the result before the terminal
 * is acknowledged, and what is in doubt ends by proof alone.
 */
public final class PayingRules {
    private PayingRules() {}

    public static void pay(Deciding d) {
        boolean again = d.lane().phase() == Phase.PAYING
                && !d.sale().payment().orElseThrow().holdsTheSale();
        if (d.lane().phase() != Phase.SHOPPING && !again) {
            d.refuse(Refusal.NOTHING_TO_DO, "pay");
            return;
        }
        if (OrderRules.holds(d, "pay")) {
            return;
        }
        Optional<Refusal> reason = whyNot(d);
        if (reason.isPresent()) {
            d.refuse(reason.get(), "pay");
            d.learn(readings -> readings.payWished(reason.get() == Refusal.CHECK_BAGGING));
            return;
        }
        d.learn(readings -> readings.payWished(false));
        SellingRules.leaveWeighing(d);
        if (ServiceRules.paperMissing(d)) {
            ProblemRules.open(d, Kind.PAPER_OUT, 0, Map.of());
        }
        String attempt =
                d.lane().number() + "-" + d.sale().number() + "-" + (d.sale().attempts() + 1);
        Money total = d.sale().basket().total(d.shop().currency());
        d.record(new PaymentIntended(d.now(), attempt, total, d.readings().lastCard()));
        d.learn(readings -> readings.prompt(Optional.empty()).cancelWished(false));
        d.clearNotice();
        d.then(new Effect.Pay(attempt, total));
    }

    /** A shopper who touched "pay" before the bag had settled need not touch it again. */
    static void keepUp(Deciding d) {
        boolean wished = d.readings().payWished() && d.lane().phase() == Phase.SHOPPING;
        if (wished && d.sale().open(Kind.WEIGHT_MISMATCH).isEmpty()) {
            pay(d);
        }
    }

    private static Optional<Refusal> whyNot(Deciding d) {
        if (d.sale().basket().total(d.shop().currency()).minor() <= 0) {
            return Optional.of(Refusal.BASKET_EMPTY);
        }
        if (!BaggingRules.fitsBeforePayment(d)) {
            return Optional.of(Refusal.CHECK_BAGGING);
        }
        if (d.sale().openProblems().stream().anyMatch(problem -> problem.blocksPayment())) {
            return Optional.of(Refusal.OPEN_PROBLEM);
        }
        boolean free = d.readings().isUsable(Readings.TERMINAL) && !TestRules.holdsTerminal(d);
        return free ? Optional.empty() : Optional.of(Refusal.CARD_NOT_AVAILABLE);
    }

    /** A wish: the payment's own ending decides. */
    public static void cancel(Deciding d) {
        Optional<CardPayment> running = current(d).filter(payment -> payment.state() == State.INTENDED);
        if (running.isEmpty()) {
            d.refuse(Refusal.TOO_LATE_TO_CANCEL, "pay");
            return;
        }
        d.learn(readings -> readings.cancelWished(true));
        d.then(new Effect.CancelPayment(running.get().attempt()));
    }

    public static void backToBasket(Deciding d) {
        Optional<CardPayment> refused = current(d).filter(payment -> !payment.holdsTheSale());
        if (d.lane().phase() != Phase.PAYING || refused.isEmpty()) {
            d.refuse(Refusal.NOTHING_TO_DO, "basket");
            return;
        }
        d.record(new PaymentLeft(d.now(), refused.get().attempt()));
    }

    /** A code belongs to the payment that runs: no other may stand on the screen. */
    public static void codeShown(Deciding d, CodeShown said) {
        boolean runs = ours(d, said.attempt())
                .filter(payment -> payment.state() == State.INTENDED)
                .isPresent();
        if (runs) {
            TerminalPrompt code =
                    TerminalPrompt.code(said.text(), d.now(), d.now().plus(said.validFor()));
            d.learn(readings -> readings.prompt(Optional.of(code)));
        }
    }

    /** Kept for whoever asks where the money went; the sale it came for may be long over. */
    public static void wentBack(Deciding d, MoneyWentBack said) {
        d.record(new MoneyReturned(d.now(), said.attempt(), said.amount(), said.receiptNumber(), said.why()));
    }

    /** An approval nobody waits for is refused, so that the terminal takes it back. */
    public static void approved(Deciding d, PaymentApprovedByTerminal said) {
        Optional<CardPayment> payment = ours(d, said.attempt());
        if (payment.isEmpty()
                || payment.get().state() == State.REFUSED
                || payment.get().state() == State.REVERSING) {
            d.then(new Effect.RefuseResult(said.attempt()));
            return;
        }
        if (payment.get().isPaid()) {
            d.then(new Effect.AcceptResult(said.attempt()));
            return;
        }
        Optional<String> flaw = flaw(payment.get(), said.amount(), said.card());
        if (flaw.isPresent()) {
            d.record(new PaymentDoubted(d.now(), said.attempt(), flaw.get()));
            d.then(new Effect.RefuseResult(said.attempt()));
            return;
        }
        d.record(new PaymentApproved(d.now(), said.attempt(), Optional.of(said.transaction()), said.card()));
        d.learn(readings -> readings.lastCard(Optional.of(said.transaction())));
        d.then(new Effect.AcceptResult(said.attempt()));
        d.play(Sound.APPROVED);
    }

    public static void refused(Deciding d, PaymentRefusedByTerminal said) {
        boolean open = ours(d, said.attempt())
                .filter(payment -> payment.state() == State.INTENDED || payment.state() == State.IN_DOUBT)
                .isPresent();
        if (open) {
            d.record(new PaymentRefused(d.now(), said.attempt(), said.refusal(), said.code()));
            d.learn(readings -> readings.cancelWished(false));
            d.play(Sound.NOTICE);
        }
        d.then(new Effect.AcceptResult(said.attempt()));
    }

    public static void slip(Deciding d, SlipFromTerminal said) {
        if (ours(d, said.attempt()).isPresent()) {
            d.record(new SlipReceived(d.now(), said.attempt(), said.forCustomer(), said.slip()));
        }
    }

    public static void done(Deciding d, String attempt) {
        Optional<CardPayment> payment = ours(d, attempt);
        if (payment.isEmpty()) {
            return;
        }
        d.learn(readings -> readings.prompt(Optional.empty()));
        switch (payment.get().state()) {
            case APPROVED -> d.record(new PaymentFinished(d.now(), attempt));
            case INTENDED -> doubt(d, payment.get(), "the terminal ended without a result");
            case IN_DOUBT -> enquire(d, payment.get());
            case REFUSED, FINISHED, REVERSING -> {}
        }
    }

    public static void lost(Deciding d, PaymentLost said) {
        ours(d, said.attempt()).ifPresent(payment -> {
            switch (payment.state()) {
                case INTENDED, APPROVED -> doubt(d, payment, said.why());
                case IN_DOUBT -> enquire(d, payment);
                case REVERSING -> reverse(d, payment, payment.transaction().orElseThrow());
                case REFUSED, FINISHED -> {}
            }
        });
    }

    public static void foundPaid(Deciding d, FoundPaid said) {
        Optional<CardPayment> payment = doubted(d, said.attempt());
        if (payment.isEmpty()) {
            return;
        }
        Optional<String> flaw = flaw(payment.get(), said.amount(), said.card());
        if (flaw.isPresent()) {
            d.record(new ReversalIntended(d.now(), said.attempt(), said.transaction(), flaw.get()));
            d.then(new Effect.Reverse(said.attempt(), said.transaction().receiptNumber(), said.amount()));
            return;
        }
        d.record(new PaymentApproved(d.now(), said.attempt(), Optional.of(said.transaction()), said.card()));
        d.record(new PaymentFinished(d.now(), said.attempt()));
        endDoubt(d);
        d.play(Sound.APPROVED);
    }

    public static void foundNotPaid(Deciding d, FoundNotPaid said) {
        ours(d, said.attempt()).ifPresent(payment -> {
            if (payment.state() == State.IN_DOUBT) {
                notPaid(d, payment, CardPayment.Refusal.NOT_BOOKED, said.detail());
            } else if (payment.state() == State.REVERSING) {
                notPaid(d, payment, CardPayment.Refusal.TAKEN_BACK, said.detail());
            }
        });
    }

    public static void foundNothing(Deciding d, FoundNothing said) {
        doubted(d, said.attempt()).ifPresent(payment -> askHuman(d, payment, said.why()));
    }

    public static void reversalEnded(Deciding d, ReversalEnded said) {
        ours(d, said.attempt())
                .filter(payment -> payment.state() == State.REVERSING)
                .ifPresent(payment -> {
                    if (said.done()) {
                        notPaid(d, payment, CardPayment.Refusal.TAKEN_BACK, said.detail());
                    } else {
                        askHuman(d, payment, "the reversal was refused: " + said.detail());
                    }
                });
    }

    /** An attendant read the terminal's own journal and says what happened. */
    static void vouch(Deciding d, boolean paid, String by) {
        Optional<CardPayment> payment =
                current(d).filter(known -> known.state() == State.IN_DOUBT || known.state() == State.REVERSING);
        if (payment.isEmpty()) {
            return;
        }
        if (paid) {
            d.record(new PaymentApproved(d.now(), payment.get().attempt(), Optional.empty(), CardFacts.NONE));
            d.record(new PaymentFinished(d.now(), payment.get().attempt()));
        } else {
            d.record(new PaymentRefused(
                    d.now(), payment.get().attempt(), CardPayment.Refusal.NOT_BOOKED, "vouched by " + by));
        }
    }

    /** After a restart nothing is believed that the terminal has not confirmed. */
    static void recovered(Deciding d) {
        current(d).ifPresent(payment -> {
            switch (payment.state()) {
                case INTENDED, APPROVED -> doubt(d, payment, "the lane restarted");
                case IN_DOUBT -> enquire(d, payment);
                case REVERSING -> reverse(d, payment, payment.transaction().orElseThrow());
                case REFUSED, FINISHED -> {}
            }
        });
    }

    private static void doubt(Deciding d, CardPayment payment, String why) {
        d.record(new PaymentDoubted(d.now(), payment.attempt(), why));
        enquire(d, payment);
    }

    private static void enquire(Deciding d, CardPayment payment) {
        d.then(new Effect.Enquire(payment.attempt(), payment.amount(), payment.before()));
    }

    private static void reverse(Deciding d, CardPayment payment, CardTransaction what) {
        d.then(new Effect.Reverse(payment.attempt(), what.receiptNumber(), payment.amount()));
    }

    private static void notPaid(Deciding d, CardPayment payment, CardPayment.Refusal how, String detail) {
        d.record(new PaymentRefused(d.now(), payment.attempt(), how, detail));
        endDoubt(d);
        d.play(Sound.NOTICE);
    }

    private static void askHuman(Deciding d, CardPayment payment, String why) {
        ProblemRules.open(
                d,
                Kind.PAYMENT_IN_DOUBT,
                0,
                Map.of("attempt", payment.attempt(), "amount", payment.amount().toString(), "why", why));
    }

    private static void endDoubt(Deciding d) {
        d.sale()
                .open(Kind.PAYMENT_IN_DOUBT)
                .ifPresent(problem -> ProblemRules.end(d, problem, Outcome.CLEARED, "lane", ""));
    }

    /** Why an approval is of no use: another amount than asked, or a signature nobody can take here. */
    private static Optional<String> flaw(CardPayment payment, Money approved, CardFacts card) {
        if (!approved.equals(payment.amount())) {
            return Optional.of("approved " + approved + " of " + payment.amount());
        }
        return "SIGNATURE".equals(card.cardholderCheck()) ? Optional.of("a signature is demanded") : Optional.empty();
    }

    private static Optional<CardPayment> current(Deciding d) {
        return d.lane().sale().flatMap(sale -> sale.payment());
    }

    private static Optional<CardPayment> ours(Deciding d, String attempt) {
        return current(d).filter(payment -> payment.attempt().equals(attempt));
    }

    private static Optional<CardPayment> doubted(Deciding d, String attempt) {
        return ours(d, attempt).filter(payment -> payment.state() == State.IN_DOUBT);
    }
}
