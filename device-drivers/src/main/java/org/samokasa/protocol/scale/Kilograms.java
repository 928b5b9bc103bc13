package org.samokasa.protocol.scale;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Kilograms as scales write them: digits, a point, two or three decimals, blanks for leading zeros. */
public final class Kilograms {
    private static final Pattern TEXT = Pattern.compile(" *[0-9]{1,4}\\.[0-9]{2,3}");

    private Kilograms() {}

    /** Whole grams; empty when it is no such number. Exact: the decimals are kept, nothing is rounded. */
    public static OptionalInt grams(String text) {
        if (!TEXT.matcher(text).matches()) {
            return OptionalInt.empty();
        }
        int point = text.indexOf('.');
        int decimals = text.length() - point - 1;
        int whole = Integer.parseInt(text.substring(0, point).strip());
        int part = Integer.parseInt(text.substring(point + 1));
        return OptionalInt.of(whole * 1_000 + (decimals == 3 ? part : part * 10));
    }
}
