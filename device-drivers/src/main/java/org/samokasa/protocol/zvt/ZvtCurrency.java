package org.samokasa.protocol.zvt;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** ISO 4217 letters and the four digits of bitmap 49 (section 5: numeric code with a leading zero). */
public final class ZvtCurrency {
    private static final Map<String, String> NUMERIC = Map.ofEntries(
            Map.entry("BGN", "0975"),
            Map.entry("CHF", "0756"),
            Map.entry("CZK", "0203"),
            Map.entry("DKK", "0208"),
            Map.entry("EUR", "0978"),
            Map.entry("GBP", "0826"),
            Map.entry("HUF", "0348"),
            Map.entry("INR", "0356"),
            Map.entry("NOK", "0578"),
            Map.entry("PLN", "0985"),
            Map.entry("RON", "0946"),
            Map.entry("RSD", "0941"),
            Map.entry("RUB", "0643"),
            Map.entry("SEK", "0752"),
            Map.entry("TRY", "0949"),
            Map.entry("UAH", "0980"),
            Map.entry("USD", "0840"));

    private static final Map<String, String> LETTERS =
            NUMERIC.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private ZvtCurrency() {}

    public static Optional<String> letters(String numeric) {
        return Optional.ofNullable(LETTERS.get(numeric));
    }

    public static boolean isKnown(String letters) {
        return NUMERIC.containsKey(letters);
    }

    /** @throws IllegalArgumentException for a currency that is not in the table */
    public static String numeric(String letters) {
        return Optional.ofNullable(NUMERIC.get(letters))
                .orElseThrow(() -> new IllegalArgumentException("no numeric code known for currency " + letters));
    }
}
