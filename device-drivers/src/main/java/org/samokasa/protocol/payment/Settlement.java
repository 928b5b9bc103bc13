package org.samokasa.protocol.payment;

/**
 * A payment as the terminal says it was approved.
 *
 * @param minor what was really approved, minor units
 * @param currency ISO 4217 letters
 */
public record Settlement(long minor, String currency, Transaction transaction, Card card) {
    /**
     * How the terminal names it; each part empty when it gave none.
     *
     * @param receipt what a reversal must quote
     * @param date {@code MMDD}
     * @param time {@code HHMMSS}
     */
    public record Transaction(String terminalId, String trace, String receipt, String date, String time) {}

    /**
     * What may be kept of a card.
     *
     * @param maskedPan made by {@link CardNumbers#masked}
     * @param entryMode {@code CONTACTLESS}, {@code CHIP}, {@code STRIPE} or empty
     * @param cardholderCheck {@code NONE}, {@code PIN}, {@code SIGNATURE} or empty
     */
    public record Card(
            String name,
            String maskedPan,
            String approvalCode,
            String applicationId,
            String entryMode,
            String cardholderCheck) {}
}
