package org.samokasa.protocol.zvt;

import java.util.Optional;
import org.samokasa.protocol.Bytes;

/** Bitmap 22: a card number with nibble E for a hidden digit, D before what follows it, F as filler (section 5). */
final class MaskedPan {
    private static final int HIDDEN = 0xE;
    private static final int SEPARATOR = 0xD;
    private static final int FILLER = 0xF;
    private static final int CLEAR_FIRST = 6;
    private static final int CLEAR_LAST = 4;

    /** Shorter numbers keep only their last four: first six and last four would be all of them. */
    private static final int LONG_ENOUGH_FOR_BOTH_ENDS = 13;

    private MaskedPan() {}

    /**
     * Hides in place what may not be kept: all but the first six and last four digits, and all after a separator.
     *
     * @return true when the number was in clear, as told by its length and check digit
     */
    static boolean mask(byte[] data, int from, int to) {
        int digits = length(data, from, to);
        boolean clear = text(Bytes.copyOf(data, from, to))
                .filter(PanFilter::isCardNumber)
                .isPresent();
        int clearFirst = digits >= LONG_ENOUGH_FOR_BOTH_ENDS ? CLEAR_FIRST : 0;
        for (int i = 0; i < 2 * (to - from); i++) {
            if (i >= digits) {
                put(data, from, i, FILLER);
            } else if (i >= clearFirst && i < digits - CLEAR_LAST) {
                put(data, from, i, HIDDEN);
            }
        }
        return clear;
    }

    /** Digits with {@code *} for hidden ones; empty when a nibble has no meaning. */
    static Optional<String> text(Bytes value) {
        byte[] data = value.toArray();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length(data, 0, data.length); i++) {
            int nibble = nibble(data, 0, i);
            if (nibble == HIDDEN) {
                text.append('*');
            } else if (nibble <= 9) {
                text.append((char) ('0' + nibble));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(text.toString());
    }

    private static int length(byte[] data, int from, int to) {
        int digits = 0;
        while (digits < 2 * (to - from)) {
            int nibble = nibble(data, from, digits);
            if (nibble == SEPARATOR || nibble == FILLER) {
                return digits;
            }
            digits++;
        }
        return digits;
    }

    private static int nibble(byte[] data, int from, int index) {
        int octet = Byte.toUnsignedInt(data[from + index / 2]);
        return index % 2 == 0 ? octet >> 4 : octet & 0x0F;
    }

    private static void put(byte[] data, int from, int index, int nibble) {
        int octet = Byte.toUnsignedInt(data[from + index / 2]);
        int changed = index % 2 == 0 ? nibble << 4 | octet & 0x0F : octet & 0xF0 | nibble;
        data[from + index / 2] = (byte) changed;
    }
}
