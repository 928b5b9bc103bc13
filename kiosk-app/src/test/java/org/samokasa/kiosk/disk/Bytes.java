package org.samokasa.kiosk.disk;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** The contents of a file. A copy costs nothing until one of the two is written to. */
final class Bytes {
    private byte[] array;
    private int length;
    private boolean shared;

    Bytes() {
        this(new byte[0]);
    }

    /** Takes the array over; the caller must not change it afterwards. */
    Bytes(byte[] array) {
        this.array = array;
        this.length = array.length;
    }

    private Bytes(Bytes original) {
        array = original.array;
        length = original.length;
        shared = true;
        original.shared = true;
    }

    Bytes copy() {
        return new Bytes(this);
    }

    int length() {
        return length;
    }

    /** Puts bytes there; what lies between the old end and the offset becomes zeros. */
    void write(int offset, byte[] from, int start, int count) {
        growTo(Math.max(length, offset + count));
        own(length);
        System.arraycopy(from, start, array, offset, count);
    }

    void growTo(int newLength) {
        if (newLength > length) {
            own(newLength);
            length = newLength;
        }
    }

    void cut(int newLength) {
        if (newLength < length) {
            own(length);
            Arrays.fill(array, newLength, length, (byte) 0);
            length = newLength;
        }
    }

    private void own(int capacity) {
        if (shared || capacity > array.length) {
            // Twice as much when it grows, so that a file written bit by bit is not copied for each bit.
            array = Arrays.copyOf(array, capacity > array.length ? Math.max(capacity, 2 * array.length) : array.length);
            shared = false;
        }
    }

    void read(ByteBuffer into, int offset) {
        into.put(array, offset, Math.min(into.remaining(), length - offset));
    }

    /** Whether exactly these bytes stand there already. */
    boolean holds(int offset, byte[] other, int start, int count) {
        return offset + count <= length && Arrays.equals(array, offset, offset + count, other, start, start + count);
    }

    /** Of length and contents; never 0, and odd so that it can be multiplied without losing bits. */
    long fingerprint() {
        CRC32C one = new CRC32C();
        one.update(array, 0, length);
        CRC32 other = new CRC32();
        other.update(array, 0, length);
        return (one.getValue() << 32 ^ other.getValue() ^ length) * 2 + 1;
    }

    byte[] toArray() {
        return Arrays.copyOf(array, length);
    }
}
