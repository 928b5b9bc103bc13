package org.samokasa.kiosk.domain.barcode;

import org.samokasa.kiosk.domain.barcode.gs1.CheckDigit;
import org.samokasa.kiosk.domain.catalogue.ItemKey;

/** Article numbers as price lists write them. */
public final class ArticleNumber {
    private ArticleNumber() {}

    /**
     * The key an article is filed under, so that a scan of the same number finds it.
     *
     * @param text 8, 12, 13 or 14 digits with a right check digit, or {@code plu:4011}, or {@code store:2812340000002}
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static ItemKey parse(String text) {
        if (text.startsWith("plu:") || text.startsWith("store:")) {
            return new ItemKey(text);
        }
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("'" + text + "' is not a number");
        }
        int length = text.length();
        if (length != 8 && length != 12 && length != 13 && length != 14) {
            throw new IllegalArgumentException(length + " digits, where an article number has 8, 12, 13 or 14");
        }
        if (!CheckDigit.fits(text)) {
            int expected = CheckDigit.mod10(text.substring(0, length - 1));
            throw new IllegalArgumentException(
                    "check digit " + text.charAt(length - 1) + " where " + expected + " is right");
        }
        if (text.chars().allMatch(c -> c == '0')) {
            throw new IllegalArgumentException("all zeros");
        }
        return key(text);
    }

    /** Numbers a shop gives itself are filed as they stand; all others by GTIN. */
    private static ItemKey key(String digits) {
        if (digits.length() == 8) {
            boolean ownNumber = digits.startsWith("0") || digits.startsWith("2");
            return ownNumber ? ItemKey.store(digits) : ItemKey.gtin(digits);
        }
        String thirteen = digits.length() == 12 ? "0" + digits : digits;
        boolean ownNumber = thirteen.length() == 13 && thirteen.matches("(2|02|04).*");
        return ownNumber ? ItemKey.store(thirteen) : ItemKey.gtin(thirteen);
    }
}
