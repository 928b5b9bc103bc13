package org.samokasa.kiosk.domain.barcode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.samokasa.kiosk.domain.barcode.Mark.Dates;
import org.samokasa.kiosk.domain.barcode.Mark.Measure;
import org.samokasa.kiosk.domain.barcode.Scan.Coupon;
import org.samokasa.kiosk.domain.barcode.Scan.MarkedItem;
import org.samokasa.kiosk.domain.barcode.Scan.Reason;
import org.samokasa.kiosk.domain.barcode.gs1.BracketedText;
import org.samokasa.kiosk.domain.barcode.gs1.CouponCode;
import org.samokasa.kiosk.domain.barcode.gs1.DigitalLink;
import org.samokasa.kiosk.domain.barcode.gs1.ElementString;
import org.samokasa.kiosk.domain.barcode.gs1.Elements;
import org.samokasa.kiosk.domain.barcode.gs1.Gs1Date;
import org.samokasa.kiosk.domain.barcode.gs1.Gs1Exception;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.money.Money;

/** From GS1 elements, however they are written, to what a till makes of them. */
final class MarkReader {
    /** Three digits of ISO 4217 stand before the amount of 391n and 393n. */
    private static final int CURRENCY_DIGITS = 3;

    private static final int KILOGRAM_DECIMALS = 3;
    private static final int PERCENT_DECIMALS = 2;
    private static final Pattern MEASURE = Pattern.compile("30|(31|32|35|36)[0-9]{2}");
    private static final Pattern BRACKET = Pattern.compile("\\([0-9]{2,4}\\).*", Pattern.DOTALL);

    private final ScannedText text;
    private final String symbology;
    private final String currency;
    private final LocalDate today;

    MarkReader(ScannedText text, String symbology, String currency, LocalDate today) {
        this.text = text;
        this.symbology = symbology;
        this.currency = currency;
        this.today = today;
    }

    Scan read() {
        try {
            return meaning(elements());
        } catch (Gs1Exception wrong) {
            Reason reason = switch (wrong.fault()) {
                case CHECK_DIGIT -> Reason.BAD_CHECK_DIGIT;
                case NO_PRODUCT_LINK -> Reason.NOT_A_PRODUCT_LINK;
                case MALFORMED -> Reason.BAD_GS1;
            };
            return text.refused(shown(), reason, wrong.getMessage());
        }
    }

    private Elements elements() throws Gs1Exception {
        if (DigitalLink.isAddress(text.data())) {
            return DigitalLink.parse(text.data());
        }
        return BRACKET.matcher(text.data()).matches()
                ? BracketedText.parse(text.data())
                : ElementString.parse(text.separated());
    }

    private String shown() {
        return symbology.isEmpty() && !DigitalLink.isAddress(text.data()) ? "GS1" : symbology;
    }

    private Scan meaning(Elements read) throws Gs1Exception {
        for (String ai : List.of("8110", "8112", "255")) {
            if (read.get(ai).isPresent()) {
                return coupon(ai, read);
            }
        }
        for (String ai : List.of("00", "02")) {
            if (read.get(ai).isPresent()) {
                return text.refused(shown(), Reason.LOGISTIC_UNIT, "(" + ai + "): a pallet or a carton");
            }
        }
        Optional<String> gtin = read.get("01");
        if (gtin.isEmpty()) {
            return text.refused(
                    shown(),
                    Reason.NOT_FOR_GOODS,
                    "no article number among " + read.values().keySet());
        }
        if (gtin.get().chars().allMatch(digit -> digit == '0')) {
            return text.refused(shown(), Reason.NOT_A_NUMBER, "all zeros");
        }
        return article(gtin.get(), read);
    }

    private Scan article(String gtin, Elements read) {
        char indicator = gtin.charAt(0);
        if (indicator >= '1' && indicator <= '8') {
            return text.unlessListed(shown(), Reason.LOGISTIC_UNIT, "indicator " + indicator + ": a carton", gtin);
        }
        Optional<Map.Entry<String, String>> measure = read.values().entrySet().stream()
                .filter(each -> MEASURE.matcher(each.getKey()).matches())
                .findFirst();
        if (indicator == '9' && measure.isEmpty()) {
            return text.refused(shown(), Reason.VARIABLE_WITHOUT_MEASURE, "indicator 9 without a measure or a count");
        }
        if (measure.filter(each -> each.getValue().matches("0+")).isPresent()) {
            return text.refused(
                    shown(),
                    Reason.VARIABLE_WITHOUT_MEASURE,
                    "(" + measure.get().getKey() + ") is zero");
        }
        Optional<String> foreign = foreignCurrency(read);
        if (foreign.isPresent()) {
            return text.refused(shown(), Reason.WRONG_CURRENCY, foreign.get());
        }
        return new MarkedItem(text.raw(), text.aim(), shown(), gtin, ItemKey.gtin(gtin), mark(read));
    }

