package org.samokasa.kiosk.domain.barcode;

import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.domain.barcode.gs1.CheckDigit;
import org.samokasa.kiosk.domain.money.Money;

/**
 * How a shop reads the in-store numbers 02 and 20 to 29: there is no world-wide layout, so the shop says.
 *
 * @param prefixes first digits of the 13-digit form this rule is for, as many as the layout has {@code P}
 * @param layout 13 characters: {@code P} prefix, {@code I} item, {@code V} verifier, one of {@code W} weight, {@code M}
 *     money, {@code N} pieces, {@code K} check digit; each kind in one run, item and value in any order
 * @param decimals of the value: 3 means grams for weight in kilograms, 2 means minor units of most currencies
 * @param verifier what to do with the verifier digit
 */
public record MeasureRule(List<String> prefixes, String layout, int decimals, Verifier verifier) {
    private static final int DIGITS = 13;
    private static final int KILOGRAM_DECIMALS = 3;

    public enum Verifier {
        REQUIRED,
        CHECKED_UNLESS_ZERO,
        IGNORED
    }

    public MeasureRule {
        prefixes = List.copyOf(prefixes);
        String runs = layout.replaceAll("(.)\\1*", "$1");
        if (layout.length() != DIGITS || !runs.matches("P(?=[IVWMN]+K$)(?!.*(.).*\\1)(?=.*I)(?=[IV]*[WMN][IV]*K$).*")) {
            throw new IllegalArgumentException("layout '" + layout
                    + "' is not P.., then I.. and W.., M.. or N.. with at most one V, then K, in 13 characters");
        }
        if (layout.indexOf('V') != layout.lastIndexOf('V') || layout.indexOf('K') != DIGITS - 1) {
            throw new IllegalArgumentException("layout '" + layout + "' has more than one V or K");
        }
        if (decimals < 0 || decimals > KILOGRAM_DECIMALS) {
            throw new IllegalArgumentException("layout '" + layout + "' with " + decimals + " decimals");
        }
        int value = layout.replaceAll("[^WMN]", "").length();
        if (layout.indexOf('V') >= 0 && verifier != Verifier.IGNORED && value != 4 && value != 5) {
            throw new IllegalArgumentException(
                    "layout '" + layout + "': no verifier digit is defined for " + value + " digits");
        }
        int prefix = layout.lastIndexOf('P') + 1;
        for (String each : prefixes) {
            if (!each.matches("[0-9]{" + prefix + "}")) {
                throw new IllegalArgumentException(
                        "prefix '" + each + "' where layout '" + layout + "' has " + prefix + " digits of prefix");
            }
        }
    }

    boolean appliesTo(String digits) {
        return digits.length() == DIGITS && prefixes.contains(digits.substring(0, layout.lastIndexOf('P') + 1));
    }

    /** The value as it stands, without its decimal point. */
    String value(String digits) {
        return field(digits, kind());
    }

    /** Weight of the label in grams, empty unless it carries one. */
    Optional<Integer> grams(String digits) {
        long grams = Scaling.scaled(Long.parseLong(value(digits)), decimals, KILOGRAM_DECIMALS);
        return kind() == 'W' ? Optional.of((int) grams) : Optional.empty();
    }

    Optional<Integer> pieces(String digits) {
        return kind() == 'N' ? Optional.of(Integer.parseInt(value(digits))) : Optional.empty();
    }

    Optional<Money> price(String digits, String currency) {
        long minor = Scaling.scaled(Long.parseLong(value(digits)), decimals, Money.decimals(currency));
        return kind() == 'M' ? Optional.of(Money.of(minor, currency)) : Optional.empty();
    }

    private char kind() {
        return layout.indexOf('W') >= 0 ? 'W' : layout.indexOf('M') >= 0 ? 'M' : 'N';
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
            body.append("VWMN".indexOf(layout.charAt(i)) >= 0 ? '0' : digits.charAt(i));
        }
        return body.append(CheckDigit.mod10(body.toString())).toString();
    }

    private String field(String digits, char kind) {
        return digits.substring(layout.indexOf(kind), layout.lastIndexOf(kind) + 1);
    }
}
