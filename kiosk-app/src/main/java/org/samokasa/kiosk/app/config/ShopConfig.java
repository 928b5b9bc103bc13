package org.samokasa.kiosk.app.config;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.samokasa.kiosk.domain.barcode.MeasureRule;
import org.samokasa.kiosk.domain.barcode.RegionalRules;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.receipt.ShopInfo;
import org.samokasa.kiosk.domain.tax.TaxTable;

/**
 * What is the same on all lanes of a shop.
 *
 * @param language of the screens when nobody chose one
 * @param receiptLanguage of all receipts; empty prints each in the language of its screens
 */
public record ShopConfig(
        ShopInfo info,
        String currency,
        ZoneId zone,
        Language language,
        Optional<Language> receiptLanguage,
        TaxTable taxes,
        List<MeasureRule> measureRules) {

    public static ShopConfig read(ConfigFile shop) {
        ShopInfo info = new ShopInfo(
                shop.parsed("id", "shop", ShopConfig::id),
                shop.text("name"),
                shop.texts("address"),
                shop.text("tax-id", ""));
        String currency = shop.parsed(
                "currency", "EUR", code -> Currency.getInstance(code).getCurrencyCode());
        if (!shop.has("currency")) {
            shop.error("currency", "must be three letters of ISO 4217");
        }
        return new ShopConfig(
                info,
                currency,
                shop.parsed("zone", ZoneId.of("UTC"), ZoneId::of),
                shop.parsed("language", Language.EN, Language::ofTag),
                shop.optionalText("receipt-language").isEmpty()
                        ? Optional.empty()
                        : Optional.of(shop.parsed("receipt-language", Language.EN, Language::ofTag)),
                taxes(shop),
                rules(shop));
    }

    private static String id(String text) {
        if (!text.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException("'" + text + "' has more than a-z, 0-9 and hyphens");
        }
        return text;
    }

    public Set<String> taxLetters() {
        Set<String> letters = new HashSet<>();
        taxes.rates().forEach(rate -> letters.add(rate.letter()));
        return letters;
    }

    private static TaxTable taxes(ConfigFile shop) {
        List<TaxTable.Rate> rates = new ArrayList<>();
        for (ConfigFile tax : shop.sections("taxes")) {
            rates.add(new TaxTable.Rate(
                    tax.text("letter"),
                    tax.integer("basis-points", 0, 10_000, 0),
                    tax.parsed("from", LocalDate.EPOCH, LocalDate::parse)));
        }
        if (rates.isEmpty()) {
            shop.error("taxes", "must name at least one rate");
        }
        return new TaxTable(rates);
    }

    private static List<MeasureRule> rules(ConfigFile shop) {
        List<MeasureRule> rules = new ArrayList<>();
        for (ConfigFile rule : shop.sections("measure-rules")) {
            List<String> prefixes = rule.texts("prefixes");
            int decimals = rule.integer("decimals", 0, 3, 3);
            MeasureRule.Verifier verifier = rule.parsed(
                    "verifier",
                    MeasureRule.Verifier.IGNORED,
                    name -> MeasureRule.Verifier.valueOf(
                            name.toUpperCase(java.util.Locale.ROOT).replace('-', '_')));
            MeasureRule read =
                    rule.parsed("layout", null, layout -> new MeasureRule(prefixes, layout, decimals, verifier));
            if (read != null) {
                rules.add(read);
            }
        }
        rules.addAll(shop.parsed("measure-region", List.of(), RegionalRules::of));
        return List.copyOf(rules);
    }
}
