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
            case EN, HI -> signFirst(money.currency(), figure);
        };
    }

    /** Signs that stand before a figure do so in English and Hindi; others follow it. */
    private static String signFirst(String currency, String figure) {
        String minus = figure.startsWith("-") ? "-" : "";
        String digits = figure.substring(minus.length());
        return switch (currency) {
            case "EUR", "GBP", "USD", "INR" -> minus + symbol(currency) + digits;
            default -> figure + NO_BREAK + symbol(currency);
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
        return number(BigDecimal.valueOf(grams, 3).toPlainString(), language) + NO_BREAK + kilogram(language);
    }

    /** The unit as it stands behind a weight or a price: {@code kg}, {@code кг}. */
    public static String kilogram(Language language) {
        return language == Language.RU ? "кг" : "kg";
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
