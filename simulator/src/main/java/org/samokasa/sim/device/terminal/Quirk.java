package org.samokasa.sim.device.terminal;

/** Ways in which terminals in the field differ from the document or fail (sections 14 and 15). */
public enum Quirk {
    /** No 80 00 00 before the first own command. */
    MISSING_OK,
    /** 80 00 00 twice. */
    DOUBLE_OK,
    UNKNOWN_BITMAP_IN_FRONT,
    UNKNOWN_BITMAP_AT_END,
    /** A TLV object longer than its container. */
    CONTAINER_OVERRUN,
    /** FF length form for everything. */
    LONG_LENGTHS,
    /** Each message in two pieces, and the answer glued to the first own command. */
    TORN_MESSAGES,
    /** Receipts first, result afterwards. */
    RECEIPTS_BEFORE_RESULT,
    /** After a negative 04 0F nothing more comes. */
    NO_END_AFTER_DECLINE,
    /** A refusal is only told by 06 1E. */
    NO_RESULT_BEFORE_ABORT,
    /** 06 0F without any 04 0F. */
    NO_RESULT_AT_ALL,
    /** 04 0F without bitmap 27. */
    RESULT_WITHOUT_CODE,
    /** An amount with a nibble that is no digit. */
    DAMAGED_AMOUNT,
    /** Wants a signature, as a terminal that is set up as attended does. */
    SIGNATURE,
    /** Sends and prints the card number in clear. */
    CLEAR_CARD_NUMBER,
    /** 06 20 brings 06 0F alone. */
    REPEAT_WITHOUT_RESULT,
    /** 06 20 is unknown. */
    REPEAT_UNKNOWN,
    /** 05 01 is unknown. */
    STATUS_UNKNOWN,
    /** 06 B0 is always refused. */
    ABORT_REFUSED,
    /** 06 B0 is never answered. */
    ABORT_IGNORED,
    /** 06 B0 is answered 80 00 00 and has no effect. */
    ABORT_WITHOUT_EFFECT,
    /** Goes on with the payment when the line is lost while it waits for a card. */
    FINISHES_ALONE,
    /** Answers nothing at all. */
    SILENT,
    /** 06 50 ends in 06 1E 77: nothing is closed. */
    END_OF_DAY_FAILS,
    /** Hangs up after each completed command. */
    HANGS_UP_WHEN_DONE,
    /** Forgets the registration after each command. */
    FORGETS_REGISTRATION,
    /** Its auto-reversal is a transaction of its own that 06 20 then names. */
    AUTO_REVERSAL_IS_A_TRANSACTION
}
