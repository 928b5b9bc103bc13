package org.samokasa.protocol.payment;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** ISO 4217 as the JDK knows it: numeric codes and how many minor units make a major one. */
public final class Currencies {
    private Currencies() {}

    /** Three digits, for instance {@code 978}; empty for letters that name no currency. */
    public static Optional<String> numeric(String letters) {
        return find(letters).map(currency -> String.format("%03d", currency.getNumericCode()));
    }

    /** Major units with all decimals of the currency: 2310 EUR is 23.10. Empty for an unknown currency. */
    public static Optional<BigDecimal> major(long minor, String letters) {
        return find(letters).map(currency -> BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()));
    }

    /** Minor units; empty when it is no whole number of them, too large or the currency is unknown. */
    public static Optional<Long> minor(BigDecimal major, String letters) {
        return find(letters).flatMap(currency -> {
            try {
                return Optional.of(major.movePointRight(currency.getDefaultFractionDigits())
                        .longValueExact());
            } catch (ArithmeticException notExact) {
                return Optional.empty();
            }
        });
    }

    private static Optional<Currency> find(String letters) {
        if (!letters.matches("[A-Z]{3}")) {
            return Optional.empty();
        }
        try {
            Currency currency = Currency.getInstance(letters);
            return currency.getDefaultFractionDigits() < 0 ? Optional.empty() : Optional.of(currency);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
