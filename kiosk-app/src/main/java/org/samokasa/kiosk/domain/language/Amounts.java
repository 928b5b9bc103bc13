package org.samokasa.kiosk.domain.language;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.samokasa.kiosk.domain.money.Money;

/**
 * How amounts, weights and days are written, by explicit patterns of our own: those of the JDK change with its version
 * (LOCALE.md section 1). Blanks inside a figure do not break (U+00A0).
 */
public final class Amounts {
    private static final char NO_BREAK = '\u00A0';

    /** U+2212: Lithuanian writes it, others a hyphen; the printer's driver makes a hyphen of it. */
    private static final String TRUE_MINUS = "\u2212";

    private static final DateTimeFormatter DAY_MONTH_YEAR_POINTS = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter DAY_MONTH_YEAR_SLASHES = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Amounts() {}

    /** {@code 12.34} in English, {@code 12,34} in Polish, thousands grouped, lakhs in Hindi; no currency sign. */
    public static String plain(Money money, Language language) {
        int decimals = Money.decimals(money.currency());
        return number(BigDecimal.valueOf(money.minor(), decimals).toPlainString(), language);
    }

    /** With the currency as shoppers write it: {@code 12,34 zł}, {@code PLN 12.34}, {@code €12.34}, {@code ₹12.34}. */
    public static String withCurrency(Money money, Language language) {
        String figure = plain(money, language);
        return switch (language) {
            case PL, CS, DE, LT, RU -> figure + NO_BREAK + symbol(money.currency());
            case EN -> english(money, figure);
            case HI -> hindi(money, figure);
        };
    }

    private static String hindi(Money money, String figure) {
        String sign = figure.startsWith("-") ? "-" : "";
        return sign + symbol(money.currency()) + figure.substring(sign.length());
    }

    private static String english(Money money, String figure) {
        boolean negative = figure.startsWith("-");
        String digits = negative ? figure.substring(1) : figure;
        String sign = negative ? "-" : "";
        return switch (money.currency()) {
            case "EUR" -> sign + "€" + digits;
            case "GBP" -> sign + "£" + digits;
            case "USD" -> sign + "$" + digits;
            default -> sign + digits + NO_BREAK + symbol(money.currency());
        };
    }

    private static String symbol(String currency) {
        return switch (currency) {
            case "PLN" -> "zł";
            case "EUR" -> "€";
            case "CZK" -> "Kč";
            case "GBP" -> "£";
            case "USD" -> "$";
            case "INR" -> "₹";
            case "RUB" -> "₽";
            default -> currency;
        };
    }

    /** {@code 0.785 kg} with three decimals, as a receipt must show it. */
    public static String kilograms(int grams, Language language) {
        String unit = language == Language.RU ? "кг" : "kg";
        return number(BigDecimal.valueOf(grams, 3).toPlainString(), language) + NO_BREAK + unit;
    }

    /** A day in figures, with the whole year: {@code 07/03/2026}, {@code 07.03.2026}, {@code 2026-03-07}. */
    public static String day(LocalDate day, Language language) {
        return switch (language) {
            case EN, HI -> DAY_MONTH_YEAR_SLASHES.format(day);
            case PL, CS, DE, RU -> DAY_MONTH_YEAR_POINTS.format(day);
            case LT -> day.toString();
        };
    }

    /**
     * A figure with the points, groups and minus of the language.
     *
     * @param plain digits, perhaps with a minus before and a point within, as {@link BigDecimal#toPlainString} writes it
     */
    public static String number(String plain, Language language) {
        boolean negative = plain.startsWith("-");
        String unsigned = negative ? plain.substring(1) : plain;
        int point = unsigned.indexOf('.');
        String whole = point < 0 ? unsigned : unsigned.substring(0, point);
        String fraction = point < 0 ? "" : unsigned.substring(point + 1);
        char decimal = language == Language.EN || language == Language.HI ? '.' : ',';
        StringBuilder grouped = new StringBuilder(whole);
        // Lakh and crore: three figures, then two and two.
        int next = language == Language.HI ? 2 : 3;
        for (int at = whole.length() - 3; at > 0; at -= next) {
            grouped.insert(at, group(language));
        }
        String minus = language == Language.LT ? TRUE_MINUS : "-";
        return (negative ? minus : "") + grouped + (fraction.isEmpty() ? "" : decimal + fraction);
    }

    private static char group(Language language) {
        return switch (language) {
            case EN, HI -> ',';
            case DE -> '.';
            case PL, CS, LT, RU -> NO_BREAK;
        };
    }
}
