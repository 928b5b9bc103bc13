package org.samokasa.kiosk.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The shapes met so far, one for each type. A shape asks for the shapes of its parts when it first needs them, so a
 * record may contain itself.
 */
final class Shapes {
    private final Map<Type, Shape> known = new ConcurrentHashMap<>();

    Shape of(Type type) {
        Shape shape = known.get(type);
        if (shape == null) {
            // Not computeIfAbsent: building a sealed shape asks for its records and would re-enter the map.
            shape = make(type);
            known.put(type, shape);
        }
        return shape;
    }

    private Shape make(Type type) {
        if (type instanceof Class<?> plain) {
            return makePlain(plain);
        }
        if (type instanceof ParameterizedType generic) {
            return makeGeneric(generic);
        }
        throw unsupported(type);
    }

    private Shape makePlain(Class<?> type) {
        if (type == String.class) {
            return ScalarShapes.STRING;
        }
        if (type == int.class || type == Integer.class) {
            return ScalarShapes.INT;
        }
        if (type == long.class || type == Long.class) {
            return ScalarShapes.LONG;
        }
        if (type == boolean.class || type == Boolean.class) {
            return ScalarShapes.BOOLEAN;
        }
        if (type == OptionalInt.class) {
            return OptionalShapes.INT;
        }
        if (type == OptionalLong.class) {
            return OptionalShapes.LONG;
        }
        return makeNamed(type);
    }

    private Shape makeNamed(Class<?> type) {
        Optional<Shape> text = TextShape.of(type);
        if (text.isPresent()) {
            return text.get();
        }
        if (type.isEnum()) {
            return EnumShape.of(type);
        }
        if (type.isRecord()) {
            return RecordShape.of(this, type, Optional.empty());
        }
        if (type.isInterface() && type.isSealed()) {
            return SealedShape.of(this, type);
        }
        throw unsupported(type);
    }

    private Shape makeGeneric(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return new ListShape(this, arguments[0]);
        }
        if (type.getRawType() == Set.class) {
            return new SetShape(this, arguments[0]);
        }
        if (type.getRawType() == Optional.class) {
            return new OptionalShapes.OfAny(this, arguments[0]);
        }
        if (type.getRawType() == Map.class && arguments[0] == String.class) {
            return new MapShape(this, arguments[1]);
        }
        throw unsupported(type);
    }

    private static IllegalArgumentException unsupported(Type type) {
        return new IllegalArgumentException(type.getTypeName() + " has no JSON form here; see RecordJson for what has");
    }
}
