package org.samokasa.kiosk.domain.barcode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.samokasa.kiosk.domain.barcode.MeasureRule.Verifier;

/**
 * Readings of in-store numbers that are usual in a country. Chains break them inside their own shops, so none holds unless
 * a shop chooses it, and a shop's own rules come first.
 */
public final class RegionalRules {
    /**
     * Countries, prefixes, layout, decimals, verifier. After national GS1 organisations where they publish one (Germany, UK,
     * USA and Canada, Baltic states, Finland), otherwise as seen in shops; docs/operating.md says which is which.
     */
    private static final String TABLE = """
            DE             22,23                PPIIIIVMMMMMK 2 required
            DE             25,26                PPIIIIVNNNNNK 0 required
            DE             28,29                PPIIIIVWWWWWK 3 required
            GB             20                   PPIIIIIVMMMMK 2 required
            GB             02                   PPIIIIVMMMMMK 2 required
            US,CA          02                   PPIIIIIVMMMMK 2 required
            LT,LV,EE,FI    23                   PPIIIIIIWWWWK 3 ignored
            LT,LV,EE,FI    24                   PPIIIIIIWWWWK 2 ignored
            LT,LV,EE,FI    25                   PPIIIIIIWWWWK 1 ignored
            SE,NO          20                   PPIIIIIIMMMMK 2 ignored
            SE,NO          21                   PPIIIIIIMMMMK 1 ignored
            SE,NO          22                   PPIIIIIIMMMMK 0 ignored
            SE,NO          23                   PPIIIIIIWWWWK 3 ignored
            SE,NO          24                   PPIIIIIIWWWWK 2 ignored
            SE,NO          25                   PPIIIIIIWWWWK 1 ignored
            DK             21,22,23,24          PPIIIIMMMMMMK 2 ignored
            DK             26,28                PPIIIIWWWWWWK 3 ignored
            DK             27                   PPIIIIIWWWWWK 3 ignored
            CZ             21,25,26,27,28,29    PPIIIIVWWWWWK 3 ignored
            SK             26,27,29             PPIIIIVWWWWWK 3 ignored
            PL             28,29                PPIIIIVWWWWWK 3 checked-unless-zero
            RU,BY,KZ       22,23                PPIIIIIWWWWWK 3 ignored
            """;

    private RegionalRules() {}

    /**
     * @param country two letters of ISO 3166
     * @throws IllegalArgumentException when no rules are known for it
     */
    public static List<MeasureRule> of(String country) {
        List<MeasureRule> rules = new ArrayList<>();
        TreeSet<String> known = new TreeSet<>();
        for (String line : TABLE.split("\n")) {
            String[] words = line.split(" +");
            List<String> countries = Arrays.asList(words[0].split(","));
            known.addAll(countries);
            if (countries.contains(country)) {
                Verifier verifier =
                        Verifier.valueOf(words[4].toUpperCase(Locale.ROOT).replace('-', '_'));
                rules.add(
                        new MeasureRule(List.of(words[1].split(",")), words[2], Integer.parseInt(words[3]), verifier));
            }
        }
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("no rules are known for '" + country + "', there are " + known);
        }
        return List.copyOf(rules);
    }
}
