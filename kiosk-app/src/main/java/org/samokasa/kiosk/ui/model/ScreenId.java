package org.samokasa.kiosk.ui.model;

/** The customer screens; the numbers in the comments are those of the screen list the design works from. */
public enum ScreenId {
    /** S01: nobody is here yet. */
    ATTRACT,
    /** S02: choice of language, over whatever was shown. */
    LANGUAGE,
    /** S05: the basket, the screen people see longest. */
    BASKET,
    /** S06: goods without a barcode, by picture. */
    LOOK_UP,
    /** S07: goods on the produce scale. */
    WEIGH,
    /** S09: "remove this item?". */
    REMOVE_LINE,
    /** S11: basket and bagging area do not agree. */
    WEIGHT_CHECK,
    /** S12: somebody has to look at the shopper's age. */
    AGE_CHECK,
    /** The code is in no list of goods. */
    UNKNOWN_ITEM,
    /** The goods are known, their price is not. */
    PRICE_QUERY,
    /** S19, S20: the terminal has the word. */
    PAYMENT,
    /** S21: nothing was paid. */
    DECLINED,
    /** Nobody knows yet whether the card was charged. */
    PAYMENT_DOUBT,
    /** S23: paper or none. */
    RECEIPT,
    /** S24: good-bye. */
    THANKS,
    /** S25: help is open and nobody has been called yet. */
    HELP,
    /** S26: who comes, and when. */
    ASSISTANCE_COMING,
    /** One self-help card, large, while somebody is on the way. */
    SELF_HELP,
    /** S27: is anybody there? */
    STILL_THERE,
    /** S28: staff type their PIN. */
    STAFF_PIN,
    /** S28: the machines of the lane, for staff. */
    STAFF_MACHINES,
    /** S28: one machine, its tests and its wire. */
    STAFF_MACHINE,
    /** Staff have the lane stand still. */
    PAUSED,
    /** S29: not open. */
    LANE_CLOSED,
    /** S30: something needed does not work. */
    OUT_OF_SERVICE
}
