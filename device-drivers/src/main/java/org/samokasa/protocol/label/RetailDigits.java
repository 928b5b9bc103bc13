package org.samokasa.protocol.label;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Brings the digits of EAN and UPC symbols, however a reader was set to send them, to what follows their AIM identifier:
 * 13 digits, or 8 for EAN-8. Check digits that are there are left for whoever reads the text; one that a reader was set to
 * drop is added again. Source: protocol sheet scanner-serial, sections 2 and 3.
 */
public final class RetailDigits {
    private static final Pattern DIGITS = Pattern.compile("[0-9]*");
    private static final int EAN_13 = 13;
    private static final int ADD_ON_2 = 2;
    private static final int ADD_ON_5 = 5;

    private RetailDigits() {}

    /** The text for EAN-13, with an add-on of two or five digits behind it; empty when the number of digits is wrong. */
    public static Optional<String> ean13(String data) {
        if (!digits(data)) {
            return Optional.empty();
        }
        return switch (data.length()) {
            case EAN_13 -> Optional.of("]E0" + data);
            case EAN_13 + ADD_ON_2, EAN_13 + ADD_ON_5 -> Optional.of("]E3" + data);
            default -> Optional.empty();
        };
    }

    /** UPC-A with 12 digits, with 11 when the check digit was dropped, or with 13 when a zero was put before it. */
    public static Optional<String> upcA(String data) {
        if (!digits(data)) {
            return Optional.empty();
        }
        return switch (data.length()) {
            case 11 -> Optional.of("]E00" + data + checkDigit(data));
            case 12 -> Optional.of("]E00" + data);
            case 13 -> data.startsWith("0") ? Optional.of("]E0" + data) : Optional.empty();
            case 12 + ADD_ON_2, 12 + ADD_ON_5 -> Optional.of("]E30" + data);
            default -> Optional.empty();
        };
    }

    /**
     * UPC-E: number system, six digits and check digit, without the first or without both; or the number it stands for.
     */
    public static Optional<String> upcE(String data) {
        if (!digits(data)) {
            return Optional.empty();
        }
        return switch (data.length()) {
            case 6 -> Optional.of(expanded('0', data, Optional.empty()));
            case 7 -> Optional.of(expanded(data.charAt(0), data.substring(1), Optional.empty()));
            case 8 -> Optional.of(expanded(data.charAt(0), data.substring(1, 7), Optional.of(data.charAt(7))));
            case 12, 13 -> upcA(data);
            default -> Optional.empty();
        };
    }

    public static Optional<String> ean8(String data) {
        return digits(data) && data.length() == 8 ? Optional.of("]E4" + data) : Optional.empty();
    }

    /** The zeros that UPC-E leaves out stand where its last digit says (GS1 General Specifications, 5.2.2.4.2). */
    private static String expanded(char system, String six, Optional<Character> check) {
        char last = six.charAt(5);
        String body = switch (last) {
            case '0', '1', '2' -> six.substring(0, 2) + last + "0000" + six.substring(2, 5);
            case '3' -> six.substring(0, 3) + "00000" + six.substring(3, 5);
            case '4' -> six.substring(0, 4) + "00000" + six.charAt(4);
            default -> six.substring(0, 5) + "0000" + last;
        };
        String eleven = system + body;
        return "]E00" + eleven + check.orElseGet(() -> checkDigit(eleven));
    }

    /** Weights 3 and 1 from the right (GS1 General Specifications, 7.9.1). */
    static char checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? 3 * digit : digit;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    private static boolean digits(String data) {
        return DIGITS.matcher(data).matches();
    }
}
