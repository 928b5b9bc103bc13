package org.samokasa.kiosk.network;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Describes a record as a JSON Schema (draft 2020-12), from its declaration alone: the documents in docs/messages. */
public final class JsonSchema {
    private final Map<String, Object> definitions = new TreeMap<>();
    private final String place;

    private JsonSchema(String place) {
        this.place = place;
    }

    /** Gathers the types of an OpenAPI document. */
    public static JsonSchema ofComponents() {
        return new JsonSchema("#/components/schemas/");
    }

    /** What stands in place of a type. */
    public Map<String, Object> reference(Class<?> type) {
        return of((Type) type);
    }

    /** All types that were referred to. */
    public Map<String, Object> definitions() {
        return definitions;
    }

    static Map<String, Object> of(Class<?> record) {
        JsonSchema schema = new JsonSchema("#/$defs/");
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("title", record.getSimpleName());
        document.putAll(schema.object(record, Optional.empty()));
        if (!schema.definitions.isEmpty()) {
            document.put("$defs", schema.definitions);
        }
        return document;
    }

    private Map<String, Object> object(Class<?> record, Optional<String> tag) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<Object> required = new ArrayList<>();
        tag.ifPresent(name -> {
            properties.put("type", Map.of("const", name));
            required.add("type");
        });
        for (RecordComponent part : record.getRecordComponents()) {
            properties.put(
                    part.getName(),
                    part.getName().equals("v")
                            ? Map.of("const", (long) MessageVersion.CURRENT)
                            : of(part.getGenericType()));
            boolean mayBeMissing = part.getType() == Optional.class
                    || part.getType() == OptionalInt.class
                    || part.getType() == OptionalLong.class
                    || part.getType() == List.class
                    || part.getType() == Set.class
                    || part.getType() == Map.class;
            if (!mayBeMissing) {
                required.add(part.getName());
            }
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        object.put("required", required);
        object.put("additionalProperties", false);
        return object;
    }

    private Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Map.class) {
                return ordered("type", "object", "additionalProperties", of(arguments[1]));
            }
            Map<String, Object> content = of(arguments[0]);
            return generic.getRawType() == List.class || generic.getRawType() == Set.class
                    ? ordered("type", "array", "items", content)
                    : content;
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return ordered("type", "string");
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return ordered("type", "boolean");
        }
        if (plain == LocalDate.class) {
            return ordered("type", "string", "format", "date");
        }
        if (plain == int.class
                || plain == long.class
                || plain == Integer.class
                || plain == Long.class
                || plain == OptionalInt.class
                || plain == OptionalLong.class) {
            return ordered("type", "integer");
        }
        return plain == Instant.class ? ordered("type", "string", "format", "date-time") : named(plain);
    }

    /** A nested type is named with its outer one: types of many packages stand in one list. */
    private Map<String, Object> named(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        String name = outer == null ? type.getSimpleName() : outer.getSimpleName() + "." + type.getSimpleName();
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of());
            definitions.put(name, definition(type));
        }
        return ordered("$ref", place + name);
    }

    private Map<String, Object> definition(Class<?> type) {
        if (type.isEnum()) {
            List<Object> names = new ArrayList<>();
            for (Object constant : type.getEnumConstants()) {
                names.add(((Enum<?>) constant).name());
            }
            return ordered("enum", names);
        }
        if (type.isSealed()) {
            List<Object> cases = new ArrayList<>();
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                if (permitted.isRecord()) {
                    cases.add(object(permitted, Optional.of(permitted.getSimpleName())));
                }
            }
            return ordered("oneOf", cases);
        }
        return object(type, Optional.empty());
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
