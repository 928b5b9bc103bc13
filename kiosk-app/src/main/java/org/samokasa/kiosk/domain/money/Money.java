package org.samokasa.kiosk.domain.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An exact amount of one currency.
 *
 * @param minor minor units (grosz, cent); negative for money that goes back
 * @param currency ISO 4217 letters of a currency known to the JDK
 */
public record Money(long minor, String currency) implements Comparable<Money> {
    private static final Pattern LETTERS = Pattern.compile("[A-Z]{3}");
    private static final int GRAMS_PER_KILOGRAM = 1000;

    public Money {
        Objects.requireNonNull(currency, "currency");
        if (!LETTERS.matcher(currency).matches()) {
            throw new IllegalArgumentException("ISO 4217 letters expected, got '" + currency + "'");
        }
    }

    public static Money of(long minor, String currency) {
        return new Money(minor, currency);
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    /**
     * Reads {@code 3.49} or {@code 3,49}.
     *
     * @throws IllegalArgumentException when it is no number or has more decimals than the currency
     */
    public static Money parse(String text, String currency) {
        BigDecimal major;
        try {
            major = new BigDecimal(text.trim().replace(',', '.'));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("'" + text + "' is no amount of money", notANumber);
        }
        try {
            return new Money(major.movePointRight(decimals(currency)).longValueExact(), currency);
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException("'" + text + "' has more decimals than " + currency, tooFine);
        }
    }

    /** Decimals of a currency: 2 for PLN and EUR, 0 for JPY. */
    public static int decimals(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    /** This amount as the price of a kilogram: what so many grams cost, rounded half up to the minor unit. */
    public Money forGrams(int grams) {
        return new Money(share(minor, grams, GRAMS_PER_KILOGRAM), currency);
    }

    /**
     * The part {@code numerator/denominator} of this amount, rounded half up (away from zero at the half).
     *
     * @param denominator not zero
     */
    public Money part(long numerator, long denominator) {
        return new Money(share(minor, numerator, denominator), currency);
    }

    private static long share(long value, long numerator, long denominator) {
        BigInteger product = BigInteger.valueOf(value).multiply(BigInteger.valueOf(numerator));
        return new BigDecimal(product)
                .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix");
        }
        return other;
    }

    /** {@code 12.34 PLN}, for logs and messages between programs; screens use a money format of the language. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(minor, decimals(currency)).toPlainString() + " " + currency;
    }
}
