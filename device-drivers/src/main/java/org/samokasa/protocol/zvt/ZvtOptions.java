package org.samokasa.protocol.zvt;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * What a shop sets for one terminal.
 *
 * @param password six digits, as set at the terminal
 * @param currency ISO 4217 letters, one that {@link ZvtCurrency} knows
 * @param printerColumns characters on one line of the kiosk's paper, 16 to 99
 * @param keepOpen true when the connection stays between commands; false for a terminal that hangs up after each
 * @param charset what to ask for; {@link ZvtCharset#CP437} asks for nothing
 * @param german true when standard texts are to be German, else English
 * @param partialApproval tells the terminal that a part of the amount may be approved (section 11.7)
 * @param cardWait how long the terminal is to wait for a card (tag 1F5B), empty for the terminal's own setting
 * @param zone where the terminal's clock is set; empty switches off the check that a found transaction is recent
 */
public record ZvtOptions(
        String password,
        String currency,
        int printerColumns,
        boolean keepOpen,
        ZvtCharset charset,
        boolean german,
        boolean partialApproval,
        Optional<Duration> cardWait,
        Optional<ZoneId> zone) {
    /** Password 000000, euro, 40 columns, ISO 8859-1, connection kept. */
    public static final ZvtOptions DEFAULT = new ZvtOptions(
            "000000", "EUR", 40, true, ZvtCharset.ISO_8859_1, false, false, Optional.empty(), Optional.empty());

    private static final int COLUMNS_MIN = 16;
    private static final int COLUMNS_MAX = 99;

    public ZvtOptions {
        Objects.requireNonNull(charset, "charset");
        if (!password.matches("[0-9]{6}")) {
            throw new IllegalArgumentException("a terminal's password has six digits");
        }
        if (printerColumns < COLUMNS_MIN || printerColumns > COLUMNS_MAX) {
            throw new IllegalArgumentException("columns between 16 and 99 expected, got " + printerColumns);
        }
        ZvtCurrency.numeric(currency);
    }

    public ZvtOptions withPassword(String changed) {
        return new ZvtOptions(
                changed, currency, printerColumns, keepOpen, charset, german, partialApproval, cardWait, zone);
    }

    public ZvtOptions withCurrency(String changed) {
        return new ZvtOptions(
                password, changed, printerColumns, keepOpen, charset, german, partialApproval, cardWait, zone);
    }

    public ZvtOptions withPrinterColumns(int changed) {
        return new ZvtOptions(password, currency, changed, keepOpen, charset, german, partialApproval, cardWait, zone);
    }

    public ZvtOptions withKeepOpen(boolean changed) {
        return new ZvtOptions(
                password, currency, printerColumns, changed, charset, german, partialApproval, cardWait, zone);
    }

    public ZvtOptions withCharset(ZvtCharset changed) {
        return new ZvtOptions(
                password, currency, printerColumns, keepOpen, changed, german, partialApproval, cardWait, zone);
    }

    public ZvtOptions withGerman(boolean changed) {
        return new ZvtOptions(
                password, currency, printerColumns, keepOpen, charset, changed, partialApproval, cardWait, zone);
    }

    public ZvtOptions withPartialApproval(boolean changed) {
        return new ZvtOptions(password, currency, printerColumns, keepOpen, charset, german, changed, cardWait, zone);
    }

    public ZvtOptions withCardWait(Duration changed) {
        return new ZvtOptions(
                password,
                currency,
                printerColumns,
                keepOpen,
                charset,
                german,
                partialApproval,
                Optional.of(changed),
                zone);
    }

    public ZvtOptions withZone(ZoneId changed) {
        return new ZvtOptions(
                password,
                currency,
                printerColumns,
                keepOpen,
                charset,
                german,
                partialApproval,
                cardWait,
                Optional.of(changed));
    }
}
