package org.samokasa.protocol.scaledialog;

import java.util.Locale;

/**
 * A pair of words that an approval gave to a till. Secret: never shown, never logged.
 *
 * @param check the checksum, 16 bits
 * @param correction the correction word that belongs to it, 16 bits
 */
public record DialogKey(int check, int correction) {
    private static final int WORD = 0xFFFF;

    public DialogKey {
        if ((check & ~WORD) != 0 || (correction & ~WORD) != 0) {
            throw new IllegalArgumentException("a key has two words of 16 bits");
        }
    }

    /** Reads {@code 1234 ABCD}. */
    public static DialogKey parse(String text) {
        if (!text.strip().matches("[0-9A-Fa-f]{4} +[0-9A-Fa-f]{4}")) {
            throw new IllegalArgumentException("a key is two words of four hex digits");
        }
        String[] words = text.strip().split(" +");
        return new DialogKey(Integer.parseInt(words[0], 16), Integer.parseInt(words[1], 16));
    }

    /**
     * The eight hex digits that prove possession: the checksum rotated left by the high nibble, the correction word rotated
     * right by the low one.
     *
     * @param random the scale's byte
     */
    public String proof(int random) {
        int left = random >> 4 & 0x0F;
        int right = random & 0x0F;
        return String.format(Locale.ROOT, "%04X%04X", rotateLeft(check, left), rotateLeft(correction, 16 - right));
    }

    private static int rotateLeft(int word, int by) {
        return (word << by | word >> 16 - by) & WORD;
    }

    @Override
    public String toString() {
        return "DialogKey[hidden]";
    }
}
