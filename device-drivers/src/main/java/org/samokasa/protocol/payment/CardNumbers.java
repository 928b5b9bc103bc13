package org.samokasa.protocol.payment;

/** Card numbers as terminals write them, reduced to what may be kept (payment-rules section 2). */
public final class CardNumbers {
    private static final int CLEAR_FIRST = 6;
    private static final int CLEAR_LAST = 4;

    private CardNumbers() {}

    /**
     * Digits with {@code *} for each hidden one, never more than the first six and last four in clear, whatever sign the
     * terminal hides digits with. Blanks and hyphens between groups are dropped.
     */
    public static String masked(String number) {
        String plain = number.replaceAll("[ -]", "").replaceAll("[^0-9]", "*");
        if (plain.length() <= CLEAR_FIRST + CLEAR_LAST) {
            int hidden = Math.max(0, plain.length() - CLEAR_LAST);
            return "*".repeat(hidden) + plain.substring(hidden);
        }
        int end = plain.length() - CLEAR_LAST;
        return plain.substring(0, CLEAR_FIRST) + "*".repeat(end - CLEAR_FIRST) + plain.substring(end);
    }

    /** True when it shows more digits than a terminal may send. */
    public static boolean isClear(String number) {
        return number.chars().filter(Character::isDigit).count() > CLEAR_FIRST + CLEAR_LAST;
    }
}
