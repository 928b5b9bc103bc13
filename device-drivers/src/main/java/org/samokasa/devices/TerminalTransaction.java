package org.samokasa.devices;

/**
 * How a terminal names one of its transactions. Compared for equality only: numbers wrap and clocks are off.
 *
 * @param terminalId TID, digits
 * @param traceNumber trace number, digits as sent
 * @param receiptNumber receipt number, digits as sent; {@code 0000} when none was given
 * @param date terminal's own date, {@code MMDD}; empty when absent
 * @param time terminal's own time, {@code HHMMSS}; empty when absent
 */
public record TerminalTransaction(
        String terminalId, String traceNumber, String receiptNumber, String date, String time) {}
