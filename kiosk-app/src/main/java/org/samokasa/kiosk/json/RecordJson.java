package org.samokasa.kiosk.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;

/**
 * Writes records as JSON and reads them back.
 *
 * <p>What may be inside: records, enums, sealed interfaces of records (told apart by a first field {@code "type"} that
 * holds the simple class name), {@code String, int, long, boolean} and their boxes, {@code Optional, OptionalInt,
 * OptionalLong, List, Set, Map<String, ?>} and the value types that {@link TextShape} lists. There are no floating point
 * numbers and no nulls.
 *
 * <p>The same value always gives the same bytes: fields in the order of the record, map keys and sets sorted, no spaces, empty
 * optionals left out. Reading refuses an unknown, missing or repeated field, a wrong type, text after the document,
 * nesting deeper than {@value #MAX_DEPTH} and more than the stated number of bytes. A missing optional, list, set or map is
 * empty, so that a record may gain such a field and still read what was stored before.
 *
 * <p>It stands on the streaming half of Jackson alone. The first use of databind costs 0.28 s and a thousand classes
 * (docs/decisions/0002-libraries.md), and the lane would pay that on every start.
 *
 * <p>Safe for use by many threads.
 */
public final class RecordJson {
    /** Deepest nesting of objects and arrays; our deepest message has six. */
    public static final int MAX_DEPTH = 32;

    /** Largest document unless the caller says otherwise, in bytes; a basket of a thousand lines is a fifth of it. */
    public static final int MAX_BYTES = 1 << 20;

    private static final JsonFactory FACTORY = JsonTree.strictFactory();
    private static final Shapes SHAPES = new Shapes();

    private RecordJson() {}

    /**
     * The JSON of a value, in UTF-8.
     *
     * @param type the declared type: a record, or a sealed interface, in which case the text says which record it is
     * @throws RecordJsonException if the value holds a null or a text that is not Unicode (half of a surrogate pair)
     * @throws IllegalArgumentException if the type is one that this class does not store: a mistake of the programmer
     */
    public static <T> byte[] write(Class<T> type, T value) {
        Objects.requireNonNull(type, "type");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
            SHAPES.of(type).write(generator, value, Path.ROOT);
        } catch (IOException e) {
            throw new RecordJsonException("$", "cannot be written: " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }

    /**
     * The value of a JSON document of at most {@link #MAX_BYTES}.
     *
     * @throws RecordJsonException if the bytes are not exactly one document of that type
     */
    public static <T> T read(Class<T> type, byte[] json) {
        return read(type, json, MAX_BYTES);
    }

    /**
     * The value of a JSON document.
     *
     * @param maxBytes largest length that is looked at; anything longer is refused unread
     * @throws RecordJsonException if the bytes are not exactly one document of that type
     */
    public static <T> T read(Class<T> type, byte[] json, int maxBytes) {
        Objects.requireNonNull(type, "type");
        if (json.length > maxBytes) {
            throw new RecordJsonException("$", json.length + " bytes, at most " + maxBytes + " are read");
        }
        Object tree = JsonTree.parse(FACTORY, json);
        return type.cast(SHAPES.of(type).read(tree, Path.ROOT));
    }
}
