package org.samokasa.kiosk.help;

import java.time.Instant;

/** What happened to a request. */
public sealed interface HelpEvent {
    Instant at();

    /** The request it is about. */
    String requestId();

    record HelpWasRaised(Instant at, HelpCall call) implements HelpEvent {
        @Override
        public String requestId() {
            return call.requestId();
        }
    }

    /** The lane knows more than when it called. */
    record CallWasUpdated(Instant at, HelpCall call) implements HelpEvent {
        @Override
        public String requestId() {
            return call.requestId();
        }
    }

    record HelpWasAccepted(Instant at, String requestId, String by, int etaSeconds) implements HelpEvent {}

    record HelperSetOut(Instant at, String requestId, String by, int etaSeconds) implements HelpEvent {}

    record HelperArrived(Instant at, String requestId, String by) implements HelpEvent {}

    /** The owner deals with it from the console. */
    record HelpTakenRemotely(Instant at, String requestId, String by) implements HelpEvent {}

    record ProblemWasDecided(
            Instant at, String requestId, String problemId, ProblemDecision decision, String by, String reason)
            implements HelpEvent {}

    record ProblemWasSettled(Instant at, String requestId, String problemId) implements HelpEvent {}

    record HelpWasHandedOver(Instant at, String requestId, String by, String note) implements HelpEvent {}

    record HelpWasSolved(Instant at, String requestId, String by, String action) implements HelpEvent {}

    record HelpWasCancelled(Instant at, String requestId) implements HelpEvent {}

    record HelpClearedItself(Instant at, String requestId) implements HelpEvent {}
}
