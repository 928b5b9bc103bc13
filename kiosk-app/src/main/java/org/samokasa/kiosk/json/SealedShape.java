package org.samokasa.kiosk.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A sealed interface of records (or of sealed interfaces of records): the tag says which record it is. */
record SealedShape(String name, Map<Class<?>, Shape> byClass, Map<String, Shape> byTag) implements Shape {
    static SealedShape of(Shapes shapes, Class<?> type) {
        SealedShape shape = new SealedShape(type.getSimpleName(), new HashMap<>(), new HashMap<>());
        shape.addCasesOf(shapes, type);
        return new SealedShape(shape.name, Map.copyOf(shape.byClass), Map.copyOf(shape.byTag));
    }

    private void addCasesOf(Shapes shapes, Class<?> type) {
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isRecord()) {
                add(permitted, RecordShape.of(shapes, permitted, Optional.of(permitted.getSimpleName())));
            } else if (permitted.isInterface() && permitted.isSealed()) {
                addCasesOf(shapes, permitted);
            } else {
                throw new IllegalArgumentException(permitted.getName() + " is not a record");
            }
        }
    }

    private void add(Class<?> type, Shape shape) {
        Shape before = byTag.put(type.getSimpleName(), shape);
        if (before != null && !byClass.containsKey(type)) {
            throw new IllegalArgumentException("two cases of " + name + " are called " + type.getSimpleName());
        }
        byClass.put(type, shape);
    }

    @Override
    public void write(JsonGenerator out, Object value, Path path) throws IOException {
        byClass.get(Shape.present(value, path).getClass()).write(out, value, path);
    }

    @Override
    public Object read(Object tree, Path path) {
        Map<?, ?> fields = Shape.expect(Map.class, tree, path, "an object");
        Object tag = fields.get(RecordShape.TAG);
        if (tag == null) {
            throw path.field(RecordShape.TAG).wrong("missing");
        }
        Shape shape = tag instanceof String text ? byTag.get(text) : null;
        if (shape == null) {
            throw path.field(RecordShape.TAG).wrong("no " + name + " is called " + tag);
        }
        return shape.read(tree, path);
    }
}
