package org.samokasa.kiosk.help;

/** Why a human is called; decides order, wording and who is best sent. */
public enum HelpCause {
    /** The shopper touched "Call assistance". */
    SHOPPER_CALLED,
    AGE_CHECK,
    WEIGHT_MISMATCH,
    UNKNOWN_ITEM,
    PRICE_QUERY,
    PAYMENT_IN_DOUBT,
    PAYMENT_TROUBLE,
    PAPER_OUT,
    DEVICE_FAULT,
    IDLE_BASKET
}
