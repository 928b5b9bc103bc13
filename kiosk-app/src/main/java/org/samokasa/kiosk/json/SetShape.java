package org.samokasa.kiosk.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code Set<T>} of texts, numbers or constants as an array in their order, so that the same set gives the same bytes. */
record SetShape(ListShape list) implements Shape {
    SetShape(Shapes shapes, Type content) {
        this(new ListShape(shapes, content));
    }

    @Override
    public void write(JsonGenerator out, Object value, Path path) throws IOException {
        Set<?> set = (Set<?>) Shape.present(value, path);
        list.write(out, set.stream().sorted().toList(), path);
    }

    @Override
    public Object read(Object tree, Path path) {
        List<?> values = (List<?>) list.read(tree, path);
        Set<?> set = Set.copyOf(values);
        if (set.size() != values.size()) {
            throw path.wrong("holds something twice");
        }
        return set;
    }

    @Override
    public Optional<Object> whenMissing() {
        return Optional.of(Set.of());
    }
}
