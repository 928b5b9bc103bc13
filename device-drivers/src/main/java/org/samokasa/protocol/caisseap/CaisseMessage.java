package org.samokasa.protocol.caisseap;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * A request or an answer: fields of tag, three digits of length and value (section 2). Immutable; keeps the order.
 *
 * @param fields by tag, values of 1 to 999 ASCII characters
 */
public record CaisseMessage(Map<String, String> fields) {
    public static final CaisseMessage EMPTY = new CaisseMessage(Map.of());

    private static final int HEAD = 5;
    private static final int VALUE_MAX = 999;

    /** Far above what all published fields can take (section 4); a terminal that sends more is not understood. */
    static final int SIZE_MAX = 16_384;

    public CaisseMessage {
        fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** What a run of bytes is so far. */
    public sealed interface Reading {
        /** All fields so far are whole; more may follow, the protocol has no end mark. */
        record Whole(CaisseMessage message) implements Reading {}

        /** The last field is cut. */
        record Cut(CaisseMessage whole) implements Reading {}

        record Malformed(String why) implements Reading {}
    }

    public Optional<String> find(String tag) {
        return Optional.ofNullable(fields.get(tag));
    }

    /** @throws IllegalArgumentException for a tag, value or repetition that the format does not have */
    public CaisseMessage with(String tag, String value) {
        if (!tag.matches("[A-Z]{2}") || value.isEmpty() || value.length() > VALUE_MAX || !isAscii(value)) {
            throw new IllegalArgumentException("no field: " + tag + " with " + value.length() + " characters");
        }
        Map<String, String> more = new LinkedHashMap<>(fields);
        if (more.put(tag, value) != null) {
            throw new IllegalArgumentException("the field " + tag + " is there already");
        }
        return new CaisseMessage(more);
    }

    public Bytes encode() {
        StringBuilder text = new StringBuilder();
        fields.forEach((tag, value) ->
                text.append(tag).append(String.format("%03d", value.length())).append(value));
        return Bytes.ascii(text.toString());
    }

    /** Reads from the start; never throws. */
    public static Reading read(Bytes bytes) {
        if (bytes.size() > SIZE_MAX) {
            return new Reading.Malformed("longer than " + SIZE_MAX + " bytes");
        }
        String text = bytes.toText(StandardCharsets.ISO_8859_1);
        CaisseMessage message = EMPTY;
        int at = 0;
        while (at < text.length()) {
            String head = text.substring(at, Math.min(text.length(), at + HEAD));
            Optional<String> wrong = flaw(head, message);
            if (wrong.isPresent()) {
                return new Reading.Malformed(wrong.get() + " at byte " + at);
            }
            int end = head.length() < HEAD ? text.length() + 1 : at + HEAD + Integer.parseInt(head.substring(2));
            String value = text.substring(Math.min(text.length(), at + HEAD), Math.min(end, text.length()));
            if (!isAscii(value)) {
                return new Reading.Malformed("no printable ASCII in the field at byte " + at);
            }
            if (end > text.length()) {
                return new Reading.Cut(message);
            }
            message = message.with(head.substring(0, 2), value);
            at = end;
        }
        return new Reading.Whole(message);
    }

    /** What is wrong with a field's tag and length, of which the end may still be missing. */
    private static Optional<String> flaw(String head, CaisseMessage before) {
        String tag = head.substring(0, Math.min(2, head.length()));
        String length = head.substring(tag.length());
        if (!tag.matches("[A-Z]{1,2}")) {
            return Optional.of("no tag");
        }
        if (before.fields.isEmpty() && !"CZ".startsWith(tag)) {
            return Optional.of("CZ is not first");
        }
        if (before.fields.containsKey(tag)) {
            return Optional.of("the tag " + tag + " is repeated");
        }
        boolean numeric = length.matches("[0-9]{0,3}") && !length.equals("000");
        return numeric ? Optional.empty() : Optional.of("no length after the tag " + tag);
    }

    private static boolean isAscii(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c <= '~');
    }
}
