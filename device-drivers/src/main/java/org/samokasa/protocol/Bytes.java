package org.samokasa.protocol;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/** An immutable run of bytes; equal when the bytes are. */
public final class Bytes {
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] value;

    private Bytes(byte[] value) {
        this.value = value;
    }

    /** Each argument is one byte, 0 to 255. */
    public static Bytes of(int... octets) {
        byte[] value = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] < 0 || octets[i] > 0xFF) {
                throw new IllegalArgumentException("not a byte: " + octets[i]);
            }
            value[i] = (byte) octets[i];
        }
        return new Bytes(value);
    }

    public static Bytes copyOf(byte[] source) {
        return source.length == 0 ? EMPTY : new Bytes(source.clone());
    }

    public static Bytes copyOf(byte[] source, int from, int to) {
        return from == to ? EMPTY : new Bytes(Arrays.copyOfRange(source, from, to));
    }

    /** Hex digits, blanks and line ends between them allowed: {@code "06 0F 00"}. */
    public static Bytes hex(String text) {
        return copyOf(HexFormat.of().parseHex(text.replaceAll("\\s", "")));
    }

    public static Bytes ascii(String text) {
        return copyOf(text.getBytes(StandardCharsets.US_ASCII));
    }

    public int size() {
        return value.length;
    }

    public boolean isEmpty() {
        return value.length == 0;
    }

    /** The byte at this place, 0 to 255. */
    public int at(int index) {
        return value[index] & 0xFF;
    }

    public Bytes slice(int from, int to) {
        Objects.checkFromToIndex(from, to, value.length);
        return copyOf(value, from, to);
    }

    public Bytes plus(Bytes more) {
        byte[] both = Arrays.copyOf(value, value.length + more.value.length);
        System.arraycopy(more.value, 0, both, value.length, more.value.length);
        return copyOf(both);
    }

    public byte[] toArray() {
        return value.clone();
    }

    public String toText(Charset charset) {
        return new String(value, charset);
    }

    /** Upper-case pairs with blanks: {@code 06 0F 00}. */
    public String toHex() {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return toHex();
    }
}
