package org.samokasa.protocol.qr;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The texts of UPI, SPAYD and EPC codes (sections 9.2 to 9.4). Amounts are in major units; all have two decimals. */
public final class QrTexts {
    /** Section 9.4: what a code of this kind may hold. */
    private static final int EPC_BYTES_MAX = 331;

    private static final BigDecimal EPC_MOST = new BigDecimal("999999999.99");

    private QrTexts() {}

    /**
     * A UPI link whose amount the payer cannot change.
     *
     * @param payee {@code name@handle}
     * @param category merchant category, four digits
     * @param reference ours, unique for each payment: letters and digits, at most 35
     * @param note shown to the payer
     */
    public static String upi(
            String payee, String name, String category, String reference, String note, BigDecimal rupees) {
        check(payee.matches("[A-Za-z0-9._-]+@[A-Za-z0-9.-]+"), "no payee address: " + payee);
        check(category.matches("[0-9]{4}"), "no merchant category: " + category);
        check(reference.matches("[A-Za-z0-9]{1,35}"), "no reference of letters and digits: " + reference);
        String amount = amount(rupees);
        return "upi://pay?pa=" + payee + "&pn=" + escaped(name) + "&mc=" + category + "&tr=" + reference + "&tn="
                + escaped(note) + "&am=" + amount + "&mam=" + amount + "&cu=INR";
    }

    /**
     * A Czech payment code.
     *
     * @param iban optionally followed by {@code +BIC}
     * @param message at most 60 characters
     * @param symbol variable symbol, by which the money is recognised: at most ten digits
     * @param instant asks for an instant payment
     */
    public static String spayd(
            String iban, BigDecimal amount, String currency, String message, String symbol, boolean instant) {
        check(iban.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{8,30}(\\+[A-Z0-9]{8,11})?"), "no IBAN: " + iban);
        check(currency.matches("[A-Z]{3}"), "no currency: " + currency);
        check(message.length() <= 60, "a message has at most 60 characters");
        check(symbol.matches("[0-9]{1,10}"), "no variable symbol: " + symbol);
        String text = "SPD*1.0*ACC:" + iban + "*AM:" + amount(amount) + "*CC:" + currency + "*MSG:"
                + message.toUpperCase(Locale.ROOT).replace("%", "%25").replace("*", "%2A") + "*X-VS:" + symbol;
        return instant ? text + "*PT:IP" : text;
    }

    /**
     * A SEPA transfer, version 002, UTF-8, free text. The format confirms nothing.
     *
     * @param bic may be empty
     * @param name of the payee, at most 70 characters
     * @param message at most 140 characters
     */
    public static String epc(String bic, String name, String iban, BigDecimal euros, String message) {
        check(bic.matches("|[A-Z0-9]{8}|[A-Z0-9]{11}"), "no BIC: " + bic);
        check(iban.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{8,30}"), "no IBAN: " + iban);
        check(!name.isBlank() && name.length() <= 70, "a payee's name has 1 to 70 characters");
        check(message.length() <= 140, "a message has at most 140 characters");
        check(!(name + message).matches("(?s).*[\\r\\n].*"), "no line ends inside a line");
        check(euros.compareTo(EPC_MOST) <= 0, "at most " + EPC_MOST + " EUR");
        String text =
                String.join("\n", "BCD", "002", "1", "SCT", bic, name, iban, "EUR" + amount(euros), "", "", message);
        String trimmed = text.replaceAll("\\n+$", "");
        check(
                trimmed.getBytes(StandardCharsets.UTF_8).length <= EPC_BYTES_MAX,
                "longer than " + EPC_BYTES_MAX + " bytes");
        return trimmed;
    }

    private static String amount(BigDecimal major) {
        check(major.signum() > 0 && major.scale() <= 2, "no amount: " + major);
        return major.setScale(2).toPlainString();
    }

    /** Section 9.2: a blank is %20, never a plus sign. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) Byte.toUnsignedInt(octet);
            boolean plain = c < 0x80 && String.valueOf(c).matches("[A-Za-z0-9._~-]");
            out.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return out.toString();
    }

    private static void check(boolean right, String why) {
        if (!right) {
            throw new IllegalArgumentException(why);
        }
    }
}
