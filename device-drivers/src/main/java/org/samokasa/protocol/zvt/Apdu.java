package org.samokasa.protocol.zvt;

import java.util.Objects;
import org.samokasa.protocol.Bytes;

/**
 * One message in either direction: two bytes of name, a length and data (section 3).
 *
 * @param code class and instruction, or the two bytes of a response, as one number: {@code 0x0601}
 * @param data what follows the length, at most 65,535 bytes
 */
public record Apdu(int code, Bytes data) {
    /** The length field has two bytes at most (section 3). */
    public static final int DATA_SIZE_MAX = 0xFFFF;

    /** Length byte that announces two more, low byte first (section 3). */
    static final int LONG_LENGTH = 0xFF;

    private static final int CODE_MAX = 0xFFFF;

    public Apdu {
        Objects.requireNonNull(data, "data");
        if (code < 0 || code > CODE_MAX) {
            throw new IllegalArgumentException("a message name has two bytes, got " + code);
        }
        if (data.size() > DATA_SIZE_MAX) {
            throw new IllegalArgumentException("too long for a message: " + data.size() + " bytes");
        }
    }

    public static Apdu of(int code) {
        return new Apdu(code, Bytes.EMPTY);
    }

    public int classByte() {
        return code >> 8;
    }

    /** True for {@code 80 xx} and {@code 84 xx}: an answer, not a command. */
    public boolean isResponse() {
        return classByte() == 0x80 || classByte() == 0x84;
    }

    /** The name as people write it: {@code 06 0F}. */
    public String name() {
        return Bytes.of(code >> 8, code & 0xFF).toHex();
    }

    /** The shortest form that the length allows. */
    public Bytes encode() {
        if (data.size() >= LONG_LENGTH) {
            return encodeLong();
        }
        return Bytes.of(code >> 8, code & 0xFF, data.size()).plus(data);
    }

    /** The three-byte length, legal for any length; every receiver must take it (section 3). */
    public Bytes encodeLong() {
        return Bytes.of(code >> 8, code & 0xFF, LONG_LENGTH, data.size() & 0xFF, data.size() >> 8)
                .plus(data);
    }
}
