package org.samokasa.protocol.zvt;

import java.util.Optional;

/**
 * What a status information says about a transaction (section 8.1).
 *
 * @param code result code, 00 is the only approval
 * @param amountMinor minor units, empty when absent
 * @param currency ISO letters; that of the request when the terminal sent none
 * @param originalTrace trace number of the reversed transaction; present makes this a reversal
 */
public record ZvtResult(
        int code,
        Optional<Long> amountMinor,
        String currency,
        ZvtTransaction transaction,
        Optional<String> originalTrace,
        Card card) {
    private static final int PAYMENT_KIND = 0x2F;
    private static final int CARDHOLDER_CHECK = 0x1F10;
    private static final int ENTRY_MODE = 0x1F12;
    private static final int APPLICATION = 0x60;
    private static final int APPLICATION_ID = 0x43;

    /**
     * What may be kept of the card.
     *
     * @param maskedPan at most first six and last four digits in clear
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

    public boolean isApproved() {
        return code == ResultCode.APPROVED;
    }

    /** Empty when there is no usable result code in it. */
    static Optional<ZvtResult> read(Fields fields, ZvtCharset charset, String requestedCurrency) {
        // A currency we cannot name must not pass for the requested one.
        String currency =
                fields.find(Fields.CURRENCY).isPresent() ? fields.currency().orElse("XXX") : requestedCurrency;
        return fields.octet(Fields.RESULT)
                .map(code -> new ZvtResult(
                        code,
                        fields.amountMinor(),
                        currency,
                        ZvtTransaction.read(fields),
                        fields.digits(Fields.ORIGINAL_TRACE),
                        card(fields, charset)));
    }

    ZvtResult withSignature() {
        Card signed = new Card(
                card.name(),
                card.maskedPan(),
                card.approvalCode(),
                card.applicationId(),
                card.entryMode(),
                "SIGNATURE");
        return new ZvtResult(code, amountMinor, currency, transaction, originalTrace, signed);
    }

    boolean isSameAs(ZvtResult other) {
        return code == other.code
                && transaction.isSameAs(other.transaction)
                && amountMinor.equals(other.amountMinor)
                && currency.equals(other.currency);
    }

    private static Card card(Fields fields, ZvtCharset charset) {
        Tlv tlv = fields.tlv();
        Optional<Tlv.TlvObject> kind = tlv.find(PAYMENT_KIND);
        return new Card(
                fields.text(Fields.CARD_NAME, charset).map(PanFilter::mask).orElse(""),
                fields.find(Fields.PAN).flatMap(MaskedPan::text).orElse(""),
                fields.text(Fields.APPROVAL_CODE, ZvtCharset.ASCII).orElse(""),
                applicationId(tlv),
                kind.flatMap(k -> k.part(ENTRY_MODE)).map(ZvtResult::entryMode).orElse(""),
                kind.flatMap(k -> k.part(CARDHOLDER_CHECK))
                        .map(ZvtResult::cardholderCheck)
                        .orElse(""));
    }

    private static String applicationId(Tlv tlv) {
        return tlv.find(APPLICATION)
                .flatMap(application -> application.part(APPLICATION_ID))
                .or(() -> tlv.find(APPLICATION_ID))
                .map(id -> id.value().toHex().replace(" ", ""))
                .orElse("");
    }

    private static String entryMode(Tlv.TlvObject object) {
        return switch (octet(object)) {
            case 0x00 -> "STRIPE";
            case 0x01 -> "CHIP";
            case 0x02 -> "CONTACTLESS";
            default -> "";
        };
    }

    /** Section 6.3, tag 1F10. */
    private static String cardholderCheck(Tlv.TlvObject object) {
        return switch (octet(object)) {
            case 0x00 -> "NONE";
            case 0x02, 0x03, 0x04 -> "PIN";
            case 0x01, 0x05, 0x06, 0x07 -> "SIGNATURE";
            default -> "";
        };
    }

    private static int octet(Tlv.TlvObject object) {
        return object.value().size() == 1 ? object.value().at(0) : -1;
    }
}
