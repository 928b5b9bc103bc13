package org.samokasa.protocol.caisseap;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.payment.CallDesk;
import org.samokasa.protocol.payment.CallSession;
import org.samokasa.protocol.payment.CallStep;
import org.samokasa.protocol.payment.Currencies;
import org.samokasa.protocol.payment.PaymentNotice;
import org.samokasa.protocol.payment.PaymentNotice.State;

/**
 * The till's side of Caisse-AP (section 5). One connection for each payment. The protocol has no abort, no reversal that
 * can be relied on and no question about the past: what breaks after the request has left is in doubt, and an enquiry is
 * answered with "unknown" at once, so that a human reads the terminal's own journal.
 */
public final class CaisseSession implements CallSession {
    private static final int LINE = 0;

    /** Longest wait for the connection of a payment (project choice; the line itself gives up after 3 s). */
    static final Duration CONNECT = Duration.ofSeconds(5);
    /** From request to answer (section 1). */
    static final Duration ANSWER = Duration.ofSeconds(180);
    /** Pause before a terminal that could not be reached is tried again (payment-rules section 8). */
    static final Duration RETRY = Duration.ofSeconds(10);

    private enum Phase {
        IDLE,
        /** Looks whether the terminal can be reached; sends nothing. */
        PROBING,
        DIALLING,
        WAITING,
        /** An approval was told and is not accepted yet. */
        APPROVED
    }

    private record Payment(String attempt, CaisseRequest request) {}

    private final CaisseOptions options;
    private Phase phase = Phase.IDLE;
    private Payment payment;
    private CaisseReader reader;
    private CaisseAnswer approval;
    private Optional<String> inDoubt = Optional.empty();
    private boolean reachable;
    private PaymentNotice.Condition told;
    private Optional<String> warning = Optional.empty();
    /** When the present phase ends by itself. */
    private Instant due = Instant.EPOCH;

    public CaisseSession(CaisseOptions options) {
        this.options = options;
    }

    @Override
    public List<CallStep> onOpened(int line, Instant now) {
        CallDesk desk = new CallDesk(now);
        if (phase == Phase.PROBING) {
            desk.hangUp(LINE);
            reached(desk);
            rest(options.probe(), desk);
        } else if (phase == Phase.DIALLING) {
            reached(desk);
            phase = Phase.WAITING;
            reader = new CaisseReader();
            due = now.plus(ANSWER);
            desk.send(LINE, payment.request().message().encode());
            desk.tell(new PaymentNotice.Prompted(payment.attempt(), PaymentNotice.Prompt.LOOK_AT_TERMINAL, ""));
        }
        return desk.steps();
    }

    @Override
    public List<CallStep> onUnavailable(int line, String why, Instant now) {
        CallDesk desk = new CallDesk(now);
        desk.hangUp(LINE);
        notReached(why, desk);
        return desk.steps();
    }

    @Override
    public List<CallStep> onNotSent(int line, Instant now) {
        CallDesk desk = new CallDesk(now);
        if (phase == Phase.WAITING) {
            phase = Phase.DIALLING;
            desk.hangUp(LINE);
            notReached("not connected", desk);
        }
        return desk.steps();
    }

    @Override
    public List<CallStep> onReceived(int line, Bytes bytes, Instant now) {
        CallDesk desk = new CallDesk(now);
        if (phase == Phase.WAITING) {
            reader.feed(bytes, now);
            reader.flaw().ifPresent(why -> {
                doubt("the answer cannot be read: " + why, State.GARBLED, desk);
            });
        }
        return desk.steps();
    }

    @Override
    public List<CallStep> onLost(int line, String why, Instant now) {
        CallDesk desk = new CallDesk(now);
        if (phase == Phase.WAITING) {
            Optional<CaisseAnswer> answer = reader.answer(true, now);
            if (answer.isPresent()) {
                take(answer.get(), desk);
            } else {
                doubt("the connection was lost before the whole answer: " + why, State.NOT_CONNECTED, desk);
            }
        } else if (phase == Phase.DIALLING || phase == Phase.PROBING) {
            notReached(why, desk);
        }
        return desk.steps();
    }

