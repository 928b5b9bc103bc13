package org.samokasa.kiosk.lane;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.SelfHelp;

/**
 * The open call for a human, as the lane knows it.
 *
 * @param requestId names the request for the whole shop: lane and count
 * @param again the request that did not solve it and that this one repeats; empty for a first one
 * @param by who comes; empty until somebody accepted
 * @param etaSeconds the honest forecast given with the acceptance, or before it by the hub; 0 when there is none
 * @param changedAt when it came into its present state, or the forecast was made
 * @param cards what the shopper made of the self-help cards
 */
public record HelpCall(
        String requestId,
        HelpCause cause,
        Optional<String> again,
        Instant raisedAt,
        State state,
        String by,
        int etaSeconds,
        Instant changedAt,
        Cards cards) {

    /**
     * Self-help cards of this call.
     *
     * @param shown each once, in the order in which they were first shown
     * @param opened each once, in the order in which they were first opened
     */
    public record Cards(List<SelfHelp> shown, List<SelfHelp> opened) {
        static final Cards NONE = new Cards(List.of(), List.of());

        public Cards {
            shown = List.copyOf(shown);
            opened = List.copyOf(opened);
        }

        /** The one opened last of all for the first time, which is the one that is being tried. */
        public Optional<SelfHelp> tried() {
            return opened.isEmpty() ? Optional.empty() : Optional.of(opened.get(opened.size() - 1));
        }

        private static List<SelfHelp> with(List<SelfHelp> before, List<SelfHelp> more) {
            return Stream.concat(before.stream(), more.stream()).distinct().toList();
        }
    }

    public static HelpCall raised(String requestId, HelpCause cause, Optional<String> again, Instant at) {
        return new HelpCall(requestId, cause, again, at, State.RAISED, "", 0, at, Cards.NONE);
    }

    public HelpCall in(State next, String who, int seconds, Instant at) {
        return new HelpCall(requestId, cause, again, raisedAt, next, who, seconds, at, cards);
    }

    public HelpCall showing(List<SelfHelp> topics) {
        return with(new Cards(Cards.with(cards.shown(), topics), cards.opened()));
    }

    public HelpCall opening(SelfHelp topic) {
        return with(new Cards(cards.shown(), Cards.with(cards.opened(), List.of(topic))));
    }

    private HelpCall with(Cards next) {
        return new HelpCall(requestId, cause, again, raisedAt, state, by, etaSeconds, changedAt, next);
    }

    /** Whether the shopper may take it back: their own call, and nobody stands there yet. */
    public boolean isTheirsToEnd() {
        return isByShopper() && state != State.ARRIVED;
    }

    /** Asked for by the shopper, unbidden or when help was offered: no problem's end ends it. */
    public boolean isByShopper() {
        return cause == HelpCause.SHOPPER_CALLED
                || cause == HelpCause.STUCK_SHOPPER
                || cause == HelpCause.PAYMENT_TROUBLE;
    }

    /** About a machine, whoever stands there. */
    public boolean isOfMachine() {
        return cause == HelpCause.DEVICE_FAULT || cause == HelpCause.PAPER_OUT;
    }

    public enum State {
        RAISED,
        ACCEPTED,
        ARRIVED
    }

    public enum End {
        SOLVED,
        CANCELLED_BY_SHOPPER,
        AUTO_CLEARED,
        /** Who called has left; nobody waits any more. */
        ABANDONED
    }
}
