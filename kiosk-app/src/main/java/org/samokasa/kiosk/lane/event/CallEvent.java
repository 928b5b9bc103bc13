package org.samokasa.kiosk.lane.event;

import java.time.Instant;
import java.util.Optional;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.lane.HelpCall;
import org.samokasa.kiosk.lane.Lane;

/** A human is called, comes and is done. */
public sealed interface CallEvent extends LaneEvent {
    record HelpCalled(Instant at, String requestId, HelpCause cause, String problem) implements CallEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.calling(new HelpCall(requestId, cause, at, HelpCall.State.RAISED, "", 0, at));
        }
    }

    record HelpAccepted(Instant at, String requestId, String by, int etaSeconds) implements CallEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return changed(lane, requestId, HelpCall.State.ACCEPTED, by, etaSeconds, at);
        }
    }

    /** Nobody has said "mine" yet, but the hub knows how long it usually takes. */
    record HelpForecastCame(Instant at, String requestId, int seconds) implements CallEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return changed(lane, requestId, HelpCall.State.RAISED, "", seconds, at);
        }
    }

    record HelpArrived(Instant at, String requestId, String by) implements CallEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return changed(lane, requestId, HelpCall.State.ARRIVED, by, 0, at);
        }
    }

    record HelpReopened(Instant at, String requestId) implements CallEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return changed(lane, requestId, HelpCall.State.RAISED, "", 0, at);
        }
    }

    record HelpEnded(Instant at, String requestId, HelpCall.End end, String by) implements CallEvent {
        @Override
        public Lane applyTo(Lane lane) {
            boolean isThisOne =
                    lane.help().map(call -> call.requestId().equals(requestId)).orElse(false);
            return isThisOne ? lane.help(Optional.empty()).seen(at) : lane;
        }
    }

    private static Lane changed(
            Lane lane, String requestId, HelpCall.State state, String by, int etaSeconds, Instant at) {
        return lane.help(lane.help()
                .map(call -> call.requestId().equals(requestId)
                        ? new HelpCall(requestId, call.cause(), call.raisedAt(), state, by, etaSeconds, at)
                        : call));
    }
}