    private Scan coupon(String ai, Elements read) throws Gs1Exception {
        String value = read.get(ai).orElseThrow();
        Optional<String> foreign = foreignCurrency(read);
        if (foreign.isPresent()) {
            return text.refused(shown(), Reason.WRONG_CURRENCY, foreign.get());
        }
        Map<String, String> fields = switch (ai) {
            case "8110" -> CouponCode.paper(value);
            case "8112" -> CouponCode.paperless(value);
            default -> gcn(value);
        };
        Optional<Money> amount = Optional.ofNullable(fields.get("save"))
                .map(minor -> Money.of(Long.parseLong(minor), currency))
                .or(() -> read.decimal("390").map(this::money));
        Optional<Integer> percent = read.decimal("394")
                .map(each -> (int) Scaling.scaled(Long.parseLong(each.digits()), each.decimals(), PERCENT_DECIMALS));
        return new Coupon(text.raw(), text.aim(), shown(), fields, amount, percent, mark(read));
    }

    private static Map<String, String> gcn(String value) {
        String number = value.substring(0, 13);
        Map<String, String> fields = new LinkedHashMap<>(Map.of("gcn", number));
        if (value.length() > 13) {
            fields.put("serial", value.substring(13));
        }
        return fields;
    }

    private Mark mark(Elements read) {
        List<String> warnings = new ArrayList<>(read.warnings());
        Dates dates = dates(read);
        if (dates.produced().isPresent()
                && dates.expiry().filter(dates.produced().get()::isAfter).isPresent()) {
            warnings.add("produced after it expires");
        }
        return new Mark(
                read.values(),
                measure(read),
                dates,
                read.get("10"),
                read.get("21"),
                DigitalLink.isAddress(text.data()) ? Optional.of(text.data()) : Optional.empty(),
                warnings);
    }

    private Measure measure(Elements read) {
        Optional<Integer> grams = read.decimal("310")
                .map(each -> (int) Scaling.scaled(Long.parseLong(each.digits()), each.decimals(), KILOGRAM_DECIMALS));
        Optional<Money> price = read.decimal("392")
                .map(this::money)
                .or(() -> read.decimal("393").map(each -> money(withoutCurrency(each))));
        // 8005 says nothing of its decimals: the till's own are usual.
        Optional<Money> unitPrice = read.decimal("395")
                .map(this::money)
                .or(() -> read.get("8005").map(minor -> Money.of(Long.parseLong(minor), currency)));
        return new Measure(grams, read.get("30").map(Integer::valueOf), price, unitPrice);
    }

    private Dates dates(Elements read) {
        return new Dates(
                date(read, "11"),
                date(read, "13"),
                date(read, "15"),
                date(read, "16"),
                date(read, "17").or(() -> date(read, "7003")),
                read.get("7003").map(minute -> Gs1Date.resolveMinute(minute, today)));
    }

    private Optional<LocalDate> date(Elements read, String ai) {
        return read.get(ai).map(digits -> Gs1Date.resolve(digits, today));
    }

    private Money money(Elements.Decimal amount) {
        long minor = Scaling.scaled(Long.parseLong(amount.digits()), amount.decimals(), Money.decimals(currency));
        return Money.of(minor, currency);
    }

    private static Elements.Decimal withoutCurrency(Elements.Decimal amount) {
        return new Elements.Decimal(amount.ai(), amount.digits().substring(CURRENCY_DIGITS));
    }

    private Optional<String> foreignCurrency(Elements read) {
        int own = Currency.getInstance(currency).getNumericCode();
        return read.decimal("393")
                .or(() -> read.decimal("391"))
                .map(amount -> amount.digits().substring(0, CURRENCY_DIGITS))
                .filter(code -> Integer.parseInt(code) != own)
                .map(code -> "a price in currency " + code + " where the till has " + own + " (" + currency + ")");
    }
}
