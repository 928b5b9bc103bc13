package org.samokasa.protocol.zvt;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.samokasa.protocol.Bytes;

/** One command from its first byte to its end: who may speak, which answer is awaited, and for how long (section 4). */
final class Exchange {
    private enum Phase {
        /** Sent; 80 or 84 must come within T3. */
        AWAITING_ANSWER,
        /** Answered 84 9C; to be sent again at {@code due}. */
        BUSY,
        /** The terminal is master; T4 runs. */
        TERMINAL_SPEAKS,
        /** Refused for want of registration: register, then begin again. */
        UNREGISTERED
    }

    /** First transmission and one more, for commands that move no money (section 14). */
    private static final int TRANSMISSIONS_MAX = 2;

    private final Task task;
    private final Duration answer;
    private Phase phase = Phase.AWAITING_ANSWER;
    private Instant due;
    private Instant busyUntil;
    private int transmissions;
    private boolean registeredAgain;
    private boolean abortWanted;
    private Instant abortAnswerDue;
    private boolean checking;

    /** @param answer T3, how long an answer may take on this line */
    Exchange(Task task, Duration answer) {
        this.task = task;
        this.answer = answer;
    }

    Task task() {
        return task;
    }

    boolean needsRegistration() {
        return phase == Phase.UNREGISTERED;
    }

    /** False while the terminal has refused so far: it is busy or does not know us. */
    boolean hasBegun() {
        return phase == Phase.AWAITING_ANSWER || phase == Phase.TERMINAL_SPEAKS;
    }

    /** True until the terminal answered: a line that takes no bytes means that nothing happened. */
    boolean awaitsFirstAnswer() {
        return phase == Phase.AWAITING_ANSWER && !checking;
    }

    void start(Desk desk) {
        transmissions = 0;
        transmit(desk);
    }

    void onResponse(Response response, Desk desk) {
        if (phase == Phase.AWAITING_ANSWER) {
            onAnswer(response, desk);
        } else if (abortAnswerDue != null) {
            // Yes or no, the payment's own ending decides (section 7.9).
            abortAnswerDue = null;
        }
    }

    void onCommand(PtCommand command, Desk desk) {
        if (phase == Phase.BUSY) {
            desk.acknowledge();
            return;
        }
        // A command without an answer before it implies the answer (section 15, first row).
        speaks(desk);
        dispatch(command, desk);
        if (!task.isDone()) {
            sendAbortIfPossible(desk);
        }
    }

    private void dispatch(PtCommand command, Desk desk) {
        if (command instanceof PtCommand.IntermediateStatus status) {
            takeNewLimit(status, desk);
            task.onIntermediate(status, desk);
        } else if (command instanceof PtCommand.StatusInformation status) {
            task.onStatus(status.fields(), desk);
        } else if (command instanceof PtCommand.PrintLine line) {
            task.onPrintLine(line, desk);
        } else if (command instanceof PtCommand.PrintTextBlock block) {
            task.onPrintBlock(block, desk);
        } else if (command instanceof PtCommand.Completion completion) {
            task.onCompletion(completion, desk);
        } else if (command instanceof PtCommand.Abort abort) {
            onAbort(abort, desk);
        } else if (command instanceof PtCommand.SetClock) {
            // The kiosk has a time source of its own (section 8.7).
            desk.acknowledge();
        } else {
            desk.send(Response.negative(ResultCode.FUNCTION_UNKNOWN));
        }
    }

    /** The shopper or the shop wants it to end. */
    void wishAbort(Desk desk) {
        if (phase == Phase.BUSY) {
            task.onRefused(new Response(ResultCode.ABORTED, Bytes.EMPTY), desk);
        } else if (task.isAbortable()) {
            abortWanted = true;
            sendAbortIfPossible(desk);
        }
    }

