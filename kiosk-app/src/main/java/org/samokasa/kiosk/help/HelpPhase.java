package org.samokasa.kiosk.help;

/** Where a request is in its life. */
public enum HelpPhase {
    RAISED(false),
    /** The right people have been alerted; nobody has said "mine" yet. */
    ROUTED(false),
    /** Somebody has said "mine" and named a time. */
    ACCEPTED(false),
    ON_THE_WAY(false),
    ARRIVED(false),
    /** Its owner deals with it from the console. */
    REMOTE(false),
    /** Its owner cannot go on with it and answers for it until somebody else accepts it. */
    HANDED_OVER(false),
    SOLVED(true),
    CANCELLED_BY_SHOPPER(true),
    /** The need went away by itself: the weight fits again, the paper is back. */
    AUTO_CLEARED(true),
    /** The shopper left the lane. */
    ABANDONED(true);

    private final boolean ended;

    HelpPhase(boolean ended) {
        this.ended = ended;
    }

    /** Whether it waits for somebody to accept it. */
    public boolean waits() {
        return this == RAISED || this == ROUTED || this == HANDED_OVER;
    }

    /** Whether nothing follows but perhaps a rating. */
    public boolean ended() {
        return ended;
    }
}
