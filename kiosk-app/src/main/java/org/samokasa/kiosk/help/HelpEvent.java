package org.samokasa.kiosk.help;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    /**
     * The owner wishes somebody else to go on with it; it stays theirs until somebody accepts it.
     *
     * @param to who shall; empty when it is all the same
     */
    record HelpWasHandedOver(Instant at, String requestId, String by, String note, Optional<String> to)
            implements HelpEvent {}

    /**
     * These people were alerted, beside those that were before.
     *
     * @param to       names; empty when nobody is on duty, so that everybody who can hear it is meant
     * @param forecast seconds until somebody will stand at the lane, a little pessimistic
     * @param backlog  {@link HelpFloor#backlog} at that moment
     */
    record HelpWasRouted(
            Instant at, String requestId, HelpClocks.AcceptLevel level, List<String> to, int forecast, int backlog)
            implements HelpEvent {
        public HelpWasRouted {
            to = List.copyOf(to);
        }
    }

    /** Somebody had said "mine" and then nothing followed. */
    record ClaimHasLapsed(Instant at, String requestId, String by) implements HelpEvent {}

    /** It takes longer than it should: the duty managers were told. */
    record HelpIsOverdue(Instant at, String requestId, HelpClocks.SolveLevel level, List<String> told)
            implements HelpEvent {
        public HelpIsOverdue {
            told = List.copyOf(told);
        }
    }

    /** The shopper has left. */
    record HelpWasAbandoned(Instant at, String requestId) implements HelpEvent {}

    /** What the shopper says of it; later words replace earlier ones. */
    record HelpWasRated(Instant at, String requestId, HelpRating rating) implements HelpEvent {}

    record HelpWasSolved(Instant at, String requestId, String by, String action) implements HelpEvent {}

    /** @param selfHelp topic of the card that solved it; empty when the shopper just called it off */
    record HelpWasCancelled(Instant at, String requestId, Optional<String> selfHelp) implements HelpEvent {}

    record HelpClearedItself(Instant at, String requestId) implements HelpEvent {}
}
