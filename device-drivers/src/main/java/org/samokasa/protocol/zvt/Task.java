package org.samokasa.protocol.zvt;

import java.time.Instant;
import java.util.Optional;

/** One command and what is to be done with everything the terminal says because of it. */
abstract class Task {
    private boolean done;

    abstract EcrCommand command();

    /** True when the command must never be sent twice on mere suspicion (section 14, the row on T3). */
    boolean movesMoney() {
        return false;
    }

    /** True while our wish to stop may still be sent. */
    boolean isAbortable() {
        return false;
    }

    /** True while the terminal has said nothing yet that binds anybody: the command may begin anew. */
    boolean isUntouched() {
        return true;
    }

    void onIntermediate(PtCommand.IntermediateStatus status, Desk desk) {
        desk.acknowledge();
    }

    void onStatus(Fields fields, Desk desk) {
        desk.acknowledge();
    }

    void onPrintLine(PtCommand.PrintLine line, Desk desk) {
        desk.acknowledge();
    }

    void onPrintBlock(PtCommand.PrintTextBlock block, Desk desk) {
        desk.acknowledge();
    }

    /** 06 0F; owes an answer. */
    abstract void onCompletion(PtCommand.Completion completion, Desk desk);

    /** 06 1E; owes an answer. */
    abstract void onAbort(PtCommand.Abort abort, Desk desk);

    /** 84 to the command itself: it did not begin. */
    abstract void onRefused(Response refusal, Desk desk);

    /** The line was lost or the terminal fell silent after the first byte left. */
    abstract void onBroken(String why, Desk desk);

    /** It was wanted and its turn never came. Only for what a caller can want. */
    void notStarted(String why, Desk desk) {
        throw new IllegalStateException(this + " is nobody's wish: " + why);
    }

    /** Its turn has come. */
    void begins(Desk desk) {}

    /** The line would not take the command: nothing left. */
    void onNotSent(Desk desk) {
        onBroken("not connected", desk);
    }

    /** Called when {@link #due} has come. */
    void onDue(Exchange exchange, Desk desk) {}

    Optional<Instant> due() {
        return Optional.empty();
    }

    final void end() {
        done = true;
    }

    final boolean isDone() {
        return done;
    }
}
