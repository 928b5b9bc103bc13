package org.samokasa.kiosk.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says where a document breaks a schema; knows the keywords that our schemas use and fails on any other.
 *
 * @param root        where the value begins
 * @param place       of the definitions, as references name it
 * @param definitions by name
 */
public record SchemaCheck(Map<?, ?> root, String place, Map<?, ?> definitions) {
    /** A schema with definitions of its own. */
    SchemaCheck(Map<?, ?> root) {
        this(root, "#/$defs/", root.get("$defs") instanceof Map<?, ?> own ? own : Map.of());
    }

    private static final Set<String> KNOWN = Set.of(
            "$schema",
            "title",
            "$defs",
            "$ref",
            "type",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "oneOf",
            "enum",
            "const",
            "format");

    public List<String> errors(Object value) {
        List<String> errors = new ArrayList<>();
        check(root, value, "$", errors);
        return errors;
    }

    private void check(Map<?, ?> schema, Object value, String path, List<String> errors) {
        if (!KNOWN.containsAll(schema.keySet())) {
            throw new IllegalStateException("unknown keyword in " + schema.keySet());
        }
        if (schema.get("$ref") instanceof String reference) {
            check((Map<?, ?>) definitions.get(reference.substring(place.length())), value, path, errors);
            return;
        }
        if (schema.containsKey("const") && !schema.get("const").equals(value)) {
            errors.add(path + " must be " + schema.get("const"));
        }
        if (schema.get("enum") instanceof List<?> names && !names.contains(value)) {
            errors.add(path + " must be one of " + names);
        }
        if (schema.get("oneOf") instanceof List<?> cases) {
            checkOneOf(cases, value, path, errors);
        }
        if (schema.get("type") instanceof String type) {
            checkType(schema, type, value, path, errors);
        }
    }

    private void checkOneOf(List<?> cases, Object value, String path, List<String> errors) {
        long fitting = cases.stream()
                .filter(one -> {
                    List<String> inside = new ArrayList<>();
                    check((Map<?, ?>) one, value, path, inside);
                    return inside.isEmpty();
                })
                .count();
        if (fitting != 1) {
            errors.add(path + " fits " + fitting + " cases");
        }
    }

    private void checkType(Map<?, ?> schema, String type, Object value, String path, List<String> errors) {
        boolean fits = switch (type) {
            case "object" -> value instanceof Map<?, ?>;
            case "array" -> value instanceof List<?>;
            case "string" -> value instanceof String;
            case "integer" -> value instanceof Long;
            case "boolean" -> value instanceof Boolean;
            default -> throw new IllegalStateException(type);
        };
        if (!fits) {
            errors.add(path + " must be of type " + type);
        } else if (value instanceof Map<?, ?> fields) {
            checkFields(schema, fields, path, errors);
        } else if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                check((Map<?, ?>) schema.get("items"), items.get(i), path + "[" + i + "]", errors);
            }
        } else if ("date-time".equals(schema.get("format"))) {
            Instant.parse((String) value);
        }
    }

    private void checkFields(Map<?, ?> schema, Map<?, ?> fields, String path, List<String> errors) {
        if (schema.get("additionalProperties") instanceof Map<?, ?> any) {
            fields.forEach((name, value) -> check(any, value, path + "." + name, errors));
            return;
        }
        Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
        for (Object name : (List<?>) schema.get("required")) {
            if (!fields.containsKey(name)) {
                errors.add(path + "." + name + " is missing");
            }
        }
        fields.forEach((name, value) -> {
            if (properties.get(name) instanceof Map<?, ?> property) {
                check(property, value, path + "." + name, errors);
            } else {
                errors.add(path + "." + name + " is unknown");
            }
        });
    }
}
