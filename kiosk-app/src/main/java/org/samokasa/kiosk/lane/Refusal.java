package org.samokasa.kiosk.lane;

/** Why the lane did not do what it was told; each has a sound and words for the shopper. */
public enum Refusal {
    /** The code is damaged: once more, please. */
    SCAN_UNREADABLE,
    /** A code that never marks goods, or that is not taken here. */
    NOT_FOR_SALE,
    /** The code says that these goods may not be sold any more. */
    EXPIRED,
    NOT_WHILE_PAYING,
    LANE_CLOSED,
    /** Staff have the lane stand still. */
    PAUSED,
    /** Something must be settled first; scanning waits. */
    SETTLE_FIRST,
    UNKNOWN_ITEM,
    PRICE_UNKNOWN,
    WEIGH_FIRST,
    BASKET_EMPTY,
    CHECK_BAGGING,
    OPEN_PROBLEM,
    CARD_NOT_AVAILABLE,
    TOO_LATE_TO_CANCEL,
    NO_SUCH_LINE,
    PIN_WRONG,
    /** Too many wrong ones: not even the right one counts for a while. */
    PIN_LOCKED,
    NOTHING_TO_DO
}
