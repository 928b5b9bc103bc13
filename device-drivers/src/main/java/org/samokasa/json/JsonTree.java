package org.samokasa.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value: a map, a list, a text, a {@link BigDecimal}, a Boolean or null. Numbers are never floating-point: what they
 * carry is money.
 *
 * @param value what it is
 */
public record JsonTree(Object value) {
    private static final JsonTree NONE = new JsonTree(null);
    /** Far deeper and longer than any message of the protocols here. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(1 << 20)
                    .maxNumberLength(40)
                    .build())
            .build();

    /** @throws JsonException for anything but one whole value; repeated names are refused */
    public static JsonTree parse(String text) throws JsonException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            Object value = read(parser);
            if (parser.nextToken() != null) {
                throw new JsonException("more than one value");
            }
            return new JsonTree(value);
        } catch (JsonProcessingException e) {
            // The library's own text quotes the source, which may hold what must not be logged.
            throw new JsonException("no JSON at character "
                    + (e.getLocation() == null ? 0 : e.getLocation().getCharOffset()));
        } catch (IOException e) {
            throw new JsonException("no JSON");
        }
    }

    private static Object read(JsonParser parser) throws IOException, JsonException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new JsonException("nothing there");
        }
        switch (token) {
            case START_OBJECT:
                Map<String, Object> map = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    map.put(name, read(parser));
                }
                return map;
            case START_ARRAY:
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(read(parser));
                }
                return list;
            case VALUE_STRING:
                return parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT:
                return parser.getDecimalValue();
            case VALUE_TRUE:
                return true;
            case VALUE_FALSE:
                return false;
            case VALUE_NULL:
                return null;
            default:
                throw new JsonException("unexpected " + token);
        }
    }

    /** On one line, without blanks; numbers with all their decimals. */
    public static String write(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
            write(value, generator);
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail", e);
        }
        return text.toString();
    }

    private static void write(Object value, JsonGenerator generator) throws IOException {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                generator.writeFieldName(String.valueOf(entry.getKey()));
                write(entry.getValue(), generator);
            }
            generator.writeEndObject();
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            for (Object each : list) {
                write(each, generator);
            }
            generator.writeEndArray();
        } else if (value instanceof BigDecimal number) {
            generator.writeNumber(number);
        } else if (value instanceof Integer number) {
            generator.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value == null) {
            generator.writeNull();
        } else {
            generator.writeString(value.toString());
        }
    }

    /** What is found going down these names; nothing where one is missing or null. */
    public JsonTree at(String... names) {
        Object here = value;
        for (String name : names) {
            here = here instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return here == null ? NONE : new JsonTree(here);
    }

    public boolean exists() {
        return value != null;
    }

    /** The only name of an object with one entry. */
    public Optional<String> onlyName() {
        return value instanceof Map<?, ?> map && map.size() == 1
                ? Optional.of(String.valueOf(map.keySet().iterator().next()))
                : Optional.empty();
    }

    public Optional<String> text() {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Its text, empty when it has none. */
    public String textOrEmpty() {
        return text().orElse("");
    }

    public Optional<BigDecimal> number() {
        return value instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
    }

    /** True only when it says so. */
    public boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    /** The items of a list; a single value counts as a list of one, nothing as an empty one. */
    public List<JsonTree> items() {
        if (value instanceof List<?> list) {
            return list.stream().map(JsonTree::new).toList();
        }
        return exists() ? List.of(this) : List.of();
    }

    /** The texts among {@link #items}. */
    public List<String> texts() {
        return items().stream().map(JsonTree::text).flatMap(Optional::stream).toList();
    }
}
