package org.samokasa.protocol.zvt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samokasa.protocol.Bytes;

/**
 * The till's side of the conversation with one terminal. Pure: messages, wishes and time come in, steps come
 * out.
 *
 * <p>It registers when the line opens, keeps the terminal awake, runs one payment or reversal at a time, holds the
 * acknowledgement of an approval until {@link #accept}, and declares an attempt in doubt when the line or the terminal
 * is lost in between. It never sends a command that moves money twice on suspicion. While an attempt is in doubt it
 * starts no other until {@link #enquire} has been answered.
 */
public final class ZvtSession {
    private final Duration answer;
    private final Knowledge knowledge;
    private final Readiness readiness;
    private boolean connected;
    private Exchange exchange;
    /** What was refused for want of registration and begins again after it. */
    private Exchange suspended;

    private Task wanted;
    private Instant wantedUntil;
    private final OpenQuestion question = new OpenQuestion();
    private Task receiptAgain;
    /** Until then a terminal that hangs up after each command gets the time to do so. */
    private Instant hangUpAwaitedUntil;

    /** Over TCP. */
    public ZvtSession(ZvtOptions options) {
        this(options, false);
    }

    /** @param serial true on a serial line, where a block may be sent three times before it arrives */
    public ZvtSession(ZvtOptions options, boolean serial) {
        this.answer = serial ? ZvtTimes.SERIAL_ANSWER : ZvtTimes.ANSWER;
        this.knowledge = new Knowledge(options);
        this.readiness = new Readiness(knowledge);
    }

    /** The last transaction the terminal had when it was last asked; empty while unknown. */
    public Optional<ZvtTransaction> last() {
        return knowledge.last;
    }

    public List<Step> onOpened(Instant now) {
        Desk desk = new Desk(now);
        connected = true;
        hangUpAwaitedUntil = null;
        readiness.opened(desk);
        return proceed(desk);
    }

    public List<Step> onLost(String why, Instant now) {
        // Our own restart has been accounted for already.
        return !connected ? List.of() : disconnect(Notice.State.NOT_CONNECTED, why, new Desk(now));
    }

    /** An attempt to open the line failed. */
    public List<Step> onUnavailable(String why, Instant now) {
        return disconnect(Notice.State.NOT_CONNECTED, why, new Desk(now));
    }

    /** What came is no ZVT: the connection is of no more use (section 14). */
    public List<Step> onGarbage(String why, Instant now) {
        Desk desk = new Desk(now);
        desk.restart(why);
        return disconnect(Notice.State.GARBLED, why, desk);
    }

    /** The line would not take the last command. */
    public List<Step> onNotSent(Instant now) {
        Desk desk = new Desk(now);
        if (exchange != null && exchange.awaitsFirstAnswer()) {
            exchange.task().onNotSent(desk);
            exchange.task().end();
        }
        return disconnect(Notice.State.NOT_CONNECTED, "not connected", desk);
    }

    /** The terminal sent a card number that it had not masked. */
    public List<Step> onClearCardNumber(Instant now) {
        Desk desk = new Desk(now);
        desk.tell(new Notice.Warning("the terminal sends card numbers in clear"));
        return desk.steps();
    }

    public List<Step> onApdu(Apdu apdu, Instant now) {
        Desk desk = new Desk(now);
        if (!connected) {
            // Left over from a connection that we gave up.
            return desk.steps();
        }
        if (apdu.isResponse()) {
            // An answer to nothing is ignored (section 14).
            Response.read(apdu).filter(r -> exchange != null).ifPresent(r -> exchange.onResponse(r, desk));
        } else if (exchange != null) {
            exchange.onCommand(ZvtCodec.readPt(apdu), desk);
        } else {
            onUnasked(ZvtCodec.readPt(apdu), desk);
        }
        return proceed(desk);
    }

    public List<Step> poll(Instant now) {
        Desk desk = new Desk(now);
        if (exchange != null) {
            exchange.poll(desk);
        }
        return proceed(desk);
    }

