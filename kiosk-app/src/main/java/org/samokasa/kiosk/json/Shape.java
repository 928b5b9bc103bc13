package org.samokasa.kiosk.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;

/** How values of one Java type look in JSON. */
interface Shape {
    /** Writes the value; never called with an absent one when {@link #isAbsent} says so. */
    void write(JsonGenerator out, Object value, Path path) throws IOException;

    /** The value of a parsed tree, or a {@link RecordJsonException} that names the path. */
    Object read(Object tree, Path path);

    /** Whether a field of this value is left out of its object. */
    default boolean isAbsent(Object value) {
        return false;
    }

    /** What a field is when it is not in its object; empty when it must be there. */
    default Optional<Object> whenMissing() {
        return Optional.empty();
    }

    /** Casts a parsed tree, or says what was expected. */
    static <T> T expect(Class<T> type, Object tree, Path path, String expected) {
        if (!type.isInstance(tree)) {
            throw path.wrong("expected " + expected);
        }
        return type.cast(tree);
    }

    /** Refuses a null before it reaches the generator. */
    static Object present(Object value, Path path) {
        if (value == null) {
            throw path.wrong("is null");
        }
        return value;
    }
}
