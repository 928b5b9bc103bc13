package org.samokasa.kiosk.help;

/** Where a request is in its life. */
public enum HelpPhase {
    RAISED(false),
    /** Somebody has said "mine" and named a time. */
    ACCEPTED(false),
    ON_THE_WAY(false),
    ARRIVED(false),
    /** Its owner deals with it from the console. */
    REMOTE(false),
    SOLVED(true),
    CANCELLED_BY_SHOPPER(true),
    /** The need went away by itself: the weight fits again, the paper is back. */
    AUTO_CLEARED(true);

    private final boolean ended;

    HelpPhase(boolean ended) {
        this.ended = ended;
    }

    /** Whether nothing follows. */
    public boolean ended() {
        return ended;
    }
}
