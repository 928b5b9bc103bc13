package org.samokasa.kiosk.json;

import com.fasterxml.jackson.core.JsonFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A look into a document that another program of ours wrote, perhaps a newer or an older one: a field that is missing or
 * of another kind is empty, one that nobody asks for is not minded. {@link RecordJson} is for our own.
 */
public final class JsonLook {
    private static final JsonFactory FACTORY = JsonTree.strictFactory();

    /** Holds no field at all. */
    public static final JsonLook NOTHING = new JsonLook(Map.of());

    private final Map<?, ?> fields;

    private JsonLook(Object document) {
        this.fields = document instanceof Map<?, ?> map ? map : Map.of();
    }

    /** @throws RecordJsonException if it is no JSON; a caller bounds its length */
    public static JsonLook into(byte[] json) {
        return new JsonLook(JsonTree.parse(FACTORY, json));
    }

    public Optional<String> text(String key) {
        return fields.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    public boolean isTrue(String key) {
        return Boolean.TRUE.equals(fields.get(key));
    }

    /** The objects of a list. */
    public List<JsonLook> list(String key) {
        return fields.get(key) instanceof List<?> list
                ? list.stream().map(JsonLook::new).toList()
                : List.of();
    }
}
