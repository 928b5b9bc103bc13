package org.samokasa.protocol.zvt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds where each object of a TLV container lies (section 6.1). */
final class TlvScanner {
    private static final int TWO_BYTE_TAG = 0x1F;
    private static final int MORE_TAG_BYTES = 0x80;
    private static final int TAG_SIZE_MAX = 3;

    /** Length {@code value}, -1 when unreadable; the bytes after it begin at {@code next}. */
    record Length(int value, int next) {}

    record Span(int tag, int from, int to) {}

    record Scan(List<Span> spans, Optional<String> problem) {}

    private record Tag(int value, int next) {}

    private TlvScanner() {}

    /**
     * Reads the objects of one level. Tags printed as 1F80 to 1F83 announce, read strictly, a third byte; the container
     * is read strictly first and with two-byte tags when that does not fit (section 6.1). When neither fits, what the
     * strict reading found before it failed is kept.
     */
    static Scan scan(byte[] data, int from, int end) {
        Scan strict = scan(data, from, end, true);
        if (strict.problem().isEmpty()) {
            return strict;
        }
        Scan twoByteTags = scan(data, from, end, false);
        return twoByteTags.problem().isEmpty() ? twoByteTags : strict;
    }

    static Length length(byte[] data, int position, int end) {
        if (position >= end) {
            return new Length(-1, position);
        }
        int first = Byte.toUnsignedInt(data[position]);
        if (first < 0x80) {
            return new Length(first, position + 1);
        }
        if (first == 0x81 && position + 1 < end) {
            return new Length(Byte.toUnsignedInt(data[position + 1]), position + 2);
        }
        if (first == 0x82 && position + 2 < end) {
            int high = Byte.toUnsignedInt(data[position + 1]);
            return new Length(high << 8 | Byte.toUnsignedInt(data[position + 2]), position + 3);
        }
        return new Length(-1, position);
    }

    private static Scan scan(byte[] data, int from, int end, boolean strictTags) {
        List<Span> spans = new ArrayList<>();
        int position = from;
        while (position < end) {
            Tag tag = tag(data, position, end, strictTags);
            Length length = length(data, tag.next(), end);
            if (tag.value() < 0 || length.value() < 0) {
                return new Scan(spans, Optional.of("unreadable object"));
            }
            if (length.value() > end - length.next()) {
                String which = String.format("object %02X longer than its container", tag.value());
                return new Scan(spans, Optional.of(which));
            }
            spans.add(new Span(tag.value(), length.next(), length.next() + length.value()));
            position = length.next() + length.value();
        }
        return new Scan(spans, Optional.empty());
    }

    private static Tag tag(byte[] data, int position, int end, boolean strict) {
        int value = Byte.toUnsignedInt(data[position]);
        int next = position + 1;
        if ((value & TWO_BYTE_TAG) != TWO_BYTE_TAG) {
            return new Tag(value, next);
        }
        boolean more = true;
        while (more) {
            if (next >= end || next - position >= TAG_SIZE_MAX) {
                return new Tag(-1, next);
            }
            int octet = Byte.toUnsignedInt(data[next++]);
            value = value << 8 | octet;
            more = strict && (octet & MORE_TAG_BYTES) != 0;
        }
        return new Tag(value, next);
    }
}