    /** When {@link #poll} has something to do; empty when there is nothing. */
    public Optional<Instant> nextDue() {
        Optional<Instant> running = exchange == null ? Optional.empty() : exchange.nextDue();
        Optional<Instant> quiet = exchange == null && connected ? readiness.nextDue() : Optional.empty();
        Optional<Instant> waiting = Optional.ofNullable(wanted).map(task -> wantedUntil);
        Optional<Instant> hangingUp =
                Optional.ofNullable(hangUpAwaitedUntil).filter(at -> exchange == null && connected);
        return Stream.of(
                        running,
                        hangingUp.or(() -> quiet),
                        waiting,
                        question.due(connected && exchange == null && readiness.isReady()))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** Starts a payment, or tells at once why not. */
    public List<Step> pay(String attempt, long amountMinor, String currency, Instant now) {
        Desk desk = new Desk(now);
        PaymentTask payment = new PaymentTask(attempt, amountMinor, currency, knowledge);
        Optional<String> objection = objection(amountMinor, currency);
        if (objection.isPresent()) {
            payment.notStarted(objection.get(), desk);
            return desk.steps();
        }
        want(payment, now);
        return proceed(desk);
    }

    /** Reverses by receipt number, or tells at once why not. */
    public List<Step> reverse(String attempt, String receipt, long amountMinor, String currency, Instant now) {
        Desk desk = new Desk(now);
        ReversalTask reversal = new ReversalTask(attempt, receipt, amountMinor, currency, knowledge);
        Optional<String> objection = receipt.matches("[0-9]{4}")
                ? objection(amountMinor, currency)
                : Optional.of("a receipt number has four digits");
        if (objection.isPresent()) {
            reversal.notStarted(objection.get(), desk);
            return desk.steps();
        }
        want(reversal, now);
        return proceed(desk);
    }

    /** The verdict on this attempt is on disk. Ignored when no verdict waits. */
    public List<Step> accept(String attempt, Instant now) {
        Desk desk = new Desk(now);
        payment(attempt).ifPresent(payment -> payment.accept(desk));
        return proceed(desk);
    }

    /** The verdict on this attempt could not be kept: have an approval reversed. Ignored when no verdict waits. */
    public List<Step> refuse(String attempt, Instant now) {
        Desk desk = new Desk(now);
        payment(attempt).ifPresent(payment -> payment.refuse(desk));
        return proceed(desk);
    }

    /** A wish; the payment's own ending decides (section 7.9). */
    public List<Step> cancel(String attempt, Instant now) {
        Desk desk = new Desk(now);
        if (wanted instanceof PaymentTask waiting && waiting.attempt().equals(attempt)) {
            wanted = null;
            waiting.notStarted("cancelled before it began", desk);
        } else if (payment(attempt).isPresent()) {
            exchange.wishAbort(desk);
        }
        return proceed(desk);
    }

    /**
     * Finds out what became of an attempt; answered by {@link Notice.Found}, as soon as the terminal can be asked or
     * after five minutes without one that can.
     */
    public List<Step> enquire(
            String attempt, long amountMinor, String currency, Optional<ZvtTransaction> before, Instant now) {
        Desk desk = new Desk(now);
        question.put(new EnquiryTask.Question(attempt, amountMinor, currency, before, now));
        return proceed(desk);
    }

    /**
     * Diagnosis or end of day, answered by {@link Notice.Served}. Never while money is under way or in doubt; also on a
     * terminal that is not ready, which may be why it is asked for.
     */
    public List<Step> serve(String run, boolean endOfDay, Instant now) {
        Desk desk = new Desk(now);
        ServiceTask service = endOfDay ? ServiceTask.endOfDay(run, knowledge) : ServiceTask.diagnosis(run, knowledge);
        Optional<String> objection = occupied();
        if (objection.isPresent() || !connected) {
            service.notStarted(objection.orElse(readiness.detail()), desk);
            return desk.steps();
        }
        want(service, now);
        return proceed(desk);
    }

    private Optional<String> occupied() {
        if (knowledge.inDoubt.isPresent() || question.isOpen()) {
            return Optional.of("an earlier attempt is in doubt");
        }
        if (wanted != null || exchange != null && exchange.task().movesMoney() || suspended != null) {
            return Optional.of("the terminal is in use");
        }
        return Optional.empty();
    }

    private Optional<String> objection(long amountMinor, String currency) {
        Optional<String> unready = readiness.isReady() ? Optional.empty() : Optional.of(readiness.detail());
        return occupied().or(() -> unready).or(() -> PaymentTask.unfit(amountMinor, currency));
    }

    private void want(Task task, Instant now) {
        wanted = task;
        wantedUntil = now.plus(ZvtTimes.START_AT_MOST);
    }

    private Optional<PaymentTask> payment(String attempt) {
        return Optional.ofNullable(exchange)
                .map(Exchange::task)
                .filter(PaymentTask.class::isInstance)
                .map(PaymentTask.class::cast)
                .filter(payment -> payment.attempt().equals(attempt));
    }

    private void onUnasked(PtCommand command, Desk desk) {
        desk.send(command instanceof PtCommand.Other ? Response.negative(ResultCode.FUNCTION_UNKNOWN) : Response.OK);
    }

    private List<Step> disconnect(Notice.State state, String why, Desk desk) {
        boolean wasIdle = exchange == null && suspended == null;
        connected = false;
        if (exchange != null && !exchange.task().isDone()) {
            if (exchange.hasBegun()) {
                exchange.task().onBroken(why, desk);
            } else {
                exchange.task().onNotSent(desk);
            }
            exchange.task().end();
        }
        if (suspended != null) {
            // It was refused and has not begun again.
            suspended.task().onNotSent(desk);
            suspended = null;
        }
        readiness.lost(state, why, wasIdle, desk);
        return proceed(desk);
    }

    /** Ends what has ended, begins what can begin. */
    private List<Step> proceed(Desk desk) {
        boolean restarted = desk.steps().stream().anyMatch(Step.Restart.class::isInstance);
        if (restarted && connected) {
            connected = false;
            readiness.lost(Notice.State.NO_ANSWER, "the terminal does not answer", false, desk);
        }
        while (endExchange(desk) || beginExchange(desk)) {
            // Each may make the next one possible.
        }
        giveUpWaiting(desk);
        return desk.steps();
    }

    private boolean endExchange(Desk desk) {
        if (exchange == null) {
            return false;
        }
        if (exchange.needsRegistration()) {
            suspended = exchange;
            exchange = new Exchange(new RegistrationTask(knowledge, readiness), answer);
            exchange.start(desk);
            return true;
        }
        if (!exchange.task().isDone()) {
            return false;
        }
        Task ended = exchange.task();
        exchange = null;
        readiness.quietFrom(desk.now());
        if (!knowledge.options.keepOpen()) {
            hangUpAwaitedUntil = desk.now().plus(ZvtTimes.HANG_UP);
        }
        if (suspended != null && ended instanceof RegistrationTask registration) {
            resume(registration.hasSucceeded(), desk);
        }
        if (ended instanceof EnquiryTask enquiry && question.isOpen()) {
            answer(enquiry, desk);
        }
        if (ended.movesMoney() && connected) {
            readiness.recheck();
        }
        return true;
    }

    private void resume(boolean registered, Desk desk) {
        exchange = suspended;
        suspended = null;
        if (registered && connected) {
            exchange.start(desk);
        } else {
            exchange.task().onRefused(new Response(ResultCode.NOT_REGISTERED, Bytes.EMPTY), desk);
            exchange.task().end();
        }
    }

    private boolean beginExchange(Desk desk) {
        boolean hangingUp = hangUpAwaitedUntil != null && hangUpAwaitedUntil.isAfter(desk.now());
        if (!connected || exchange != null || hangingUp) {
            return false;
        }
        hangUpAwaitedUntil = null;
        Optional<Task> next = readiness.next(desk).or(() -> nextForTheShop(desk));
        next.ifPresent(task -> {
            exchange = new Exchange(task, answer);
            exchange.start(desk);
        });
        return next.isPresent();
    }

    private Optional<Task> nextForTheShop(Desk desk) {
        boolean ready = readiness.isReady();
        Task next = null;
        if (ready && receiptAgain != null) {
            next = receiptAgain;
            receiptAgain = null;
        } else if (ready && question.mayBeAsked(desk.now()) && !knowledge.lacksRepeatReceipt) {
            next = question.ask(knowledge);
        } else if (wanted != null && mayBegin(wanted)) {
            next = wanted;
            wanted = null;
            next.begins(desk);
        }
        return Optional.ofNullable(next);
    }

    /** What a terminal that cannot take payments may be asked, because it may be the cure. */
    private boolean mayBegin(Task task) {
        return readiness.isReady() || connected && task instanceof ServiceTask;
    }

    private void answer(EnquiryTask enquiry, Desk desk) {
        if (enquiry.finding().isEmpty()) {
            question.pause(desk.now());
            return;
        }
        Notice.Finding finding = enquiry.finding().get();
        String attempt = question.get().attempt();
        found(finding, desk);
        enquiry.found()
                .map(ZvtResult::transaction)
                .filter(ZvtTransaction::isNamed)
                .ifPresent(transaction -> knowledge.last = Optional.of(transaction));
        if (finding instanceof Notice.Finding.Paid) {
            receiptAgain = new ReceiptAgainTask(attempt, knowledge);
        }
    }

    private void found(Notice.Finding finding, Desk desk) {
        knowledge.inDoubt = knowledge.inDoubt.filter(
                attempt -> !attempt.equals(question.get().attempt()));
        desk.tell(new Notice.Found(question.get().attempt(), finding));
        question.close();
    }

    private void giveUpWaiting(Desk desk) {
        if (wanted != null && (!mayBegin(wanted) || !wantedUntil.isAfter(desk.now()))) {
            Task given = wanted;
            wanted = null;
            String why = readiness.isReady() ? "the terminal is busy" : readiness.detail();
            given.notStarted(why, desk);
        }
        if (question.isWaiting() && (question.isOverdue(desk.now()) || knowledge.lacksRepeatReceipt)) {
            String why = knowledge.lacksRepeatReceipt
                    ? "this terminal cannot name its last transaction"
                    : "the terminal did not become ready";
            found(new Notice.Finding.Unknown(why), desk);
        }
    }
}
