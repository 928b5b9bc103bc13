package org.samokasa.kiosk.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document as plain Java values: {@code Map, List, String, Long, Boolean}. The type tag of a sealed value may stand
 * anywhere in its object, so the document is held whole (it is bounded) before it is bound to records.
 */
final class JsonTree {
    /** Digits of the longest long with its sign; a longer number is refused before it is computed. */
    private static final int NUMBER_LENGTH_MAX = 20;

    private JsonTree() {}

    static JsonFactory strictFactory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(RecordJson.MAX_DEPTH)
                        .maxNumberLength(NUMBER_LENGTH_MAX)
                        .build())
                .build();
    }

    static Object parse(JsonFactory factory, byte[] json) {
        try (JsonParser parser = factory.createParser(json)) {
            if (parser.nextToken() == null) {
                throw Path.ROOT.wrong("empty document");
            }
            Object value = value(parser, Path.ROOT);
            if (parser.nextToken() != null) {
                throw Path.ROOT.wrong("text after the document");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw Path.ROOT.wrong("not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw Path.ROOT.wrong("unreadable: " + e.getMessage(), e);
        }
    }

    private static Object value(JsonParser parser, Path path) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, path);
            case START_ARRAY -> array(parser, path);
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT -> integer(parser, path);
            case VALUE_NUMBER_FLOAT -> throw path.wrong("a number with a fraction; we count in whole units");
            case VALUE_NULL -> throw path.wrong("null; leave the field out instead");
            default -> throw path.wrong("unexpected " + token);
        };
    }

    private static Long integer(JsonParser parser, Path path) throws IOException {
        JsonParser.NumberType type = parser.getNumberType();
        if (type != JsonParser.NumberType.INT && type != JsonParser.NumberType.LONG) {
            throw path.wrong("a number outside the range of a long");
        }
        return parser.getLongValue();
    }

    private static Map<String, Object> object(JsonParser parser, Path path) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Path at = path.field(name);
            parser.nextToken();
            if (fields.put(name, value(parser, at)) != null) {
                throw at.wrong("field given twice");
            }
        }
        return fields;
    }

    private static List<Object> array(JsonParser parser, Path path) throws IOException {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, path.index(items.size())));
        }
        return items;
    }
}