    void poll(Desk desk) {
        if (isDue(abortAnswerDue, desk)) {
            abortAnswerDue = null;
        }
        if (task.due().filter(at -> !at.isAfter(desk.now())).isPresent()) {
            task.onDue(this, desk);
        }
        if (task.isDone() || !isDue(due, desk)) {
            return;
        }
        switch (phase) {
            case BUSY -> transmit(desk);
            case AWAITING_ANSWER -> onSilence(desk);
            case TERMINAL_SPEAKS -> giveUp("no sign of life within the terminal's own time limit", desk);
            case UNREGISTERED -> due = null;
        }
    }

    Optional<Instant> nextDue() {
        return Stream.of(Optional.ofNullable(due), Optional.ofNullable(abortAnswerDue), task.due())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** Asks the terminal how it is while it should be speaking and does not (section 11.3, variants). */
    void checkTerminal(EcrCommand enquiry, Desk desk) {
        checking = true;
        phase = Phase.AWAITING_ANSWER;
        due = desk.now().plus(answer);
        desk.send(EcrCommand.encode(enquiry));
    }

    private void onAnswer(Response response, Desk desk) {
        if (response.isPositive()) {
            speaks(desk);
            sendAbortIfPossible(desk);
        } else if (checking) {
            // Refused while it still works on the payment: wait on.
            speaks(desk);
        } else if (response.code() == ResultCode.PLEASE_WAIT) {
            onBusy(response, desk);
        } else if (response.code() == ResultCode.NOT_REGISTERED && mayRegisterAgain()) {
            unregistered();
        } else {
            task.onRefused(response, desk);
        }
    }

    private void onBusy(Response response, Desk desk) {
        if (busyUntil == null) {
            busyUntil = desk.now().plus(ZvtTimes.BUSY_AT_MOST);
        }
        if (desk.now().isBefore(busyUntil)) {
            phase = Phase.BUSY;
            transmissions = 0;
            due = desk.now().plus(ZvtTimes.BUSY_PAUSE);
        } else {
            task.onRefused(response, desk);
        }
    }

    private void onAbort(PtCommand.Abort abort, Desk desk) {
        boolean unregistered =
                abort.result().filter(r -> r == ResultCode.NOT_REGISTERED).isPresent();
        if (unregistered && task.isUntouched() && mayRegisterAgain()) {
            desk.acknowledge();
            unregistered();
        } else {
            task.onAbort(abort, desk);
        }
    }

    private boolean mayRegisterAgain() {
        return !registeredAgain && !(task instanceof RegistrationTask);
    }

    private void unregistered() {
        registeredAgain = true;
        phase = Phase.UNREGISTERED;
        due = null;
    }

    private void onSilence(Desk desk) {
        if (checking || task.movesMoney() || transmissions >= TRANSMISSIONS_MAX) {
            giveUp("no answer within " + answer.toSeconds() + " s", desk);
        } else {
            transmit(desk);
        }
    }

    private void giveUp(String why, Desk desk) {
        task.onBroken(why, desk);
        task.end();
        desk.restart(why);
    }

    private void transmit(Desk desk) {
        transmissions++;
        phase = Phase.AWAITING_ANSWER;
        due = desk.now().plus(answer);
        desk.send(EcrCommand.encode(task.command()));
    }

    private void speaks(Desk desk) {
        checking = false;
        phase = Phase.TERMINAL_SPEAKS;
        due = desk.now().plus(ZvtTimes.WORK);
    }

    private void takeNewLimit(PtCommand.IntermediateStatus status, Desk desk) {
        status.minutes()
                .filter(minutes -> minutes >= 1 && minutes <= ZvtTimes.WORK_MINUTES_MAX)
                .ifPresent(minutes -> due = desk.now().plusSeconds(60L * minutes));
    }

    private void sendAbortIfPossible(Desk desk) {
        boolean free = phase == Phase.TERMINAL_SPEAKS && abortAnswerDue == null;
        if (abortWanted && free && task.isAbortable()) {
            abortWanted = false;
            abortAnswerDue = desk.now().plus(answer);
            desk.send(EcrCommand.encode(new EcrCommand.Abort()));
        }
    }

    private static boolean isDue(Instant moment, Desk desk) {
        return moment != null && !moment.isAfter(desk.now());
    }
}
