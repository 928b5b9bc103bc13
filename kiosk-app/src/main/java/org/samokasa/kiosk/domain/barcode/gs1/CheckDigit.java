package org.samokasa.kiosk.domain.barcode.gs1;

/** Check digits of GS1 numbers. */
public final class CheckDigit {
    private CheckDigit() {}

    /**
     * GS1 General Specifications 7.9.1: from the right, weights 3, 1, 3, 1 .. on all but the check digit.
     *
     * @param body digits without the check digit
     */
    public static int mod10(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? 3 * digit : digit;
        }
        return (10 - sum % 10) % 10;
    }

    /** @param number digits with the check digit last */
    public static boolean fits(String number) {
        int last = number.length() - 1;
        return mod10(number.substring(0, last)) == number.charAt(last) - '0';
    }
}
