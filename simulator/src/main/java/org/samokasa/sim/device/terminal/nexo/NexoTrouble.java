package org.samokasa.sim.device.terminal.nexo;

/** Ways in which the terminal misbehaves (sheet, section 10). */
public enum NexoTrouble {
    CLOSES_BEFORE_ANSWER,
    CLOSES_INSIDE_ANSWER,
    ONE_BYTE_AT_A_TIME,
    NEVER_ANSWERS,
    WRONG_HMAC,
    OTHER_KEY_VERSION,
    SWAPPED_HEADER,
    IN_CLEAR,
    CLEAR_REJECT,
    REJECT,
    OTHER_SERVICE_ID,
    FORGETS_EVERYTHING,
    REVERSAL_REFUSED,
    PAYS_LESS,
    OTHER_CURRENCY,
    SIGNATURE,
    CLEAR_CARD_NUMBER,
    INVENTED_CONDITION,
    UNREACHABLE_HOST,
    MAINTENANCE
}
