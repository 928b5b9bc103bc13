package org.samokasa.protocol.zvt;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds card numbers in free text and hides their middle (payment-rules section 2).
 *
 * <p>A run of 13 to 19 digits with a right check digit counts as one, also when it is written in groups of four. One
 * digit run in ten passes by chance, so the filter is for text, never for ids of ours or of the terminal.
 */
public final class PanFilter {
    private static final int DIGITS_MIN = 13;
    private static final int DIGITS_MAX = 19;
    private static final int CLEAR_FIRST = 6;
    private static final int CLEAR_LAST = 4;

    private static final Pattern CANDIDATE =
            Pattern.compile("(?<![0-9])(?:[0-9]{4}([ -])[0-9]{4}\\1[0-9]{4}\\1[0-9]{1,7}|[0-9]{13,19})(?![0-9])");

    private PanFilter() {}

    /** The text with each card number reduced to first six and last four digits; the same text when it holds none. */
    public static String mask(String text) {
        Matcher matcher = CANDIDATE.matcher(text);
        return matcher.replaceAll(found -> {
            String digits = found.group().replaceAll("[ -]", "");
            return isCardNumber(digits) ? hide(digits) : Matcher.quoteReplacement(found.group());
        });
    }

    static boolean isCardNumber(String digits) {
        return digits.length() >= DIGITS_MIN
                && digits.length() <= DIGITS_MAX
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && passesLuhn(digits);
    }

    private static String hide(String digits) {
        int hidden = digits.length() - CLEAR_FIRST - CLEAR_LAST;
        return digits.substring(0, CLEAR_FIRST) + "*".repeat(hidden) + digits.substring(digits.length() - CLEAR_LAST);
    }

    /** ISO/IEC 7812-1 annex B. */
    private static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
