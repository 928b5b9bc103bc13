package org.samokasa.kiosk.network;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Describes a record as a JSON Schema (draft 2020-12), from its declaration alone: the documents in docs/messages. */
final class JsonSchema {
    private final Map<String, Object> definitions = new TreeMap<>();

    private JsonSchema() {}

    static Map<String, Object> of(Class<?> record) {
        JsonSchema schema = new JsonSchema();
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
                    || part.getType() == List.class;
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
            Map<String, Object> content = of(generic.getActualTypeArguments()[0]);
            return generic.getRawType() == List.class ? ordered("type", "array", "items", content) : content;
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return ordered("type", "string");
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return ordered("type", "boolean");
        }
        if (plain == int.class || plain == long.class || plain == OptionalInt.class) {
            return ordered("type", "integer");
        }
        return plain == Instant.class ? ordered("type", "string", "format", "date-time") : named(plain);
    }

    private Map<String, Object> named(Class<?> type) {
        String name = type.getSimpleName();
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of());
            definitions.put(name, definition(type));
        }
        return ordered("$ref", "#/$defs/" + name);
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
