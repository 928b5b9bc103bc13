package org.samokasa.protocol.qr;

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
import org.samokasa.protocol.qr.QrReturns.Cause;
import org.samokasa.protocol.qr.QrReturns.Return;

/**
 * The till's side of payments by a code on the screen (section 9, docs/qr-gateway.md). One request at a time, each on a
 * connection of its own. The gateway alone says what became of a payment; its silence proves nothing. All money but the one
 * arrival that settles a payment is given back and told.
 */
public final class QrSession implements CallSession {
    private static final int NOT_FOUND = 404;

    private static final int UNAVAILABLE = 503;

    private enum Job {
        /** Before a code is shown. */
        CREATE,
        COURSE,
        ASK,
        GIVE_BACK,
        LOOK
    }

    private record Approval(QrSale sale, QrDocument document) {}

    private final QrOptions options;
    private final QrGateway gateway;
    private final QrHealth health = new QrHealth();
    private final QrReturns returns;
    private final QrDoubts doubts;

    private Job job;
    private QrCall call;
    private QrSale sale;
    private Approval approval;
    private Return back;
    private Instant lookAt = Instant.EPOCH;

    public QrSession(QrOptions options) {
        this.options = options;
        this.gateway = new QrGateway(options);
        this.returns = new QrReturns(options.till());
        this.doubts = new QrDoubts(options);
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
                        doubts.nextDue(),
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
            QrVerdicts.notStarted(attempt, objection.get(), desk);
        } else {
            doubts.forget();
            sale = new QrSale(attempt, QrReference.of(options.till(), attempt), minor, currency, now);
            if (job == Job.LOOK) {
                endCall(desk);
                lookAt = now;
            }
        }
        return proceed(desk);
    }

    private Optional<String> objection(long minor, String currency) {
        if (doubts.block()) {
            return Optional.of("an earlier attempt is in doubt");
        }
        if (sale != null || approval != null) {
            return Optional.of("the terminal is in use");
        }
        if (!health.isReady()) {
            return Optional.of(health.detail());
        }
        return QrVerdicts.objection(minor, currency, options);
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
            returns.wish(Cause.REFUSED, attempt, paid.paidBy(), paid.minor(), paid.currency(), now);
            doubts.doubt(attempt, true, "the result was refused and is being given back", desk);
        }
        return proceed(desk);
    }

    private boolean awaitsAcceptance(String attempt) {
        return approval != null && approval.sale().attempt().equals(attempt);
    }

    @Override
    public List<CallStep> cancel(String attempt, Instant now) {
        CallDesk desk = new CallDesk(now);
        if (sale != null && sale.attempt().equals(attempt)) {
            boolean creating = job == Job.CREATE;
            if (sale.isUnheard() && !(creating && call.isSent())) {
                if (creating) {
                    endCall(desk);
                }
                endSale();
                QrVerdicts.notStarted(attempt, "cancelled before it began", desk);
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
            returns.wish(Cause.REVERSAL, attempt, receipt, minor, currency, now);
        }
        return proceed(desk);
    }

    /** Ignored for a payment that still runs or waits to be accepted: its own end follows. */
    @Override
    public List<CallStep> enquire(String attempt, long minor, String currency, Instant now) {
        CallDesk desk = new CallDesk(now);
        boolean running = sale != null && sale.attempt().equals(attempt) || awaitsAcceptance(attempt);
        if (!running) {
            doubts.ask(attempt, minor, currency, now);
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
        doubts.tick(desk);
        if (call != null || approval != null) {
            return desk.steps();
        }
        if (sale != null && sale.isOverdue(now)) {
            QrSale silent = endSale();
            doubts.doubt(silent.attempt(), silent.isShown(), "the gateway is silent", desk);
        }
        Optional<Return> wished = returns.due(true, now);
        Optional<Return> owed = returns.due(false, now);
        Optional<Bytes> question = doubts.due(gateway, now);
        if (wished.isPresent()) {
            giveBack(wished.get(), desk);
        } else if (sale != null && sale.isDue(now)) {
            begin(sale.isShown() ? Job.COURSE : Job.CREATE, sale.request(gateway, now), desk);
        } else if (question.isPresent()) {
            begin(Job.ASK, question.get(), desk);
        } else if (owed.isPresent()) {
            giveBack(owed.get(), desk);
        } else if (sale == null && !lookAt.isAfter(now)) {
            lookAt = now.plus(QrTimes.PROBE);
            begin(Job.LOOK, gateway.owed(), desk);
        }
        return desk.steps();
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
            health.reached(returns.complaint(), desk);
        } catch (QrException e) {
            failed(was, new QrCall.Progress.Failed(e.getMessage(), true), true, desk);
        }
    }

    private void understood(Job was, QrDocument document, CallDesk desk) throws QrException {
        boolean ours = switch (was) {
            case CREATE, COURSE -> sale.isOurs(document);
            case ASK -> doubts.isOurs(document);
            default -> document.reference().equals(back.reference());
        };
        if (!ours) {
            throw new QrException("an answer about another payment");
        }
        returns.learn(document, desk.now());
        switch (was) {
            case CREATE, COURSE -> course(was, document, desk);
            case ASK -> doubts.answered(document, returns.isTakingBack(document), desk);
            default -> returns.answered(back, document, desk);
        }
    }

    /** What the payment under way has come to. */
    private void course(Job was, QrDocument document, CallDesk desk) {
        if (document.state() == QrDocument.State.OPEN) {
            sale.mayBeOpen();
            sale.askAt(desk.now().plus(QrTimes.POLL));
            if (!sale.isShown() && !sale.isCancelWished()) {
                sale.show(document, QrVerdicts.text(document, options), desk);
            }
            return;
        }
        if (was == Job.CREATE && sale.isUnheard()) {
            // It ended before it began: an attempt of a journal that was thrown away. Its money paid for other goods.
            String why = "the gateway knows this attempt already: give the lane another till name";
            QrVerdicts.notStarted(endSale().attempt(), why, desk);
            lookAt = desk.now().plus(QrTimes.RETRY);
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

    private void rejected(Job was, int status, CallDesk desk) {
        if (was == Job.GIVE_BACK) {
            returns.rejected(back, status, desk);
            health.reached(returns.complaint(), desk);
            return;
        }
        boolean unknown = was == Job.ASK && status == NOT_FOUND;
        if (!unknown) {
            health.rejected(status, desk);
        }
        if (was == Job.CREATE && sale.isUnheard() && (status < 500 || status == UNAVAILABLE)) {
            QrVerdicts.notStarted(endSale().attempt(), "the gateway says HTTP " + status, desk);
        } else if (!unknown) {
            later(was, true, desk);
        } else {
            doubts.unknown(desk);
        }
    }

    private void failed(Job was, QrCall.Progress.Failed failure, boolean sent, CallDesk desk) {
        health.failed(failure, sent, desk);
        if (was == Job.GIVE_BACK) {
            returns.failed(back, failure.why(), desk);
        } else if (was == Job.CREATE && sale.isUnheard() && !sent) {
            QrVerdicts.notStarted(endSale().attempt(), failure.why(), desk);
        } else {
            later(was, sent, desk);
        }
    }

    /** Nothing was learnt: the same again after a pause. */
    private void later(Job was, boolean sent, CallDesk desk) {
        Instant now = desk.now();
        switch (was) {
            case CREATE, COURSE -> {
                if (sent) {
                    sale.mayBeOpen();
                }
                sale.askAt(now.plus(QrTimes.POLL));
            }
            case ASK -> doubts.later(now);
            default -> lookAt = now.plus(QrTimes.RETRY);
        }
    }
}
