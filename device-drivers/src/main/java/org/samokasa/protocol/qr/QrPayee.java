package org.samokasa.protocol.qr;

import java.math.BigDecimal;
import java.util.Locale;
import org.samokasa.protocol.payment.Currencies;

/**
 * Whom a code names when the gateway makes no text itself.
 *
 * @param account address ({@code name@handle}), IBAN (SPAYD: optionally with {@code +BIC}) or the scheme's merchant number
 * @param network EMVCo: the scheme's globally unique id (26-00); else empty
 * @param category merchant category, four digits, 5411 for groceries
 * @param bic EPC: may be empty
 * @param place EMVCo: country and city, {@code IN PUNE}; else empty
 */
public record QrPayee(
        Scheme scheme, String account, String name, String network, String category, String bic, String place) {
    /** The four public formats of section 9. */
    public enum Scheme {
        UPI,
        SPAYD,
        EPC,
        EMV
    }

    /** @throws IllegalArgumentException when no code can be made of this */
    public QrPayee {
        if (scheme == Scheme.EMV && !place.matches("[A-Z]{2} .{1,15}")) {
            throw new IllegalArgumentException("emv wants a country and a city, 'IN PUNE', not '" + place + "'");
        }
        if (!category.matches("[0-9]{4}")) {
            throw new IllegalArgumentException("no merchant category of four digits: " + category);
        }
        text(scheme, account, name, network, category, bic, place, "A1", 1, usual(scheme));
    }

    private static String usual(Scheme scheme) {
        return switch (scheme) {
            case UPI -> "INR";
            case SPAYD -> "CZK";
            case EPC, EMV -> "EUR";
        };
    }

    /** Whether the format can carry this currency. */
    public boolean takes(String currency) {
        return switch (scheme) {
            case UPI -> currency.equals("INR");
            case EPC -> currency.equals("EUR");
            case SPAYD, EMV -> Currencies.numeric(currency).isPresent();
        };
    }

    /** @throws IllegalArgumentException for an amount or a currency that the format cannot carry */
    public String text(String reference, long minor, String currency) {
        if (!takes(currency)) {
            throw new IllegalArgumentException(scheme + " cannot carry " + currency);
        }
        return text(scheme, account, name, network, category, bic, place, reference, minor, currency);
    }

    private static String text(
            Scheme scheme,
            String account,
            String name,
            String network,
            String category,
            String bic,
            String place,
            String reference,
            long minor,
            String currency) {
        BigDecimal major = Currencies.major(minor, currency)
                .orElseThrow(() -> new IllegalArgumentException("no currency: " + currency));
        return switch (scheme) {
            case UPI -> QrTexts.upi(account, name, category, reference, reference, major);
            case SPAYD -> QrTexts.spayd(account, major, currency, reference, QrReference.symbol(reference), true);
            case EPC -> QrTexts.epc(bic, name, account, major, reference);
            case EMV ->
                EmvQr.DYNAMIC
                        .withTemplate("26", "00", network, "01", account)
                        .with("52", category)
                        .with("53", Currencies.numeric(currency).orElseThrow())
                        .with("54", major.toPlainString())
                        .with("58", place.substring(0, 2))
                        .with("59", cut(name, 25))
                        .with("60", cut(place.substring(3), 15).toUpperCase(Locale.ROOT))
                        .withTemplate("62", "05", reference)
                        .text();
        };
    }

    /** Section 9.1: a longer name is not taken by readers. */
    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
