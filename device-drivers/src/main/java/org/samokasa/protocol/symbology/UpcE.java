package org.samokasa.protocol.symbology;

/** UPC-E back to the 12 digits it stands for (GS1 General Specifications, 5.2.2.4.2). */
final class UpcE {
    private UpcE() {}

    /**
     * @param digits six; with the number system before them seven; with the check digit behind eight
     * @return 12 digits, or the digits as they are when they are none of that
     */
    static String expand(String digits) {
        if (!digits.matches("[0-9]{6,8}")) {
            return digits;
        }
        String system = digits.length() == 6 ? "0" : digits.substring(0, 1);
        String six = digits.length() == 6 ? digits : digits.substring(1, 7);
        char last = six.charAt(5);
        String body = switch (last) {
            case '0', '1', '2' -> six.substring(0, 2) + last + "0000" + six.substring(2, 5);
            case '3' -> six.substring(0, 3) + "00000" + six.substring(3, 5);
            case '4' -> six.substring(0, 4) + "00000" + six.charAt(4);
            default -> six.substring(0, 5) + "0000" + last;
        };
        String eleven = system + body;
        return eleven + (digits.length() == 8 ? digits.substring(7) : checkDigit(eleven));
    }

    private static int checkDigit(String eleven) {
        int sum = 0;
        for (int i = 0; i < eleven.length(); i++) {
            sum += (eleven.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return (10 - sum % 10) % 10;
    }
}
