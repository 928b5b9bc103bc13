package org.samokasa.protocol.zvt;

/**
 * How the terminal names one of its transactions. Numbers wrap and clocks are off: only ever compared for equality.
 *
 * @param terminalId TID; empty when absent
 * @param trace six digits; empty when absent
 * @param receipt four digits; {@code 0000} when none was given or sent
 * @param date {@code MMDD}; empty when absent
 * @param time {@code HHMMSS}; empty when absent
 */
public record ZvtTransaction(String terminalId, String trace, String receipt, String date, String time) {
    static final String NO_RECEIPT = "0000";

    static ZvtTransaction read(Fields fields) {
        return new ZvtTransaction(
                fields.digits(Fields.TERMINAL_ID).orElse(""),
                fields.digits(Fields.TRACE).orElse(""),
                fields.digits(Fields.RECEIPT).orElse(NO_RECEIPT),
                fields.digits(Fields.DATE).orElse(""),
                fields.digits(Fields.TIME).orElse(""));
    }

    /** True when trace and receipt number are the same; the rest may be sent or left out as the terminal likes. */
    public boolean isSameAs(ZvtTransaction other) {
        return trace.equals(other.trace) && receipt.equals(other.receipt);
    }

    /** True when both name their terminal and the names differ. */
    boolean isOfAnotherTerminal(ZvtTransaction other) {
        return !terminalId.isEmpty() && !other.terminalId.isEmpty() && !terminalId.equals(other.terminalId);
    }

    /** True when there is something to compare by. */
    boolean isNamed() {
        return !trace.isEmpty() || !receipt.equals(NO_RECEIPT);
    }
}