    @Override
    public List<CallStep> poll(Instant now) {
        CallDesk desk = new CallDesk(now);
        if (phase == Phase.WAITING) {
            reader.answer(false, now).ifPresent(answer -> take(answer, desk));
        }
        if (phase == Phase.APPROVED || due.isAfter(now)) {
            return desk.steps();
        }
        switch (phase) {
            case IDLE -> {
                phase = Phase.PROBING;
                due = now.plus(CONNECT);
                desk.dial(LINE);
            }
            case PROBING, DIALLING -> {
                desk.hangUp(LINE);
                notReached("no connection within " + CONNECT.toSeconds() + " s", desk);
            }
            case WAITING -> doubt("no whole answer within " + ANSWER.toSeconds() + " s", State.NO_ANSWER, desk);
            case APPROVED -> throw new AssertionError("handled above");
        }
        return desk.steps();
    }

    @Override
    public Optional<Instant> nextDue() {
        if (phase == Phase.APPROVED) {
            return Optional.empty();
        }
        Optional<Instant> quiet = phase == Phase.WAITING ? reader.due() : Optional.empty();
        return Optional.of(quiet.filter(at -> at.isBefore(due)).orElse(due));
    }

    @Override
    public List<CallStep> pay(String attempt, long minor, String currency, Instant now) {
        CallDesk desk = new CallDesk(now);
        Optional<String> objection = objection(minor, currency);
        if (objection.isPresent()) {
            notStarted(attempt, objection.get(), desk);
            return desk.steps();
        }
        payment = new Payment(
                attempt,
                new CaisseRequest(
                        options.version(),
                        options.protocolId(),
                        options.till(),
                        minor,
                        Currencies.numeric(currency).orElseThrow(),
                        reference(attempt)));
        if (phase == Phase.IDLE) {
            desk.dial(LINE);
        }
        phase = Phase.DIALLING;
        due = now.plus(CONNECT);
        return desk.steps();
    }

    /** CF takes 1 to 99 characters of ASCII (section 3); another id is left out, the answer repeats enough without it. */
    private static String reference(String attempt) {
        return attempt.matches("[ -~]{1,99}") ? attempt : "";
    }

    private Optional<String> objection(long minor, String currency) {
        if (inDoubt.isPresent()) {
            return Optional.of("an earlier attempt is in doubt");
        }
        if (phase != Phase.IDLE && phase != Phase.PROBING) {
            return Optional.of("the terminal is in use");
        }
        if (!reachable) {
            return Optional.of(told == null ? "not connected" : told.detail());
        }
        if (!currency.equals(options.currency()) || Currencies.numeric(currency).isEmpty()) {
            return Optional.of("set up for " + options.currency() + ", not for " + currency);
        }
        boolean fits = minor > 0 && minor <= CaisseRequest.MINOR_MAX;
        return fits ? Optional.empty() : Optional.of("no amount a terminal can take: " + minor);
    }

    @Override
    public List<CallStep> accept(String attempt, Instant now) {
        CallDesk desk = new CallDesk(now);
        if (awaitsAcceptance(attempt)) {
            receipt("CK", false, desk);
            receipt("AK", true, desk);
            desk.tell(new PaymentNotice.Finished(attempt));
            rest(options.probe(), desk);
        }
        return desk.steps();
    }

    private void receipt(String field, boolean merchantCopy, CallDesk desk) {
        List<PaymentNotice.SlipLine> lines = approval.ticket(field);
        if (!lines.isEmpty()) {
            desk.tell(new PaymentNotice.Receipt(payment.attempt(), merchantCopy, lines));
        }
    }

    @Override
    public List<CallStep> refuse(String attempt, Instant now) {
        CallDesk desk = new CallDesk(now);
        if (awaitsAcceptance(attempt)) {
            inDoubt = Optional.of(attempt);
            desk.tell(new PaymentNotice.InDoubt(attempt, "paid, and this protocol cannot take it back"));
            rest(options.probe(), desk);
        }
        return desk.steps();
    }

    private boolean awaitsAcceptance(String attempt) {
        return phase == Phase.APPROVED && payment.attempt().equals(attempt);
    }

    /** There is no abort (section 5): the shopper is shown the terminal, whose red key is the only way. */
    @Override
    public List<CallStep> cancel(String attempt, Instant now) {
        CallDesk desk = new CallDesk(now);
        boolean running = payment != null && payment.attempt().equals(attempt);
        if (running && phase == Phase.DIALLING) {
            desk.hangUp(LINE);
            notStarted(attempt, "cancelled before it began", desk);
            rest(options.probe(), desk);
        } else if (running && phase == Phase.WAITING) {
            desk.tell(new PaymentNotice.Prompted(attempt, PaymentNotice.Prompt.LOOK_AT_TERMINAL, ""));
        }
        return desk.steps();
    }

