package org.samokasa.kiosk.store;

/** What an attendant may tell a lane as a whole. */
public enum LaneOrder {
    OPEN,
    /** After the present shopper. */
    CLOSE,
    /** Stand still until {@link #RESUME}; a payment that runs is finished. */
    PAUSE,
    RESUME
}
