package org.samokasa.protocol.zvt;

import java.util.Optional;
import org.samokasa.protocol.Bytes;

/** Packed decimal, left padded with zeros (section 3). */
public final class Bcd {
    private Bcd() {}

    /**
     * @param value not negative
     * @throws IllegalArgumentException when the value does not fit
     */
    public static Bytes encode(long value, int size) {
        String digits = Long.toString(value);
        if (value < 0 || digits.length() > 2 * size) {
            throw new IllegalArgumentException(value + " does not fit into " + size + " bytes of digits");
        }
        return Bytes.hex("0".repeat(2 * size - digits.length()) + digits);
    }

    /** @param digits an even number of decimal digits */
    public static Bytes encode(String digits) {
        if (!digits.matches("([0-9]{2})*")) {
            throw new IllegalArgumentException("pairs of digits expected, got '" + digits + "'");
        }
        return Bytes.hex(digits);
    }

    /** All digits, leading zeros kept; empty when a nibble is no digit. */
    public static Optional<String> digits(Bytes value) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < value.size(); i++) {
            int high = value.at(i) >> 4;
            int low = value.at(i) & 0x0F;
            if (high > 9 || low > 9) {
                return Optional.empty();
            }
            digits.append((char) ('0' + high)).append((char) ('0' + low));
        }
        return Optional.of(digits.toString());
    }
}
