package org.samokasa.kiosk.lane;

/** Where a visit stands. What blocks a shopper is not a phase but a {@link Problem}. */
public enum Phase {
    CLOSED,
    ATTRACT,
    SHOPPING,
    PAYING,
    RECEIPT,
    THANKS,
    OUT_OF_SERVICE
}
