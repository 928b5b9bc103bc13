package org.samokasa.kiosk.help;

/**
 * Why a human is called; decides order, wording and who is best sent. The order of the constants is the order of
 * urgency on the attendant's list (docs/console.md): money first, then what stops a shopper, then what can wait.
 */
public enum HelpCause {
    /** Nobody knows yet whether a card was charged. */
    PAYMENT_IN_DOUBT,
    PAYMENT_TROUBLE,
    AGE_CHECK,
    /** The law or the shop forbids selling this now or to everybody. */
    RESTRICTED_ITEM,
    /** A security tag, a high value, a recalled or expired item. */
    SECURITY_CHECK,
    UNKNOWN_ITEM,
    PRICE_QUERY,
    /** The shopper seems stuck and has not asked. */
    STUCK_SHOPPER,
    /** The shopper touched "Call assistance". */
    SHOPPER_CALLED,
    WEIGHT_MISMATCH,
    IDLE_BASKET,
    ROUTINE_CHECK,
    DEVICE_FAULT,
    PAPER_OUT
}
