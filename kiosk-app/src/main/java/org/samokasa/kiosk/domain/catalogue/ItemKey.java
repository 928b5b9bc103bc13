package org.samokasa.kiosk.domain.catalogue;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What an article is filed under: {@code gtin:05901234123457}, {@code plu:4011}, or {@code store:2812340000002} for a
 * number of the shop's own with its measure zeroed.
 */
public record ItemKey(String value) {
    private static final Pattern KEY = Pattern.compile("gtin:[0-9]{14}|plu:[0-9]{4,5}|store:[0-9A-Za-z-]{1,32}");

    public ItemKey {
        Objects.requireNonNull(value, "value");
        if (!KEY.matcher(value).matches()) {
            throw new IllegalArgumentException("no item key: '" + value + "'");
        }
    }

    /** @param gtin 8, 12, 13 or 14 digits; padded to 14 */
    public static ItemKey gtin(String gtin) {
        return new ItemKey("gtin:" + "0".repeat(14 - gtin.length()) + gtin);
    }

    public static ItemKey plu(String plu) {
        return new ItemKey("plu:" + plu);
    }

    public static ItemKey store(String number) {
        return new ItemKey("store:" + number);
    }

    public boolean isPlu() {
        return value.startsWith("plu:");
    }

    /** The number without its kind. */
    public String number() {
        return value.substring(value.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
