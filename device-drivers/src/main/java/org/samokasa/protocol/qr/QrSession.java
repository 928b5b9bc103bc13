package org.samokasa.protocol.qr;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samokasa.json.JsonTree;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.payment.CallDesk;
import org.samokasa.protocol.payment.CallSession;
import org.samokasa.protocol.payment.CallStep;
import org.samokasa.protocol.payment.PaymentNotice;
import org.samokasa.protocol.payment.PaymentNotice.Finding;
import org.samokasa.protocol.payment.PaymentNotice.State;
import org.samokasa.protocol.qr.QrReturns.Cause;
import org.samokasa.protocol.qr.QrReturns.Return;

/**
 * The till's side of payments by a code on the screen (section 9, docs/qr-gateway.md). One request at a time, each on a
 * connection of its own. The gateway alone says what became of a payment; its silence proves nothing. All money but the one
 * arrival that settles a payment is given back and told.
 */
public final class QrSession implements CallSession {
    private static final int NOT_FOUND = 404;

    /** The gateway answers so when it could do nothing at all. */
    private static final int UNAVAILABLE = 503;

    private enum Job {
        CREATE,
        STATUS,
        CANCEL,
        ASK,
        GIVE_BACK,
        LOOK
    }

    private record Approval(QrSale sale, QrDocument document) {}

    private final QrOptions options;
    private final QrGateway gateway;
    private final QrHealth health = new QrHealth();
    private final QrReturns returns = new QrReturns();

    private Job job;
    private QrCall call;
    private QrSale sale;
    private Approval approval;
    private QrQuestion question;
    private Return back;
    private Optional<String> inDoubt = Optional.empty();
    private boolean doubtedWasShown;
    private Instant lookAt = Instant.EPOCH;

    public QrSession(QrOptions options) {
        this.options = options;
        this.gateway = new QrGateway(options);
    }

    @Override
    public List<CallStep> onOpened(int line, Instant now) {
        CallDesk desk = new CallDesk(now);
        if (call != null) {
            call.opened(desk);
        }
        return desk.steps();
    }

    @Override
    public List<CallStep> onUnavailable(int line, String why, Instant now) {
        return ended(new QrCall.Progress.Failed(why, false), now);
    }

    @Override
    public List<CallStep> onNotSent(int line, Instant now) {
        if (call != null) {
            call.notSent();
        }
        return ended(new QrCall.Progress.Failed("the connection was lost", false), now);
    }

    @Override
    public List<CallStep> onReceived(int line, Bytes bytes, Instant now) {
        return call == null ? List.of() : ended(call.received(bytes), now);
    }

    @Override
    public List<CallStep> onLost(int line, String why, Instant now) {
        return call == null ? List.of() : ended(call.closed(why), now);
    }

    @Override
    public List<CallStep> poll(Instant now) {
        CallDesk desk = new CallDesk(now);
        if (call != null) {
            call.overdue(now).ifPresent(progress -> take(progress, desk));
        }
        return proceed(desk);
    }