    @Override
    public List<CallStep> reverse(String attempt, String receipt, long minor, String currency, Instant now) {
        CallDesk desk = new CallDesk(now);
        desk.tell(new PaymentNotice.Reversed(attempt, false, "this protocol cannot reverse; refund at the terminal"));
        return desk.steps();
    }

    /** Ignored for a payment that still runs: its own end follows. */
    @Override
    public List<CallStep> enquire(String attempt, long minor, String currency, Instant now) {
        CallDesk desk = new CallDesk(now);
        boolean idle = phase == Phase.IDLE || phase == Phase.PROBING;
        if (idle || !payment.attempt().equals(attempt)) {
            inDoubt = inDoubt.filter(doubted -> !doubted.equals(attempt));
            desk.tell(new PaymentNotice.Found(
                    attempt,
                    new PaymentNotice.Finding.Unknown(
                            "this protocol has no question to ask; the terminal's own journal shows it")));
        }
        return desk.steps();
    }

    private void take(CaisseAnswer answer, CallDesk desk) {
        Optional<String> contradiction = payment.request().contradiction(answer.message());
        if (contradiction.isPresent()) {
            doubt(contradiction.get(), State.GARBLED, desk);
            return;
        }
        if (answer.hasClearCardNumber()) {
            warning = Optional.of("the terminal sends card numbers in clear");
        }
        String attempt = payment.attempt();
        switch (answer.outcome()) {
            case DONE -> approved(answer, desk);
            case DECLINED -> refused(new PaymentNotice.Declined(attempt, answer.reasonCode(), answer.reason()), desk);
            case STOPPED -> refused(new PaymentNotice.Cancelled(attempt, answer.reasonCode()), desk);
            case DEFECT -> {
                warning = Optional.of("the terminal refuses our messages: " + answer.reason());
                refused(new PaymentNotice.NotStarted(attempt, answer.reason()), desk);
            }
            case UNCLEAR -> doubt("the answer is neither paid nor not paid", State.GARBLED, desk);
        }
    }

    private void approved(CaisseAnswer answer, CallDesk desk) {
        Optional<Long> paid = answer.minor()
                .filter(minor -> minor > 0 && minor <= payment.request().minor());
        if (paid.isEmpty()) {
            doubt("the terminal names an amount that was not asked for", State.GARBLED, desk);
            return;
        }
        desk.hangUp(LINE);
        phase = Phase.APPROVED;
        approval = answer;
        reached(desk);
        desk.tell(new PaymentNotice.Approved(payment.attempt(), answer.settlement(paid.get(), options.currency())));
    }

    private void refused(PaymentNotice verdict, CallDesk desk) {
        desk.hangUp(LINE);
        reached(desk);
        desk.tell(verdict);
        desk.tell(new PaymentNotice.Finished(payment.attempt()));
        rest(options.probe(), desk);
    }

    private void doubt(String why, State state, CallDesk desk) {
        desk.hangUp(LINE);
        inDoubt = Optional.of(payment.attempt());
        desk.tell(new PaymentNotice.InDoubt(payment.attempt(), why));
        condition(state, why, desk);
        reachable = false;
        rest(RETRY, desk);
    }

    private void notReached(String why, CallDesk desk) {
        if (phase == Phase.DIALLING) {
            notStarted(payment.attempt(), why, desk);
        }
        reachable = false;
        condition(State.NOT_CONNECTED, why, desk);
        rest(RETRY, desk);
    }

    private void notStarted(String attempt, String why, CallDesk desk) {
        desk.tell(new PaymentNotice.NotStarted(attempt, why));
        desk.tell(new PaymentNotice.Finished(attempt));
    }

    private void reached(CallDesk desk) {
        boolean news = !reachable;
        reachable = true;
        condition(warning.isPresent() ? State.WARNING : State.READY, warning.orElse(""), desk);
        if (news) {
            desk.tell(new PaymentNotice.Ready());
        }
    }

    private void condition(State state, String detail, CallDesk desk) {
        PaymentNotice.Condition condition = new PaymentNotice.Condition(state, detail);
        if (!condition.equals(told)) {
            told = condition;
            desk.tell(condition);
        }
    }

    private void rest(Duration pause, CallDesk desk) {
        phase = Phase.IDLE;
        due = desk.now().plus(pause);
    }
}
