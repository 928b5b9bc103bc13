package org.samokasa.kiosk.help;

/**
 * What a shopper can settle alone when it is shown to them: the topics of the cards that come with a call for help, never
 * before it. The name of a topic is stored in journals and reports and is the key of its words and pictures, so it is never
 * used again for anything else.
 */
public enum SelfHelp {
    FIND_BARCODE,
    BARCODE_WONT_SCAN,
    /** The scanner works and the shop does not know the code. */
    UNKNOWN_ITEM,
    WEIGH_PRODUCE,
    FIND_BY_LETTERS,
    CARRIER_BAGS,
    BAG_IT,
    /** Goods so light that the bagging area hardly feels them. */
    LIGHT_ITEM,
    UNSCANNED_IN_BAG,
    OWN_BAG,
    ONE_TOO_MANY,
    AGE_CHECK,
    PRICE_DIFFERS,
    PAY_BY_CARD,
    CARD_NOT_ACCEPTED,
    PAY_BY_CODE,
    /** Nobody knows yet whether the money was taken. */
    PAYMENT_CHECKED,
    FORGOT_SOMETHING,
    RECEIPT,
    LANGUAGE,
    CONTRAST;

    /** So many stand side by side on a card. */
    public static final int SHOWN = 3;
}
