package org.samokasa.protocol.zvt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.samokasa.protocol.Bytes;

/**
 * Cuts a TCP stream into messages by their length alone, the only delimiter there is (section 2).
 *
 * <p>A stream that cannot be understood cannot be understood again either: after {@link Malformed} nothing more comes
 * until {@link #reset}, which belongs to a fresh connection. Card data is masked before a message leaves, and the
 * buffer is overwritten behind it.
 */
public final class ZvtFramer {
    /** First bytes a ZVT message can have (section 14, the row on garbage over TCP). */
    private static final int[] CLASSES = {0x04, 0x05, 0x06, 0x08, 0x0F, 0x80, 0x84};

    private static final int SHORT_HEAD = 3;
    private static final int LONG_HEAD = 5;

    private byte[] buffer = new byte[512];
    private int filled;
    private boolean lost;

    /** What the stream yields. */
    public sealed interface Inbound {}

    /**
     * A whole message, card data masked.
     *
     * @param cameWithClearCardNumber true when the terminal did not mask a card number itself: somebody must be told
     */
    public record Received(Apdu apdu, boolean cameWithClearCardNumber) implements Inbound {}

    /** No message can start like this; the connection is of no more use. */
    public record Malformed(String why) implements Inbound {}

    /** Takes in any piece of the stream; answers the messages that it completes, oldest first. */
    public List<Inbound> feed(Bytes chunk) {
        List<Inbound> found = new ArrayList<>();
        if (lost) {
            return found;
        }
        append(chunk);
        int start = 0;
        while (!lost && start < filled) {
            int end = endOfMessage(start);
            if (lost) {
                found.add(
                        new Malformed(String.format("no message starts with %02X", Byte.toUnsignedInt(buffer[start]))));
            } else if (end < 0) {
                break;
            } else {
                found.add(cut(start, end));
                start = end;
            }
        }
        discard(lost ? filled : start);
        return found;
    }

    /** Forgets everything: a new connection begins. */
    public void reset() {
        discard(filled);
        lost = false;
    }

    /** Bytes of a message that is not complete yet. */
    int pending() {
        return filled;
    }

    /** Index behind the message that starts here, or -1 while it is not complete. */
    private int endOfMessage(int start) {
        int first = Byte.toUnsignedInt(buffer[start]);
        if (Arrays.stream(CLASSES).noneMatch(known -> known == first)) {
            lost = true;
            return -1;
        }
        int available = filled - start;
        if (available < SHORT_HEAD) {
            return -1;
        }
        int length = Byte.toUnsignedInt(buffer[start + 2]);
        int head = SHORT_HEAD;
        if (length == Apdu.LONG_LENGTH) {
            if (available < LONG_HEAD) {
                return -1;
            }
            length = Byte.toUnsignedInt(buffer[start + 3]) | Byte.toUnsignedInt(buffer[start + 4]) << 8;
            head = LONG_HEAD;
        }
        return available < head + length ? -1 : start + head + length;
    }

    private Received cut(int start, int end) {
        int code = Byte.toUnsignedInt(buffer[start]) << 8 | Byte.toUnsignedInt(buffer[start + 1]);
        boolean isLong = Byte.toUnsignedInt(buffer[start + 2]) == Apdu.LONG_LENGTH;
        int from = start + (isLong ? LONG_HEAD : SHORT_HEAD);
        boolean clear = CardDataGuard.mask(code, buffer, from, end);
        return new Received(new Apdu(code, Bytes.copyOf(buffer, from, end)), clear);
    }

    private void append(Bytes chunk) {
        byte[] more = chunk.toArray();
        if (filled + more.length > buffer.length) {
            byte[] old = buffer;
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, filled + more.length));
            Arrays.fill(old, (byte) 0);
        }
        System.arraycopy(more, 0, buffer, filled, more.length);
        filled += more.length;
    }

    private void discard(int count) {
        System.arraycopy(buffer, count, buffer, 0, filled - count);
        Arrays.fill(buffer, filled - count, filled, (byte) 0);
        filled -= count;
    }
}
