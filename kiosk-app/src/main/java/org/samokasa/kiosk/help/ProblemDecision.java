package org.samokasa.kiosk.help;

/** What an attendant said about a problem. */
public enum ProblemDecision {
    /** The sale may go on with it: old enough, weight accepted, price confirmed. */
    APPROVED,
    /** It may not: the lane takes the goods off the basket or keeps waiting, as its rules say. */
    REJECTED
}
