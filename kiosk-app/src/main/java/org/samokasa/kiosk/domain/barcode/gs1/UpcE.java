package org.samokasa.kiosk.domain.barcode.gs1;

/** The short form of a UPC-A number. */
public final class UpcE {
    private UpcE() {}

    /**
     * The twelve digits that a short number stands for (GS1 General Specifications 5.2.2.4.2).
     *
     * @param digits 8 with number system and check digit, 7 without check digit, or 6 without both
     * @throws IllegalArgumentException when these are not so many digits or the number system is not 0 or 1
     */
    public static String expand(String digits) {
        if (!digits.matches("[0-9]{6}|[01][0-9]{6,7}")) {
            throw new IllegalArgumentException("'" + digits + "' is no UPC-E number");
        }
        String system = digits.length() == 6 ? "0" : digits.substring(0, 1);
        String six = digits.length() == 6 ? digits : digits.substring(1, 7);
        String body = system + body(six);
        return digits.length() == 8 ? body + digits.charAt(7) : body + CheckDigit.mod10(body);
    }

    private static String body(String six) {
        String company = six.substring(0, 2);
        char last = six.charAt(5);
        return switch (last) {
            case '0', '1', '2' -> company + last + "0000" + six.substring(2, 5);
            case '3' -> company + six.charAt(2) + "00000" + six.substring(3, 5);
            case '4' -> company + six.substring(2, 4) + "00000" + six.charAt(4);
            default -> company + six.substring(2, 5) + "0000" + last;
        };
    }
}
