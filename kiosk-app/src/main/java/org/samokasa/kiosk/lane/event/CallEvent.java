package org.samokasa.kiosk.lane.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.SelfHelp;
import org.samokasa.kiosk.lane.Friction;
import org.samokasa.kiosk.lane.HelpCall;
import org.samokasa.kiosk.lane.HelpOffer;
import org.samokasa.kiosk.lane.Lane;

/** A human is called, comes and is done. */
public sealed interface CallEvent extends LaneEvent {
    /**
     * @param problem the problem it is about, empty when it is about none
     * @param again the request that did not solve it; empty for a first call, and in journals older than the question
     */
    record HelpCalled(Instant at, String requestId, HelpCause cause, String problem, Optional<String> again)
            implements CallEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.offerClosed().calling(HelpCall.raised(requestId, cause, again, at));
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
            return changed(lane, requestId, HelpCall.State.RAISED, "", seconds, at)
                    .forecast(seconds, at);
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

    /** @param selfHelp the card with which the shopper solved it alone; empty for every other end */
    record HelpEnded(Instant at, String requestId, HelpCall.End end, String by, Optional<SelfHelp> selfHelp)
            implements CallEvent {
        /** Not by a card. */
        public HelpEnded(Instant at, String requestId, HelpCall.End end, String by) {
            this(at, requestId, end, by, Optional.empty());
        }

        @Override
        public Lane applyTo(Lane lane) {
            Optional<HelpCall> open =
                    lane.help().filter(call -> call.requestId().equals(requestId));
            if (open.isEmpty()) {
                return lane;
            }
            Lane ended = lane.helpEnded(end, at);
            // A machine that works again before anybody has come says nothing of whoever stands there, or went.
            boolean byItself = open.get().isOfMachine() && open.get().state() == HelpCall.State.RAISED;
            return byItself ? ended : ended.seen(at);
        }
    }

    /**
     * Self-help cards were shown with a call.
     *
     * @param topics those that this call had not shown before
     */
    record SelfHelpShown(Instant at, String requestId, List<SelfHelp> topics) implements CallEvent {
        public SelfHelpShown {
            topics = List.copyOf(topics);
        }

        @Override
        public Lane applyTo(Lane lane) {
            return changed(lane, requestId, call -> call.showing(topics));
        }
    }

    /** The shopper read a self-help card; told once for each card of a call. */
    record SelfHelpOpened(Instant at, String requestId, SelfHelp topic) implements CallEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return changed(lane, requestId, call -> call.opening(topic)).seen(at);
        }
    }

    /** Things went less well than they should, and the shopper is asked whether somebody shall come. */
    record HelpOffered(Instant at, Friction.Sign sign) implements CallEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.offered(new HelpOffer(sign, at, true));
        }
    }

    /** "No, thanks." */
    record OfferDeclined(Instant at) implements CallEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.offerClosed().seen(at);
        }
    }

    /** An attendant wrote to whoever stands here. */
    record ShopperWrittenTo(Instant at, String text) implements CallEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.note(Optional.of(new Lane.Note(text, at)));
        }
    }

    /** And they have read it. */
    record NoteRead(Instant at) implements CallEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.note(Optional.empty()).seen(at);
        }
    }

    /** The shopper says whether the help they had solved it. */
    record HelpAnswered(Instant at, String requestId, boolean solved) implements CallEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.helped(requestId, helped -> helped.answered(solved)).seen(at);
        }
    }

    /**
     * What the shopper says of the help after the sale; a later one replaces an earlier.
     *
     * @param faces 1, the saddest, to 4
     * @param reasons all that are chosen now; may be empty
     */
    record HelpRated(Instant at, String requestId, int faces, List<String> reasons) implements CallEvent {
        public HelpRated {
            reasons = List.copyOf(reasons);
        }

        @Override
        public Lane applyTo(Lane lane) {
            return lane.helped(requestId, helped -> helped.rated(faces, reasons, at))
                    .seen(at);
        }
    }

    private static Lane changed(
            Lane lane, String requestId, HelpCall.State state, String by, int etaSeconds, Instant at) {
        return changed(lane, requestId, call -> call.in(state, by, etaSeconds, at));
    }

    private static Lane changed(Lane lane, String requestId, UnaryOperator<HelpCall> change) {
        return lane.help(lane.help().map(call -> call.requestId().equals(requestId) ? change.apply(call) : call));
    }
}
