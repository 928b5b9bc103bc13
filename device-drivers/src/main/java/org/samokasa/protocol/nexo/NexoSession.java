package org.samokasa.protocol.nexo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.samokasa.json.JsonTree;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.payment.CallDesk;
import org.samokasa.protocol.payment.CallSession;
import org.samokasa.protocol.payment.CallStep;
import org.samokasa.protocol.payment.Currencies;
import org.samokasa.protocol.payment.PaymentNotice;
import org.samokasa.protocol.payment.PaymentNotice.State;

/**
 * The till's side of nexo (sections 5 to 7). One question at a time on the first line, an abort beside it on the second. A
 * payment is sent once; what becomes of it when its answer is lost is asked for with TransactionStatus until the terminal
 * proves it.
 */
public final class NexoSession implements CallSession {
    private static final int MAIN = 0;
    private static final int ABORT = 1;

    private enum Job {
        DIAGNOSIS,
        PAYMENT,
        STATUS_OF_PAYMENT,
        STATUS_OF_REVERSAL,
        REVERSAL
    }

    private record Payment(String attempt, BigDecimal major, String currency) {}

    private record Approval(String attempt, NexoAnswers.Outcome.Paid paid, JsonTree body) {}

    private final NexoOptions options;
    private final ServiceIds ids;
    private final NexoHealth health = new NexoHealth();
    private final NexoRecovery recovery;

    private Job job;
    private NexoCall call;
    private NexoCall abort;
    private Payment payment;
    private Approval approval;

    public NexoSession(NexoOptions options) {
        this.options = options;
        this.ids = new ServiceIds(options.saleId());
        this.recovery = new NexoRecovery(options, ids);
    }

    @Override
    public List<CallStep> onOpened(int line, Instant now) {
        CallDesk desk = new CallDesk(now);
        NexoCall opened = line == MAIN ? call : abort;
        if (opened != null) {
            opened.opened(desk);
            if (line == MAIN && job == Job.PAYMENT) {
                desk.tell(new PaymentNotice.Prompted(payment.attempt(), PaymentNotice.Prompt.PRESENT_CARD, ""));
            }
        }
        return desk.steps();
    }

    @Override
    public List<CallStep> onUnavailable(int line, String why, Instant now) {
        return ended(line, new NexoCall.Progress.Failed(why, false), now);
    }

    @Override
    public List<CallStep> onNotSent(int line, Instant now) {
        CallDesk desk = new CallDesk(now);
        if (line == ABORT) {
            endAbort(desk);
        } else if (call != null) {
            desk.hangUp(MAIN);
            notSent("not connected", desk);
        }
        return proceed(desk);
    }

    @Override
    public List<CallStep> onReceived(int line, Bytes bytes, Instant now) {
        // An abort that was heard is not an aborted payment: the payment's own answer decides (section 5.3).
        boolean nothing = line == MAIN && call == null;
        return nothing ? List.of() : ended(line, line == MAIN ? call.received(bytes) : null, now);
    }

    @Override
    public List<CallStep> onLost(int line, String why, Instant now) {
        boolean nothing = line == MAIN && call == null;
        return nothing ? List.of() : ended(line, line == MAIN ? call.closed(why) : null, now);
    }

    @Override
    public List<CallStep> poll(Instant now) {
        CallDesk desk = new CallDesk(now);
        if (call != null) {
            call.overdue(now).ifPresent(progress -> take(progress, desk));
        }
        if (abort != null && abort.overdue(now).isPresent()) {
            endAbort(desk);
        }
        return proceed(desk);
    }

