package org.samokasa.kiosk.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Values that may be absent: an empty one is a field that is not there. Only fields can be optional. */
final class OptionalShapes {
    static final Shape INT = new Shape() {
        @Override
        public void write(JsonGenerator out, Object value, Path path) throws IOException {
            ScalarShapes.INT.write(out, ((OptionalInt) Shape.present(value, path)).getAsInt(), path);
        }

        @Override
        public Object read(Object tree, Path path) {
            return OptionalInt.of((Integer) ScalarShapes.INT.read(tree, path));
        }

        @Override
        public boolean isAbsent(Object value) {
            return value instanceof OptionalInt optional && optional.isEmpty();
        }

        @Override
        public Optional<Object> whenMissing() {
            return Optional.of(OptionalInt.empty());
        }
    };

    static final Shape LONG = new Shape() {
        @Override
        public void write(JsonGenerator out, Object value, Path path) throws IOException {
            ScalarShapes.LONG.write(out, ((OptionalLong) Shape.present(value, path)).getAsLong(), path);
        }

        @Override
        public Object read(Object tree, Path path) {
            return OptionalLong.of((Long) ScalarShapes.LONG.read(tree, path));
        }

        @Override
        public boolean isAbsent(Object value) {
            return value instanceof OptionalLong optional && optional.isEmpty();
        }

        @Override
        public Optional<Object> whenMissing() {
            return Optional.of(OptionalLong.empty());
        }
    };

    private OptionalShapes() {}

    /** {@code Optional<T>} of any type that has a shape and is not optional itself. */
    record OfAny(Shapes shapes, Type content) implements Shape {
        @Override
        public void write(JsonGenerator out, Object value, Path path) throws IOException {
            Object inner = ((Optional<?>) Shape.present(value, path))
                    .orElseThrow(() -> path.wrong("an empty optional can only be a field"));
            shapes.of(content).write(out, inner, path);
        }

        @Override
        public Object read(Object tree, Path path) {
            return Optional.of(shapes.of(content).read(tree, path));
        }

        @Override
        public boolean isAbsent(Object value) {
            return value instanceof Optional<?> optional && optional.isEmpty();
        }

        @Override
        public Optional<Object> whenMissing() {
            return Optional.of(Optional.empty());
        }
    }
}
