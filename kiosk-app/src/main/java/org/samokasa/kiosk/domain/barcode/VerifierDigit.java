package org.samokasa.kiosk.domain.barcode;

/**
 * The digit that guards a price or weight inside an in-store number.
 *
 * <p>Weighting tables of the GS1 General Specifications, 7.9.3 and 7.9.4; the products are looked up digit by digit.
 */
final class VerifierDigit {
    private static final int[] TWO_MINUS = {0, 2, 4, 6, 8, 9, 1, 3, 5, 7};
    private static final int[] FIVE_PLUS = {0, 5, 1, 6, 2, 7, 3, 8, 4, 9};
    private static final int[] FIVE_MINUS = {0, 5, 9, 4, 8, 3, 7, 2, 6, 1};

    private VerifierDigit() {}

    /**
     * @param value four or five digits
     * @throws IllegalArgumentException for another length: no verifier is defined for it
     */
    static int of(String value) {
        return switch (value.length()) {
            case 4 -> four(value);
            case 5 -> five(value);
            default -> throw new IllegalArgumentException("no verifier digit for " + value.length() + " digits");
        };
    }

    private static int four(String v) {
        int sum = TWO_MINUS[digit(v, 0)] + TWO_MINUS[digit(v, 1)] + 3 * digit(v, 2) + FIVE_MINUS[digit(v, 3)];
        return 3 * sum % 10;
    }

    private static int five(String v) {
        int sum = FIVE_PLUS[digit(v, 0)]
                + TWO_MINUS[digit(v, 1)]
                + FIVE_MINUS[digit(v, 2)]
                + FIVE_PLUS[digit(v, 3)]
                + TWO_MINUS[digit(v, 4)];
        int wanted = (10 - sum % 10) % 10;
        for (int candidate = 0; candidate < 10; candidate++) {
            if (FIVE_MINUS[candidate] == wanted) {
                return candidate;
            }
        }
        throw new AssertionError("the 5- products are a permutation of the digits");
    }

    private static int digit(String value, int index) {
        return value.charAt(index) - '0';
    }
}
