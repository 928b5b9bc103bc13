package org.samokasa.protocol.zvt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * The objects of a TLV container (section 6).
 *
 * @param objects in the order of the wire; of a damaged container those that could be read
 * @param problem why the container could not be read to its end; empty when it could
 */
public record Tlv(List<TlvObject> objects, Optional<String> problem) {
    public static final Tlv EMPTY = new Tlv(List.of(), Optional.empty());

    /** Deepest nesting that is followed; the published containers need three. */
    static final int DEPTH_MAX = 8;

    private static final int CONSTRUCTED = 0x20;

    public Tlv {
        objects = List.copyOf(objects);
    }

    /**
     * One object.
     *
     * @param tag one to three bytes as one number: {@code 0x1F10}
     * @param parts the objects inside when the tag says that there are some, else empty
     */
    public record TlvObject(int tag, Bytes value, List<TlvObject> parts) {
        public TlvObject {
            parts = List.copyOf(parts);
        }

        /** The first part with this tag. */
        public Optional<TlvObject> part(int wanted) {
            return parts.stream().filter(part -> part.tag() == wanted).findFirst();
        }
    }

    public static TlvObject object(int tag, Bytes value) {
        return new TlvObject(tag, value, List.of());
    }

    public static TlvObject object(int tag, TlvObject... parts) {
        return new TlvObject(tag, encode(Arrays.asList(parts)), Arrays.asList(parts));
    }

    public static Tlv of(TlvObject... objects) {
        return new Tlv(Arrays.asList(objects), Optional.empty());
    }

    /** Reads what follows the length of a container. Never fails: see {@link #problem}. */
    public static Tlv read(Bytes content) {
        return read(content, 0);
    }

    /** The first object on the outermost level with this tag. */
    public Optional<TlvObject> find(int tag) {
        return objects.stream().filter(object -> object.tag() == tag).findFirst();
    }

    /** The value of a one-byte object on the outermost level. */
    public Optional<Integer> octet(int tag) {
        return find(tag)
                .map(TlvObject::value)
                .filter(value -> value.size() == 1)
                .map(value -> value.at(0));
    }

    /** The objects without the length of the whole. */
    public Bytes encode() {
        return encode(objects);
    }

    /** Bit 6 of the first byte: the value is a list of objects. */
    static boolean isConstructed(int tag) {
        int first = tag;
        while (first > 0xFF) {
            first >>= 8;
        }
        return (first & CONSTRUCTED) != 0;
    }

    /** TLV length: one byte, or 81 and one, or 82 and two with the high byte first (section 3). */
    static Bytes length(int size) {
        if (size < 0x80) {
            return Bytes.of(size);
        }
        return size <= 0xFF ? Bytes.of(0x81, size) : Bytes.of(0x82, size >> 8, size & 0xFF);
    }

    private static Tlv read(Bytes content, int depth) {
        byte[] data = content.toArray();
        TlvScanner.Scan scan = TlvScanner.scan(data, 0, data.length);
        List<TlvObject> objects = new ArrayList<>();
        Optional<String> problem = scan.problem();
        for (TlvScanner.Span span : scan.spans()) {
            Bytes value = content.slice(span.from(), span.to());
            Tlv inside = isConstructed(span.tag()) && depth < DEPTH_MAX ? read(value, depth + 1) : EMPTY;
            objects.add(new TlvObject(span.tag(), value, inside.objects()));
            problem = problem.or(inside::problem);
        }
        return new Tlv(objects, problem);
    }

    private static Bytes encode(List<TlvObject> objects) {
        Bytes all = Bytes.EMPTY;
        for (TlvObject object : objects) {
            all = all.plus(tagBytes(object.tag()))
                    .plus(length(object.value().size()))
                    .plus(object.value());
        }
        return all;
    }

    private static Bytes tagBytes(int tag) {
        if (tag > 0xFFFF) {
            return Bytes.of(tag >> 16, tag >> 8 & 0xFF, tag & 0xFF);
        }
        return tag > 0xFF ? Bytes.of(tag >> 8, tag & 0xFF) : Bytes.of(tag);
    }
}
