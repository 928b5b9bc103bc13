package org.samokasa.kiosk.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A record as an object, its components as fields in their order. As a case of a sealed interface it carries its
 * simple name in the field {@value #TAG}.
 */
final class RecordShape implements Shape {
    static final String TAG = "type";

    /** One component: its name, its declared type and how to get at it. */
    private static final class Part {
        private final String name;
        private final Type type;
        private final Method accessor;
        /** Looked up at the first use: a record may hold its own kind. Finding it twice does no harm. */
        private volatile Shape shape;

        private Part(String name, Type type, Method accessor) {
            this.name = name;
            this.type = type;
            this.accessor = accessor;
        }

        private Shape shape(Shapes shapes) {
            Shape known = shape;
            if (known == null) {
                known = shapes.of(type);
                shape = known;
            }
            return known;
        }
    }

    private final Shapes shapes;
    private final Class<?> recordType;
    private final Optional<String> tag;
    private final List<Part> parts;
    private final Set<String> fieldNames;
    private final Constructor<?> constructor;

    private RecordShape(Shapes shapes, Class<?> recordType, Optional<String> tag, Constructor<?> constructor) {
        this.shapes = shapes;
        this.recordType = recordType;
        this.tag = tag;
        this.constructor = constructor;
        this.parts = new ArrayList<>();
        this.fieldNames = new HashSet<>();
        tag.ifPresent(name -> fieldNames.add(TAG));
        for (RecordComponent component : recordType.getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            parts.add(new Part(component.getName(), component.getGenericType(), component.getAccessor()));
            if (!fieldNames.add(component.getName())) {
                throw new IllegalArgumentException(recordType.getName() + ": a component may not be called " + TAG);
            }
        }
    }

    static RecordShape of(Shapes shapes, Class<?> type, Optional<String> tag) {
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return new RecordShape(shapes, type, tag, constructor);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type.getName() + " has no canonical constructor", e);
        }
    }

    @Override
    public void write(JsonGenerator out, Object value, Path path) throws IOException {
        Shape.present(value, path);
        out.writeStartObject();
        if (tag.isPresent()) {
            out.writeStringField(TAG, tag.get());
        }
        for (Part part : parts) {
            Object content = content(part, value, path);
            Shape shape = part.shape(shapes);
            if (!shape.isAbsent(content)) {
                out.writeFieldName(part.name);
                shape.write(out, content, path.field(part.name));
            }
        }
        out.writeEndObject();
    }

    private static Object content(Part part, Object value, Path path) {
        try {
            return part.accessor.invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw path.field(part.name).wrong("cannot be read from its record", e);
        }
    }

    @Override
    public Object read(Object tree, Path path) {
        Map<?, ?> fields = Shape.expect(Map.class, tree, path, "an object");
        for (Object name : fields.keySet()) {
            if (!fieldNames.contains(name)) {
                throw path.field((String) name).wrong("unknown field of " + recordType.getSimpleName());
            }
        }
        Object[] values = new Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            Part part = parts.get(i);
            Path at = path.field(part.name);
            Object field = fields.get(part.name);
            Shape shape = part.shape(shapes);
            values[i] =
                    field == null ? shape.whenMissing().orElseThrow(() -> at.wrong("missing")) : shape.read(field, at);
        }
        return construct(values, path);
    }

    private Object construct(Object[] values, Path path) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof Error error) {
                throw error;
            }
            throw path.wrong(recordType.getSimpleName() + " refuses it: " + cause.getMessage(), cause);
        } catch (ReflectiveOperationException e) {
            throw path.wrong(recordType.getSimpleName() + " cannot be made", e);
        }
    }
}
