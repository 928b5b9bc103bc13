package org.samokasa.devices;

/**
 * What may be kept of a card (payment-rules section 2): never more than first 6 and last 4 digits.
 *
 * @param cardName brand or product name for the receipt, empty when absent
 * @param maskedPan digits with {@code *} for what is hidden, empty when absent
 * @param approvalCode authorisation code, empty when absent
 * @param applicationId EMV AID in hex, empty when absent
 * @param entryMode {@code CONTACTLESS}, {@code CHIP}, {@code STRIPE} or empty
 * @param cardholderCheck {@code NONE}, {@code PIN}, {@code SIGNATURE} or empty
 */
public record CardSummary(
        String cardName,
        String maskedPan,
        String approvalCode,
        String applicationId,
        String entryMode,
        String cardholderCheck) {
    public static final CardSummary NONE = new CardSummary("", "", "", "", "", "");

    /** First 6 and last 4 are the most that may be clear (PCI DSS 4.x, 3.4.1). */
    public static final int CLEAR_DIGITS_MAX = 10;

    public CardSummary {
        long clear = maskedPan.chars().filter(Character::isDigit).count();
        if (clear > CLEAR_DIGITS_MAX) {
            throw new IllegalArgumentException("a card number with " + clear + " clear digits must be masked first");
        }
    }
}
