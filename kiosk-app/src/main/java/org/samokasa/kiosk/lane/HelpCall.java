package org.samokasa.kiosk.lane;

import java.time.Instant;
import java.util.Optional;
import org.samokasa.kiosk.help.HelpCause;

/**
 * The open call for a human, as the lane knows it.
 *
 * @param requestId names the request for the whole shop: lane and count
 * @param again the request that did not solve it and that this one repeats; empty for a first one
 * @param by who comes; empty until somebody accepted
 * @param etaSeconds the honest forecast given with the acceptance, or before it by the hub; 0 when there is none
 * @param changedAt when it came into its present state, or the forecast was made
 */
public record HelpCall(
        String requestId,
        HelpCause cause,
        Optional<String> again,
        Instant raisedAt,
        State state,
        String by,
        int etaSeconds,
        Instant changedAt) {

    /** Asked for by the shopper, unbidden or when help was offered: no problem's end ends it. */
    public boolean isByShopper() {
        return cause == HelpCause.SHOPPER_CALLED || cause == HelpCause.STUCK_SHOPPER;
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