    @Override
    public Optional<Instant> nextDue() {
        if (call != null) {
            return Optional.of(call.due());
        }
        if (approval != null) {
            return Optional.empty();
        }
        return Stream.of(
                        Optional.ofNullable(sale).map(QrSale::nextDue),
                        Optional.ofNullable(question).map(QrQuestion::nextDue),
                        returns.nextDue(),
                        sale == null ? Optional.of(lookAt) : Optional.<Instant>empty())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    @Override
    public List<CallStep> pay(String attempt, long minor, String currency, Instant now) {
        CallDesk desk = new CallDesk(now);
        Optional<String> objection = objection(minor, currency);
        if (objection.isPresent()) {
            notStarted(attempt, objection.get(), desk);
        } else {
            question = null;
            sale = new QrSale(attempt, QrReference.of(options.till(), attempt), minor, currency, now);
            if (job == Job.LOOK) {
                endCall(desk);
                lookAt = now;
            }
        }
        return proceed(desk);
    }

    private Optional<String> objection(long minor, String currency) {
        if (inDoubt.isPresent() || (question != null && !question.isLeftToHuman())) {
            return Optional.of("an earlier attempt is in doubt");
        }
        if (sale != null || approval != null) {
            return Optional.of("the terminal is in use");
        }
        if (!health.isReady()) {
            return Optional.of(health.detail());
        }
        if (!currency.equals(options.currency())) {
            return Optional.of("set up for " + options.currency() + ", not for " + currency);
        }
        return minor > 0 ? QrVerdicts.objection(minor, options) : Optional.of("no amount: " + minor);
    }

    @Override
    public List<CallStep> accept(String attempt, Instant now) {
        CallDesk desk = new CallDesk(now);
        if (awaitsAcceptance(attempt)) {
            approval = null;
            desk.tell(new PaymentNotice.Finished(attempt));
        }
        return proceed(desk);
    }

    @Override
    public List<CallStep> refuse(String attempt, Instant now) {
        CallDesk desk = new CallDesk(now);
        if (awaitsAcceptance(attempt)) {
            QrDocument paid = approval.document();
            approval = null;
            returns.wish(taken(Cause.REFUSED, attempt, paid.paidBy(), paid.minor(), paid.currency(), now));
            doubt(attempt, true, "the result was refused and is being given back", desk);
        }
        return proceed(desk);
    }

    private boolean awaitsAcceptance(String attempt) {
        return approval != null && approval.sale().attempt().equals(attempt);
    }

    private Return taken(Cause cause, String attempt, String arrival, long minor, String currency, Instant now) {
        String reference = QrReference.of(options.till(), attempt);
        return new Return(cause, attempt, reference, arrival, minor, currency, "", now, now);
    }

    @Override
    public List<CallStep> cancel(String attempt, Instant now) {
        CallDesk desk = new CallDesk(now);
        if (sale != null && sale.attempt().equals(attempt)) {
            boolean leaving = call != null && call.isSent();
            if (sale.isUnheard() && !leaving) {
                endCall(desk);
                endSale();
                notStarted(attempt, "cancelled before it began", desk);
            } else if (!sale.isCancelWished()) {
                sale.cancelWished("");
                sale.askAt(now);
                desk.tell(new PaymentNotice.Prompted(attempt, PaymentNotice.Prompt.PROCESSING, ""));
            }
        }
        return proceed(desk);
    }

    @Override
    public List<CallStep> reverse(String attempt, String receipt, long minor, String currency, Instant now) {
        CallDesk desk = new CallDesk(now);
        if (!receipt.matches(QrGateway.ARRIVAL)) {
            desk.tell(new PaymentNotice.Reversed(attempt, false, "no money of this gateway: " + receipt));
        } else if (sale != null || approval != null || returns.isReversing()) {
            desk.tell(new PaymentNotice.Reversed(attempt, false, "the terminal is in use"));
        } else {
            returns.wish(taken(Cause.REVERSAL, attempt, receipt, minor, currency, now));
        }
        return proceed(desk);
    }

    /** Ignored for a payment that still runs or waits to be accepted: its own end follows. */
    @Override
    public List<CallStep> enquire(String attempt, long minor, String currency, Instant now) {
        CallDesk desk = new CallDesk(now);
        boolean running = sale != null && sale.attempt().equals(attempt) || awaitsAcceptance(attempt);
        if (!running) {
            boolean shown = doubtedWasShown && inDoubt.filter(attempt::equals).isPresent();
            String reference = QrReference.of(options.till(), attempt);
            question = new QrQuestion(attempt, reference, minor, currency, shown, now);
        }
        return proceed(desk);
    }

    private List<CallStep> ended(QrCall.Progress progress, Instant now) {
        CallDesk desk = new CallDesk(now);
        if (call != null && !(progress instanceof QrCall.Progress.Running)) {
            take(progress, desk);
        }
        return proceed(desk);
    }

    /** Tells what time has brought and begins what is due: refused money first, then the shopper, then doubt and health. */
    private List<CallStep> proceed(CallDesk desk) {
        Instant now = desk.now();
        if (sale != null && sale.justOver(now) && !sale.isCancelWished()) {
            desk.tell(new PaymentNotice.Prompted(sale.attempt(), PaymentNotice.Prompt.PROCESSING, ""));
        }
        if (question != null && question.isForHuman(now)) {
            inDoubt = Optional.empty();
            desk.tell(new PaymentNotice.Found(
                    question.attempt(), new Finding.Unknown("the gateway proved nothing within five minutes")));
        }
        if (call != null || approval != null) {
            return desk.steps();
        }
        if (sale != null && sale.isOverdue(now)) {
            QrSale silent = endSale();
            doubt(silent.attempt(), silent.isShown(), "the gateway is silent", desk);
        }
        Optional<Return> wished = returns.due(true, now);
        Optional<Return> owed = returns.due(false, now);
        if (wished.isPresent()) {
            giveBack(wished.get(), desk);
        } else if (sale != null && sale.isDue(now)) {
            ask(desk);
        } else if (question != null && question.isDue(now)) {
            String reference = question.reference();
            begin(Job.ASK, question.shallClose() ? gateway.cancel(reference) : gateway.status(reference), desk);
        } else if (owed.isPresent()) {
            giveBack(owed.get(), desk);
        } else if (sale == null && !lookAt.isAfter(now)) {
            lookAt = now.plus(QrTimes.PROBE);
            begin(Job.LOOK, gateway.owed(), desk);
        }
        return desk.steps();
    }

    private void ask(CallDesk desk) {
        switch (sale.wish(desk.now())) {
            case CREATE ->
                begin(
                        Job.CREATE,
                        gateway.create(sale.reference(), sale.attempt(), sale.minor(), sale.currency()),
                        desk);
            case STATUS -> begin(Job.STATUS, gateway.status(sale.reference()), desk);
            case CANCEL -> begin(Job.CANCEL, gateway.cancel(sale.reference()), desk);
        }
    }

    private void giveBack(Return next, CallDesk desk) {
        back = next;
        Bytes request = gateway.giveBack(next.reference(), next.arrival(), next.minor(), next.currency());
        begin(Job.GIVE_BACK, request, desk);
    }

    private void begin(Job next, Bytes request, CallDesk desk) {
        job = next;
        call = new QrCall(request, desk);
    }

    /** Hangs up on what is being asked. */
    private Job endCall(CallDesk desk) {
        Job was = job;
        if (call != null) {
            desk.hangUp(QrCall.LINE);
        }
        job = null;
        call = null;
        return was;
    }

    private QrSale endSale() {
        QrSale was = sale;
        sale = null;
        return was;
    }

    private void take(QrCall.Progress progress, CallDesk desk) {
        boolean sent = call.isSent();
        Job was = endCall(desk);
        if (progress instanceof QrCall.Progress.Answered answered) {
            answered(was, answered.json(), desk);
        } else if (progress instanceof QrCall.Progress.Rejected rejected) {
            rejected(was, rejected.status(), desk);
        } else {
            failed(was, (QrCall.Progress.Failed) progress, sent, desk);
        }
    }

    private void answered(Job was, JsonTree json, CallDesk desk) {
        try {
            if (was == Job.LOOK) {
                for (JsonTree each : json.at("payments").items()) {
                    returns.learn(QrDocument.read(each), desk.now());
                }
            } else {
                understood(was, QrDocument.read(json), desk);
            }
            health.set(State.READY, "", desk);
        } catch (QrException e) {
            failed(was, new QrCall.Progress.Failed(e.getMessage(), true), true, desk);
        }
    }

    private void understood(Job was, QrDocument document, CallDesk desk) throws QrException {
        boolean ours = switch (was) {
            case CREATE, STATUS, CANCEL -> sale.isOurs(document);
            case ASK -> question == null || question.isOurs(document);
            default -> document.reference().equals(back.reference());
        };
        if (!ours) {
            throw new QrException("an answer about another payment");
        }
        returns.learn(document, desk.now());
        switch (was) {
            case CREATE, STATUS, CANCEL -> course(document, desk);
            case ASK -> found(document, desk);
            default -> returned(document, desk);
        }
    }

    /** What the payment under way has come to. */
    private void course(QrDocument document, CallDesk desk) {
        if (document.state() == QrDocument.State.OPEN) {
            sale.mayBeOpen();
            sale.askAt(desk.now().plus(QrTimes.POLL));
            if (!sale.isShown() && !sale.isCancelWished()) {
                show(document, desk);
            }
            return;
        }
        QrSale ended = endSale();
        if (document.state() == QrDocument.State.PAID && !document.isTakenBack()) {
            approval = new Approval(ended, document);
            desk.tell(new PaymentNotice.Approved(ended.attempt(), QrVerdicts.settlement(document, options)));
            return;
        }
        desk.tell(QrVerdicts.notPaid(document, ended.whyNotShown()));
        desk.tell(new PaymentNotice.Finished(ended.attempt()));
        lookAt = desk.now().plus(QrTimes.RETRY);
    }

    private void show(QrDocument document, CallDesk desk) {
        String text = QrVerdicts.text(document, options);
        if (text.isEmpty()) {
            sale.cancelWished("the gateway sends no text and no scheme is set up to make one");
            sale.askAt(desk.now());
            return;
        }
        Duration left = Duration.ofSeconds(document.secondsLeft());
        sale.shown(desk.now().plus(left));
        desk.tell(new PaymentNotice.CodeShown(sale.attempt(), text, left));
    }

    private void found(QrDocument document, CallDesk desk) {
        if (question == null) {
            return;
        }
        boolean goingBack =
                document.state() == QrDocument.State.PAID && !document.isTakenBack() && returns.isTakingBack(document);
        if (goingBack) {
            question.askAgain(desk.now());
        } else if (document.state() == QrDocument.State.OPEN) {
            question.closeFirst(desk.now());
        } else {
            tellFound(QrVerdicts.finding(document, options), desk);
        }
    }

    private void tellFound(Finding finding, CallDesk desk) {
        String attempt = question.attempt();
        question = null;
        inDoubt = inDoubt.filter(doubted -> !doubted.equals(attempt));
        desk.tell(new PaymentNotice.Found(attempt, finding));
    }

    private void returned(QrDocument document, CallDesk desk) {
        boolean done = document.arrivals().stream()
                .anyMatch(arrival -> arrival.id().equals(back.arrival()) && arrival.givenBack());
        if (done) {
            returns.done(back, desk);
        } else {
            returns.failed(back, "the gateway does not say that it was given back", desk);
        }
    }

    private void rejected(Job was, int status, CallDesk desk) {
        if (was == Job.GIVE_BACK) {
            health.set(State.WARNING, "the gateway will not give money back: HTTP " + status, desk);
            if (status < 500) {
                returns.refused(back, "the gateway says HTTP " + status, desk);
            } else {
                returns.failed(back, "the gateway says HTTP " + status, desk);
            }
            return;
        }
        boolean unknown = was == Job.ASK && status == NOT_FOUND;
        if (!unknown) {
            health.rejected(status, desk);
        }
        if (was == Job.CREATE && sale.isUnheard() && (status < 500 || status == UNAVAILABLE)) {
            notStarted(endSale().attempt(), "the gateway says HTTP " + status, desk);
        } else if (!unknown) {
            later(was, true, desk);
        } else if (question != null && question.isUnknown(desk.now())) {
            tellFound(new Finding.NotBooked(), desk);
        }
    }

    private void failed(Job was, QrCall.Progress.Failed failure, boolean sent, CallDesk desk) {
        health.failed(failure, sent, desk);
        if (was == Job.GIVE_BACK) {
            returns.failed(back, failure.why(), desk);
        } else if (was == Job.CREATE && sale.isUnheard() && !sent) {
            notStarted(endSale().attempt(), failure.why(), desk);
        } else {
            later(was, sent, desk);
        }
    }

    /** Nothing was learnt: the same again after a pause. */
    private void later(Job was, boolean sent, CallDesk desk) {
        Instant now = desk.now();
        switch (was) {
            case CREATE, STATUS, CANCEL -> {
                if (sent) {
                    sale.mayBeOpen();
                }
                sale.askAt(now.plus(QrTimes.POLL));
            }
            case ASK -> {
                if (question != null) {
                    question.askAgain(now);
                }
            }
            default -> lookAt = now.plus(QrTimes.RETRY);
        }
    }

    private void doubt(String attempt, boolean shown, String why, CallDesk desk) {
        inDoubt = Optional.of(attempt);
        doubtedWasShown = shown;
        desk.tell(new PaymentNotice.InDoubt(attempt, why));
    }

    private static void notStarted(String attempt, String why, CallDesk desk) {
        desk.tell(new PaymentNotice.NotStarted(attempt, why));
        desk.tell(new PaymentNotice.Finished(attempt));
    }
}
