package org.samokasa.kiosk.domain.barcode.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which identifiers may and must stand together (GS1 General Specifications 4.14, 4.15), as far as a till cares. */
final class Pairing {
    /** A lot of more than this that holds what looks like a date swallowed what came behind it. */
    private static final int LOT_UNSUSPECTED = 12;

    private static final Pattern SWALLOWED = Pattern.compile("1[1-7][0-9]{2}(0[1-9]|1[0-2])[0-3][0-9]");
    private static final Pattern MEASURE = Pattern.compile("30|(31|32|35|36)[0-9]{2}");
    private static final Set<String> NEED_AN_ARTICLE = Set.of("10", "11", "13", "15", "16", "17", "20", "21", "240");
    private static final Set<String> ARTICLES = Set.of("01", "02", "03", "8006", "8026");

    /** Identifiers that exclude each other: a left one with a right one is a broken pair. */
    private static final List<Map.Entry<Pattern, Pattern>> EXCLUDE = List.of(
            pair("01", "37|255"),
            pair("21", "235"),
            pair("392.", "393.|395.|8005"),
            pair("393.", "395.|8005"),
            pair("390.", "391.|394.|8111"),
            pair("394.", "8111"));

    private Pairing() {}

    private static Map.Entry<Pattern, Pattern> pair(String left, String right) {
        return Map.entry(Pattern.compile(left), Pattern.compile(right));
    }

    /** The elements with a warning for each broken pair; 01 beside 02 is refused: nobody knows which one is sold. */
    static Elements checked(Elements read) throws Gs1Exception {
        Set<String> ais = read.values().keySet();
        if (ais.contains("01") && ais.contains("02")) {
            throw Gs1Exception.malformed("(01) and (02) exclude each other");
        }
        List<String> warnings = new ArrayList<>();
        boolean article = ais.stream().anyMatch(ARTICLES::contains);
        for (String ai : ais) {
            if (NEED_AN_ARTICLE.contains(ai) && !article && !(ai.equals("17") && ais.contains("255"))) {
                warnings.add("(" + ai + ") without an article number");
            }
            boolean priced = ai.startsWith("392") || ai.startsWith("393") || ai.startsWith("395");
            if (priced && ais.stream().noneMatch(other -> MEASURE.matcher(other).matches())) {
                warnings.add("(" + ai + ") without a measure");
            }
            if ((ai.startsWith("394") || ai.equals("8111")) && !ais.contains("255")) {
                warnings.add("(" + ai + ") without a coupon number");
            }
        }
        excluded(ais, warnings);
        sameMeasureTwice(ais, warnings);
        return withoutSwallowingLot(read.warned(warnings));
    }

    private static void excluded(Set<String> ais, List<String> warnings) {
        for (Map.Entry<Pattern, Pattern> rule : EXCLUDE) {
            for (String left : ais) {
                for (String right : ais) {
                    if (rule.getKey().matcher(left).matches()
                            && rule.getValue().matcher(right).matches()) {
                        warnings.add("(" + left + ") and (" + right + ") exclude each other");
                    }
                }
            }
        }
    }

    private static void sameMeasureTwice(Set<String> ais, List<String> warnings) {
        for (String ai : ais) {
            boolean twice = ai.length() == 4
                    && ai.startsWith("3")
                    && ais.stream()
                            .anyMatch(other -> other.length() == 4
                                    && other.compareTo(ai) < 0
                                    && other.startsWith(ai.substring(0, 3)));
            if (twice) {
                warnings.add("(" + ai + ") stands twice with different decimals");
            }
        }
    }

    private static Elements withoutSwallowingLot(Elements read) {
        boolean suspect = read.get("10")
                .filter(lot ->
                        lot.length() > LOT_UNSUSPECTED && SWALLOWED.matcher(lot).find())
                .isPresent();
        return suspect
                ? read.without("10")
                        .warned(List.of("lot '" + read.values().get("10")
                                + "' seems to hold more than a lot: a separator was lost, so it is not used"))
                : read;
    }
}
