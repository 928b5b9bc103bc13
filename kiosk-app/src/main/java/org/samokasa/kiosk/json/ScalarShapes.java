package org.samokasa.kiosk.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Text, whole numbers and truth values. */
enum ScalarShapes implements Shape {
    STRING {
        @Override
        public void write(JsonGenerator out, Object value, Path path) throws IOException {
            out.writeString(wellFormed((String) Shape.present(value, path), path));
        }

        @Override
        public Object read(Object tree, Path path) {
            return Shape.expect(String.class, tree, path, "a text");
        }
    },
    INT {
        @Override
        public void write(JsonGenerator out, Object value, Path path) throws IOException {
            out.writeNumber((Integer) Shape.present(value, path));
        }

        @Override
        public Object read(Object tree, Path path) {
            long number = Shape.expect(Long.class, tree, path, "a whole number");
            if (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
                throw path.wrong(number + " is outside the range of an int");
            }
            return (int) number;
        }
    },
    LONG {
        @Override
        public void write(JsonGenerator out, Object value, Path path) throws IOException {
            out.writeNumber((Long) Shape.present(value, path));
        }

        @Override
        public Object read(Object tree, Path path) {
            return Shape.expect(Long.class, tree, path, "a whole number");
        }
    },
    BOOLEAN {
        @Override
        public void write(JsonGenerator out, Object value, Path path) throws IOException {
            out.writeBoolean((Boolean) Shape.present(value, path));
        }

        @Override
        public Object read(Object tree, Path path) {
            return Shape.expect(Boolean.class, tree, path, "true or false");
        }
    };

    /** Refuses half a surrogate pair: the generator would write bytes that no reader accepts. */
    static String wellFormed(String text, Path path) {
        boolean halfPair =
                text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (halfPair) {
            throw path.wrong("holds half of a surrogate pair");
        }
        return text;
    }
}
