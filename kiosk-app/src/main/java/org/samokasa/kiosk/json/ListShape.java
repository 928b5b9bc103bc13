package org.samokasa.kiosk.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code List<T>} as an array; what is read is unmodifiable. */
record ListShape(Shapes shapes, Type content) implements Shape {
    @Override
    public void write(JsonGenerator out, Object value, Path path) throws IOException {
        Shape shape = shapes.of(content);
        int position = 0;
        out.writeStartArray();
        for (Object item : (List<?>) Shape.present(value, path)) {
            shape.write(out, item, path.index(position));
            position++;
        }
        out.writeEndArray();
    }

    @Override
    public Object read(Object tree, Path path) {
        Shape shape = shapes.of(content);
        List<Object> values = new ArrayList<>();
        for (Object item : Shape.expect(List.class, tree, path, "an array")) {
            values.add(shape.read(item, path.index(values.size())));
        }
        return List.copyOf(values);
    }

    @Override
    public Optional<Object> whenMissing() {
        return Optional.of(List.of());
    }
}
