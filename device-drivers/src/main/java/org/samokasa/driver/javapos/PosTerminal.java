package org.samokasa.driver.javapos;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jpos.JposConst;
import jpos.JposException;
import org.samokasa.devices.Amount;
import org.samokasa.devices.CardSummary;
import org.samokasa.devices.CardTerminal;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.TerminalEvent;
import org.samokasa.devices.TerminalEvent.Finding;
import org.samokasa.devices.TerminalEvent.Verdict;
import org.samokasa.devices.TerminalTransaction;

/**
 * A JavaPOS CAT or ElectronicValueRW, as far as these interfaces go. It books a payment before it answers and has no acknowledgement to wait
 * for, cannot be asked about one payment and cannot be told to stop: what breaks in between stays in doubt until a human
 * looks at the terminal's own log. See docs/decisions/0021.
 */
final class PosTerminal extends PosDevice implements CardTerminal {
    /** As long as a shopper may take with card and PIN; the lane's own watch over a payment is longer. */
    private static final int PAY_MILLIS = 120_000;
    /** Sequence numbers run within these; the terminal only gives them back. */
    private static final int SEQUENCE_MAX = 9_999;
    /** Amounts have four decimals whatever the currency. */
    private static final int AMOUNT_DECIMALS = 4;

    private static final int CENTRE_ERROR = 1;
    private static final int COMMAND_ERROR = 90;
    private static final int DEFICIENT = 201;
    private static final int OVER_DEPOSIT = 202;
    /** Errors of UnifiedPOS that are found before anything goes to a card. */
    private static final Set<Integer> BEFORE_START = Set.of(
            JposConst.JPOS_E_CLOSED,
            JposConst.JPOS_E_NOTCLAIMED,
            JposConst.JPOS_E_DISABLED,
            JposConst.JPOS_E_ILLEGAL,
            JposConst.JPOS_E_BUSY);

    private final PosPayments payments;
    private int sequence;
    private volatile TerminalTransaction last;
    /** Attempt whose verdict waits for the caller's word; null when there is none. */
    private Running running;

    private record Running(String attempt, int sequence, Amount amount, boolean told) {}

    PosTerminal(DeviceName name, String logicalName, PosPayments payments) {
        super(name, logicalName, new PosLink(logicalName, payments.control(), payments.prepare()));
        this.payments = payments;
        payments.status().add(event -> power(event.getStatus()));
    }

    @Override
    protected void opened(Instant at) {
        super.opened(at);
        tell(new TerminalEvent.Ready(name(), at, lastKnown()));
    }

    @Override
    public void pay(PaymentRequest request) {
        if (!link().isOpen() || running != null) {
            String why = running != null ? "another payment is running" : "the terminal is not open";
            pos().tell(at -> result(request.attempt(), new Verdict.NotStarted(why), at));
            return;
        }
        sequence = sequence % SEQUENCE_MAX + 1;
        Running now = new Running(request.attempt(), sequence, request.amount(), false);
        running = now;
        pos().call(() -> authorize(now), e -> payingFailed(now, e));
    }

    private void authorize(Running now) throws JposException {
        payments.sales().authorize(now.sequence(), units(now.amount()), 0, PAY_MILLIS);
        if (payments.sequence().read() != now.sequence()) {
            // The answer belongs to another payment: what became of ours nobody knows.
            doubt(now, "the terminal answered sequence " + payments.sequence().read() + ", not " + now.sequence());
            return;
        }
        TerminalTransaction transaction = new TerminalTransaction(
                "", text(payments.transaction().read()), text(payments.slip().read()), "", "");
        // The account number may be clear and is never taken over (protocols/payment-rules, section 2).
        CardSummary card = new CardSummary(
                text(payments.company().read()), "", text(payments.approval().read()), "", "", "");
        last = transaction;
        pos().tell(at -> result(now.attempt(), new Verdict.Approved(now.amount(), transaction, card), at));
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }

    /** 1.00 is 10000. */
    static long units(Amount amount) {
        int decimals = Currency.getInstance(amount.currency()).getDefaultFractionDigits();
        return BigDecimal.valueOf(amount.minor(), decimals)
                .movePointRight(AMOUNT_DECIMALS)
                .longValueExact();
    }

    private void payingFailed(Running now, Exception e) {
        PosError error = error(e);
        int extended = PosError.extended(e);
        if (extended == CENTRE_ERROR || extended == DEFICIENT || extended == OVER_DEPOSIT) {
            pos().tell(at -> result(now.attempt(), new Verdict.Declined(String.valueOf(extended), error.detail()), at));
        } else if (extended == COMMAND_ERROR
                || (e instanceof JposException failure && BEFORE_START.contains(failure.getErrorCode()))) {
            pos().tell(at -> result(now.attempt(), new Verdict.NotStarted(error.detail()), at));
        } else {
            // Time-out, reset key, line to the centre, hardware gone: the money may have moved.
            doubt(now, error.detail());
        }
        if (error.gone()) {
            pos().gone(error);
        }
    }

    private void doubt(Running now, String why) {
        pos().tell(at -> {
            running = null;
            tell(new TerminalEvent.InDoubt(name(), at, now.attempt(), why));
        });
    }

    private void result(String attempt, Verdict verdict, Instant at) {
        if (running != null && running.attempt().equals(attempt)) {
            running = new Running(attempt, running.sequence(), running.amount(), true);
        }
        tell(new TerminalEvent.Result(name(), at, attempt, verdict));
    }

    /** The terminal booked it long ago; there is nobody to acknowledge it to. */
    @Override
    public void acceptResult(String attempt) {
        forget(attempt);
        pos().tell(at -> tell(new TerminalEvent.Finished(name(), at, attempt)));
    }

    private void forget(String attempt) {
        if (running != null && running.attempt().equals(attempt)) {
            running = null;
        }
    }

    /** A booked payment can only be voided; if that fails too, a human must look. */
    @Override
    public void refuseResult(String attempt) {
        Running now = running;
        if (now == null || !now.attempt().equals(attempt) || !now.told()) {
            return;
        }
        pos().call(
                        () -> {
                            payments.voids().authorize(now.sequence(), units(now.amount()), 0, PAY_MILLIS);
                            pos().tell(at -> {
                                forget(attempt);
                                tell(new TerminalEvent.Finished(name(), at, attempt));
                            });
                        },
                        e -> doubt(now, "the payment could not be voided: " + error(e).detail()));
    }

    /** JavaPOS has no call that ends a payment: the shopper's stop key on the terminal does. */
    @Override
    public void cancel(String attempt) {
        // The running payment's own ending decides.
    }

    @Override
    public void reverse(ReversalRequest request) {
        sequence = sequence % SEQUENCE_MAX + 1;
        int number = sequence;
        pos().call(
                        () -> {
                            payments.voids().authorize(number, units(request.amount()), 0, PAY_MILLIS);
                            reversed(request, true, "");
                        },
                        e -> reversed(request, false, error(e).detail()));
    }

    private void reversed(ReversalRequest request, boolean done, String detail) {
        pos().tell(at -> tell(new TerminalEvent.Reversed(name(), at, request.attempt(), done, detail)));
    }

    /** The log of a CAT has a form of each maker's own, so only a human can tell. */
    @Override
    public void enquire(Enquiry enquiry) {
        Finding finding = new Finding.Unknown("a JavaPOS terminal cannot be asked: look at its own log");
        pos().tell(at -> tell(new TerminalEvent.Found(name(), at, enquiry.attempt(), finding)));
    }

    @Override
    public Optional<TerminalTransaction> lastKnown() {
        return Optional.ofNullable(last);
    }
}
