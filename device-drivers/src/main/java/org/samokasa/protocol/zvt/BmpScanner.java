package org.samokasa.protocol.zvt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds where each bitmap of a message lies, without looking into the values. */
final class BmpScanner {
    /** The value of bitmap {@code number} is {@code data[from..to)}. */
    record Span(BmpTable.Row row, int from, int to) {}

    /**
     * Where reading had to end early.
     *
     * @param number the bitmap that could not be read
     * @param offset behind its number and whatever could be read of its length
     */
    record Stop(int number, int offset, String why) {}

    record Scan(List<Span> spans, Optional<Stop> stop) {}

    private final byte[] data;
    private final int end;
    private final List<Span> spans = new ArrayList<>();
    private int position;

    private BmpScanner(byte[] data, int from, int end) {
        this.data = data;
        this.position = from;
        this.end = end;
    }

    static Scan scan(byte[] data, int from, int end) {
        BmpScanner scanner = new BmpScanner(data, from, end);
        Optional<Stop> stop = Optional.empty();
        while (scanner.position < end && stop.isEmpty()) {
            stop = scanner.next();
        }
        return new Scan(List.copyOf(scanner.spans), stop);
    }

    private Optional<Stop> next() {
        int number = octet(position++);
        Optional<BmpTable.Row> row = BmpTable.row(number);
        if (row.isEmpty()) {
            return Optional.of(new Stop(number, position, "unknown bitmap"));
        }
        int size = sizeOf(row.get());
        if (size < 0) {
            return Optional.of(new Stop(number, position, "unreadable length"));
        }
        if (size > end - position) {
            return Optional.of(new Stop(number, position, "longer than the message"));
        }
        spans.add(new Span(row.get(), position, position + size));
        position += size;
        return Optional.empty();
    }

    /** Reads the length, moves behind it; -1 when it cannot be read. */
    private int sizeOf(BmpTable.Row row) {
        return switch (row.sizing()) {
            case FIXED -> row.size();
            case LLVAR -> decimalLength(2);
            case LLLVAR -> decimalLength(3);
            case TLV -> tlvLength();
        };
    }

    private int decimalLength(int digits) {
        if (end - position < digits) {
            return -1;
        }
        int length = 0;
        for (int i = 0; i < digits; i++) {
            int octet = octet(position++);
            if (octet < 0xF0 || octet > 0xF9) {
                return -1;
            }
            length = length * 10 + (octet & 0x0F);
        }
        return length;
    }

    private int tlvLength() {
        TlvScanner.Length length = TlvScanner.length(data, position, end);
        position = length.next();
        return length.value();
    }

    private int octet(int index) {
        return Byte.toUnsignedInt(data[index]);
    }
}
