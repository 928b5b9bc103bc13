package org.samokasa.protocol.nexo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.samokasa.json.JsonException;
import org.samokasa.json.JsonTree;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.http.HttpFramer;
import org.samokasa.protocol.payment.CardNumbers;
import org.samokasa.protocol.zvt.PanFilter;

/**
 * Explains a message to people: an ordered map of strings, numbers, booleans, lists and maps, ready for JSON. Card numbers
 * are masked; keys, blobs and HMACs hidden.
 */
public final class NexoExplainer {
    private static final Set<String> HIDDEN =
            Set.of("NexoBlob", "Hmac", "Nonce", "ExpiryDate", "TrackData", "SensitiveCardData", "ProtectedCardData");

    private NexoExplainer() {}

    /**
     * Never throws.
     *
     * @param text a message in clear or an envelope, with or without the HTTP around it
     * @param key opens an envelope; without one only its header is read
     */
    public static Map<String, Object> explain(String text, Optional<NexoKey> key) {
        String json = withoutHttp(text);
        try {
            JsonTree tree = JsonTree.parse(json);
            JsonTree inner = tree.at(tree.onlyName().orElse(""));
            if (!inner.at("NexoBlob").exists()) {
                return message(NexoMessage.read(tree));
            }
            if (key.isPresent()) {
                Map<String, Object> map = message(NexoEnvelope.open(json, key.get()));
                map.put("encrypted", true);
                return map;
            }
            return sealed(inner);
        } catch (JsonException | NexoException e) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("valid", false);
            map.put("error", e.getMessage());
            return map;
        }
    }

    private static String withoutHttp(String text) {
        Bytes bytes = Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8));
        return new HttpFramer().feed(bytes) instanceof HttpFramer.Reading.Received received
                ? received.message().text()
                : text;
    }

    private static Map<String, Object> message(NexoMessage message) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("message", message.header().bodyName());
        map.put("header", message.header().tree());
        JsonTree body = message.body();
        if (body.at("Response").exists()) {
            map.put("result", body.at("Response", "Result").textOrEmpty());
            map.put("errorCondition", emptyToNull(NexoAnswers.condition(body)));
            map.put("reason", emptyToNull(NexoAnswers.reason(body)));
        }
        if (message.header().bodyName().equals("PaymentResponse")) {
            map.put("outcome", outcome(body, message.header().poiId()));
        }
        displayEvents(body).ifPresent(events -> map.put("events", events));
        map.put("body", hidden("", body.value()));
        map.put("valid", true);
        map.values().removeIf(value -> value == null);
        return map;
    }

    private static String outcome(JsonTree body, String poiId) {
        return NexoAnswers.payment(body, poiId).getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
    }

    /** Section 5.7: what a display notification is about. */
    private static Optional<List<String>> displayEvents(JsonTree body) {
        List<String> events = new ArrayList<>();
        for (JsonTree output : body.at("DisplayOutput").items()) {
            String reference = output.at("OutputContent", "PredefinedContent", "ReferenceID")
                    .textOrEmpty();
            Optional.ofNullable(FormText.read(reference).get("event")).ifPresent(events::add);
        }
        return events.isEmpty() ? Optional.empty() : Optional.of(events);
    }

    private static Map<String, Object> sealed(JsonTree inner) {
        Map<String, Object> map = new LinkedHashMap<>();
        NexoHeader header = NexoHeader.read(inner.at("MessageHeader"));
        map.put("message", header.bodyName());
        map.put("header", header.tree());
        map.put("encrypted", true);
        map.put("keyIdentifier", inner.at("SecurityTrailer", "KeyIdentifier").value());
        map.put("keyVersion", inner.at("SecurityTrailer", "KeyVersion").value());
        map.put("valid", false);
        map.put("error", "encrypted; only the header can be read without the key");
        return map;
    }

    private static Object hidden(String name, Object value) {
        if (HIDDEN.contains(name)) {
            return "hidden";
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put(String.valueOf(key), hidden(String.valueOf(key), each)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(each -> copy.add(hidden(name, each)));
            return copy;
        }
        if (value instanceof String text) {
            return name.equals("MaskedPan") ? CardNumbers.masked(text) : PanFilter.mask(text);
        }
        return value;
    }

    private static String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
