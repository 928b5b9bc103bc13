package org.samokasa.kiosk.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code Map<String, T>} as an object with its keys sorted; what is read is unmodifiable and sorted too. */
record MapShape(Shapes shapes, Type content) implements Shape {
    @Override
    public void write(JsonGenerator out, Object value, Path path) throws IOException {
        Shape shape = shapes.of(content);
        Map<String, Object> sorted = new TreeMap<>();
        ((Map<?, ?>) Shape.present(value, path)).forEach((key, item) -> sorted.put((String) key, item));
        out.writeStartObject();
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            out.writeFieldName(ScalarShapes.wellFormed(entry.getKey(), path));
            shape.write(out, entry.getValue(), path.field(entry.getKey()));
        }
        out.writeEndObject();
    }

    @Override
    public Object read(Object tree, Path path) {
        Shape shape = shapes.of(content);
        Map<String, Object> values = new TreeMap<>();
        Map<?, ?> fields = Shape.expect(Map.class, tree, path, "an object");
        fields.forEach((key, item) -> values.put((String) key, shape.read(item, path.field((String) key))));
        return Collections.unmodifiableMap(values);
    }

    @Override
    public Optional<Object> whenMissing() {
        return Optional.of(Map.of());
    }
}
