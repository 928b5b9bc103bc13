package org.samokasa.devices;

/**
 * Money as a machine understands it.
 *
 * @param minor minor units (grosz, cent), not negative
 * @param currency ISO 4217 letters, for instance {@code PLN}
 */
public record Amount(long minor, String currency) {
    public Amount {
        if (minor < 0) {
            throw new IllegalArgumentException("a machine is never told a negative amount: " + minor);
        }
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("ISO 4217 letters expected, got '" + currency + "'");
        }
    }
}
