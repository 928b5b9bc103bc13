package org.samokasa.sim.device.qr;

/** Ways in which a gateway fails a request. */
public enum GatewayTrouble {
    /** Hangs up and has done nothing. */
    CUT_BEFORE,
    /** Does it and hangs up. */
    CUT_AFTER,
    /** Does it and hangs up in the middle of the answer. */
    CUT_INSIDE,
    /** Does it and never answers. */
    SILENT,
    /** Hears nothing and never answers. */
    DEAF,
    /** Does it and says 500. */
    SAYS_500,
    /** Its bank is away: nothing is done, 503. */
    SAYS_503,
    /** Does it and answers something that is no answer. */
    GARBLED,
    /** Does it and answers after four seconds: within what a till waits. */
    SLOW,
    /** Does it and answers after thirty seconds: nobody waits so long. */
    TOO_SLOW
}
