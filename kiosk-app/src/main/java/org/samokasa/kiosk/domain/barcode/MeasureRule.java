package org.samokasa.kiosk.domain.barcode;

import java.util.List;

/**
 * How a shop reads the in-store numbers 02 and 20 to 29: there is no world-wide layout, so the shop says.
 *
 * @param prefixes first two digits of the 13-digit form this rule is for
 * @param layout 13 characters: {@code P} prefix, {@code I} item, {@code V} verifier, {@code W} weight, {@code M} money,
 *     {@code K} check digit; each kind in one run, either W or M
 * @param decimals of the value: 3 means grams for weight in kilograms, 2 means minor units of most currencies
 * @param verifier what to do with the verifier digit
 */
public record MeasureRule(List<String> prefixes, String layout, int decimals, Verifier verifier) {
    private static final int DIGITS = 13;

    public enum Verifier {
        REQUIRED,
        CHECKED_UNLESS_ZERO,
        IGNORED
    }

    public MeasureRule {
        prefixes = List.copyOf(prefixes);
        if (!layout.matches("PP(?=.{11}$)I+(V?)(W+|M+)K")) {
            throw new IllegalArgumentException(
                    "layout '" + layout + "' is not PP I.. [V] W.. or M.. K in 13 characters");
        }
        if (decimals < 0 || decimals > 3) {
            throw new IllegalArgumentException("layout '" + layout + "' with " + decimals + " decimals");
        }
    }

    boolean appliesTo(String digits) {
        return digits.length() == DIGITS && prefixes.contains(digits.substring(0, 2));
    }

    boolean carriesWeight() {
        return layout.indexOf('W') >= 0;
    }

    String value(String digits) {
        return field(digits, carriesWeight() ? 'W' : 'M');
    }

    /** False when the verifier digit speaks against the value. */
    boolean verifierAgrees(String digits) {
        if (verifier == Verifier.IGNORED || layout.indexOf('V') < 0) {
            return true;
        }
        int found = digits.charAt(layout.indexOf('V')) - '0';
        if (verifier == Verifier.CHECKED_UNLESS_ZERO && found == 0) {
            return true;
        }
        return VerifierDigit.of(value(digits)) == found;
    }

    /** The number with value and verifier zeroed and its check digit made anew: what the article is filed under. */
    String zeroed(String digits) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < DIGITS - 1; i++) {
            body.append("VWM".indexOf(layout.charAt(i)) >= 0 ? '0' : digits.charAt(i));
        }
        return body.append(CheckDigit.mod10(body.toString())).toString();
    }

    private String field(String digits, char kind) {
        return digits.substring(layout.indexOf(kind), layout.lastIndexOf(kind) + 1);
    }
}
