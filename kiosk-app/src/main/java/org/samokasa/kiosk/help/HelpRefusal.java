package org.samokasa.kiosk.help;

/** Why a command to a request is refused. */
public enum HelpRefusal {
    UNKNOWN_REQUEST,
    /** It is over; somebody else was quicker or the shopper went on alone. */
    REQUEST_HAS_ENDED,
    /** Somebody else follows it through; the detail is their name. */
    OWNED_BY_ANOTHER,
    UNKNOWN_PROBLEM,
    /** The problem was decided otherwise or is gone. */
    PROBLEM_IS_CLOSED,
    /** It takes a person at the lane. */
    NOT_FROM_THE_CONSOLE,
    /** The law wants somebody who is in the shop, and who decides is not. */
    TAKES_PRESENCE,
    /** Too many wrong PINs; the detail says until when. */
    PIN_LOCKED,
    UNKNOWN_ISSUE,
    /** Somebody has closed the recurring issue. */
    ISSUE_IS_CLOSED,
    /** It goes on somewhere already, or was given up. */
    UNKNOWN_SALE,
    /** It was sent to a lane that has not answered; the detail is its number. */
    SALE_IS_ON_ITS_WAY
}