    @Override
    public Optional<Instant> nextDue() {
        Optional<Instant> aborting = Optional.ofNullable(abort).map(NexoCall::due);
        if (call != null) {
            return Stream.concat(Stream.of(call.due()), aborting.stream()).min(Instant::compareTo);
        }
        if (approval != null) {
            return aborting;
        }
        return Stream.of(aborting, recovery.nextDue(), Optional.of(health.askAt()))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    @Override
    public List<CallStep> pay(String attempt, long minor, String currency, Instant now) {
        CallDesk desk = new CallDesk(now);
        Optional<String> objection = objection(minor, currency);
        if (objection.isPresent()) {
            NexoAnswers.notStarted(attempt, objection.get(), desk);
        } else {
            payment = new Payment(attempt, Currencies.major(minor, currency).orElseThrow(), currency);
        }
        return proceed(desk);
    }

    @Override
    public boolean canDiagnose() {
        return true;
    }

    @Override
    public List<CallStep> diagnose(String run, Instant now) {
        CallDesk desk = new CallDesk(now);
        occupied()
                .ifPresentOrElse(
                        why -> desk.tell(new PaymentNotice.Diagnosed(run, false, why)), () -> health.want(run, now));
        return proceed(desk);
    }

    private Optional<String> occupied() {
        boolean busy = payment != null || approval != null || health.isWanted();
        return recovery.objection().or(() -> busy ? Optional.of("the terminal is in use") : Optional.empty());
    }

    private Optional<String> objection(long minor, String currency) {
        return occupied().or(health::objection).or(() -> options.objection(minor, currency));
    }

    @Override
    public List<CallStep> accept(String attempt, Instant now) {
        CallDesk desk = new CallDesk(now);
        if (awaitsAcceptance(attempt)) {
            NexoAnswers.finish(attempt, approval.body(), desk);
            approval = null;
        }
        return proceed(desk);
    }

    @Override
    public List<CallStep> refuse(String attempt, Instant now) {
        CallDesk desk = new CallDesk(now);
        if (awaitsAcceptance(attempt)) {
            String receipt = approval.paid().settlement().transaction().receipt();
            recovery.reverse(new PendingReversal(attempt, receipt, false, false, now));
            approval = null;
            recovery.doubt(attempt, "the result was refused and is being taken back", desk);
        }
        return proceed(desk);
    }

    private boolean awaitsAcceptance(String attempt) {
        return approval != null && approval.attempt().equals(attempt);
    }

    @Override
    public List<CallStep> cancel(String attempt, Instant now) {
        CallDesk desk = new CallDesk(now);
        boolean running = payment != null && payment.attempt().equals(attempt);
        if (running && job != Job.PAYMENT) {
            payment = null;
            NexoAnswers.notStarted(attempt, "cancelled before it began", desk);
        } else if (running && call.isSent()) {
            sendAbort(attempt, desk);
        }
        recovery.cancelWished(attempt);
        return proceed(desk);
    }

    private void sendAbort(String attempt, CallDesk desk) {
        if (abort == null) {
            Map<String, Object> body = NexoRequests.abort(options.saleId(), ids.ofMoney("pay", attempt));
            abort = new NexoCall(ABORT, "Abort", ids.ofQuestion(desk.now()), body, options, NexoTimes.QUESTION, desk);
        }
    }

    private void endAbort(CallDesk desk) {
        abort = null;
        desk.hangUp(ABORT);
    }

    @Override
    public List<CallStep> reverse(String attempt, String receipt, long minor, String currency, Instant now) {
        CallDesk desk = new CallDesk(now);
        if (receipt.indexOf('@') < 1) {
            desk.tell(new PaymentNotice.Reversed(attempt, false, "no transaction of this terminal: " + receipt));
        } else if (payment != null || approval != null || recovery.isReversing()) {
            desk.tell(new PaymentNotice.Reversed(attempt, false, "the terminal is in use"));
        } else {
            recovery.reverse(new PendingReversal(attempt, receipt, true, true, now));
        }
        return proceed(desk);
    }

    /** Ignored for a payment that still runs or waits to be accepted: its own end follows. */
    @Override
    public List<CallStep> enquire(String attempt, long minor, String currency, Instant now) {
        CallDesk desk = new CallDesk(now);
        boolean running = payment != null && payment.attempt().equals(attempt) || awaitsAcceptance(attempt);
        if (!running) {
            recovery.ask(attempt, now);
        }
        return proceed(desk);
    }

    /** @param progress of the main line; the abort's does not matter */
    private List<CallStep> ended(int line, NexoCall.Progress progress, Instant now) {
        CallDesk desk = new CallDesk(now);
        if (line == ABORT) {
            endAbort(desk);
        } else if (call != null && !(progress instanceof NexoCall.Progress.Running)) {
            take(progress, desk);
        }
        return proceed(desk);
    }

    /** Begins what is due when the line is free: doubt first, then money, then health. */
    private List<CallStep> proceed(CallDesk desk) {
        recovery.answerWhatIsKnown(call == null, job == Job.STATUS_OF_PAYMENT, desk);
        if (call != null || approval != null) {
            return desk.steps();
        }
        Instant now = desk.now();
        Optional<PendingReversal> reversal = recovery.reversalDue(now);
        Optional<DoubtedPayment> question = recovery.questionDue(now);
        if (reversal.isPresent()) {
            beginReversal(reversal.get(), desk);
        } else if (question.isPresent()) {
            begin(Job.STATUS_OF_PAYMENT, "TransactionStatus", ids.ofQuestion(now), recovery.statusRequest(), desk);
        } else if (payment != null) {
            beginPayment(desk);
        } else if (!health.askAt().isAfter(now)) {
            health.askAt(now.plus(NexoTimes.IDLE));
            begin(Job.DIAGNOSIS, "Diagnosis", ids.ofQuestion(now), health.request(), desk);
        }
        return desk.steps();
    }

    private void beginPayment(CallDesk desk) {
        Map<String, Object> body =
                NexoRequests.payment(payment.attempt(), desk.now(), payment.currency(), payment.major());
        begin(Job.PAYMENT, "Payment", ids.ofMoney("pay", payment.attempt()), body, desk);
    }

    private void beginReversal(PendingReversal reversal, CallDesk desk) {
        String id = ids.ofMoney("reverse", reversal.attempt());
        if (reversal.mayHaveLeft()) {
            Map<String, Object> body = NexoRequests.status("Reversal", options.saleId(), id);
            begin(Job.STATUS_OF_REVERSAL, "TransactionStatus", ids.ofQuestion(desk.now()), body, desk);
        } else {
            Map<String, Object> body = NexoRequests.reversal(
                    reversal.transactionId(), reversal.stamp(), reversal.attempt() + "-R1", desk.now());
            begin(Job.REVERSAL, "Reversal", id, body, desk);
            recovery.reversalLeft(true);
        }
    }

    private void begin(Job next, String category, String serviceId, Map<String, Object> body, CallDesk desk) {
        job = next;
        Duration patience = next == Job.PAYMENT || next == Job.REVERSAL ? NexoTimes.MONEY : NexoTimes.QUESTION;
        call = new NexoCall(MAIN, category, serviceId, body, options, patience, desk);
    }

    private void take(NexoCall.Progress progress, CallDesk desk) {
        desk.hangUp(MAIN);
        if (progress instanceof NexoCall.Progress.Answered answered) {
            answered(answered.message().body(), desk);
        } else if (progress instanceof NexoCall.Progress.Rejected rejected) {
            rejected(rejected.why(), desk);
        } else if (!call.isSent()) {
            notSent(((NexoCall.Progress.Failed) progress).why(), desk);
        } else {
            broken((NexoCall.Progress.Failed) progress, desk);
        }
    }

    private void answered(JsonTree body, CallDesk desk) {
        Job was = endCall();
        switch (was) {
            case DIAGNOSIS -> health.diagnosed(body, desk);
            case PAYMENT -> paymentAnswered(body, desk);
            case STATUS_OF_PAYMENT ->
                recovery.statusOfPayment(body, desk).ifPresent(attempt -> sendAbort(attempt, desk));
            case STATUS_OF_REVERSAL -> recovery.statusOfReversal(body, desk);
            case REVERSAL -> recovery.reversalEnded(body, desk);
        }
    }

    private Job endCall() {
        Job was = job;
        job = null;
        call = null;
        return was;
    }

    /** Nothing of it was done: the terminal says so with our key. */
    private void rejected(String why, CallDesk desk) {
        Job was = endCall();
        if (was == Job.PAYMENT) {
            NexoAnswers.notStarted(endPayment(), "rejected: " + why, desk);
            health.set(State.WARNING, "the terminal rejects our messages: " + why, desk);
        } else {
            askLater(was, "rejected: " + why, desk);
        }
    }

    private void notSent(String why, CallDesk desk) {
        Job was = endCall();
        health.set(State.NOT_CONNECTED, why, desk);
        health.askAt(desk.now().plus(NexoTimes.RETRY));
        if (payment != null) {
            NexoAnswers.notStarted(endPayment(), why, desk);
        }
        if (was == Job.REVERSAL) {
            recovery.reversalLeft(false);
        }
        askLater(was, why, desk);
    }

    private void broken(NexoCall.Progress.Failed failure, CallDesk desk) {
        Job was = endCall();
        health.set(failure.suspicious() ? State.SETTINGS : State.NO_ANSWER, failure.why(), desk);
        health.askAt(desk.now().plus(NexoTimes.RETRY));
        if (was == Job.PAYMENT) {
            recovery.doubt(endPayment(), failure.why(), desk);
        } else if (payment != null) {
            NexoAnswers.notStarted(endPayment(), failure.why(), desk);
        }
        askLater(was, failure.why(), desk);
    }

    private void askLater(Job was, String why, CallDesk desk) {
        if (was == Job.STATUS_OF_PAYMENT) {
            recovery.askLater(desk.now());
        } else if (was == Job.STATUS_OF_REVERSAL || was == Job.REVERSAL) {
            recovery.reverseLater(desk.now());
        } else if (was == Job.DIAGNOSIS) {
            health.unanswered(why, desk);
        }
    }

    private String endPayment() {
        String attempt = payment.attempt();
        payment = null;
        return attempt;
    }

    private void paymentAnswered(JsonTree body, CallDesk desk) {
        String attempt = endPayment();
        NexoAnswers.Outcome outcome = NexoAnswers.payment(body, options.poiId());
        if (outcome instanceof NexoAnswers.Outcome.Paid paid) {
            approval = new Approval(attempt, paid, body);
            if (paid.clearCardNumber()) {
                health.set(State.WARNING, "the terminal sends card numbers in clear", desk);
            }
            desk.tell(new PaymentNotice.Approved(attempt, paid.settlement()));
        } else if (outcome instanceof NexoAnswers.Outcome.Unclear unclear) {
            recovery.doubt(attempt, unclear.why(), desk);
        } else if (outcome instanceof NexoAnswers.Outcome.NotStarted not) {
            NexoAnswers.notStarted(attempt, not.why(), desk);
            health.askAt(desk.now());
        } else {
            NexoAnswers.notPaid(attempt, outcome, body, desk);
        }
    }
}
