package org.samokasa.protocol.nexo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.samokasa.json.JsonException;
import org.samokasa.json.JsonTree;

/**
 * A message in clear.
 *
 * @param body the value of the property that the header names
 */
public record NexoMessage(NexoHeader header, JsonTree body) {
    static final String REQUEST = "SaleToPOIRequest";
    static final String RESPONSE = "SaleToPOIResponse";

    public static NexoMessage of(NexoHeader header, Map<String, Object> body) {
        return new NexoMessage(header, new JsonTree(body));
    }

    /** Requests and notifications share the outer name (section 2). */
    String outerName() {
        return header.type().equals("Response") ? RESPONSE : REQUEST;
    }

    /** On one line, as it is encrypted. */
    public String json() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("MessageHeader", header.tree());
        inner.put(header.bodyName(), body.value());
        Map<String, Object> outer = new LinkedHashMap<>();
        outer.put(outerName(), inner);
        return JsonTree.write(outer);
    }

    /** @throws NexoException when it is no message in clear */
    public static NexoMessage read(String json) throws NexoException {
        try {
            return read(JsonTree.parse(json));
        } catch (JsonException e) {
            throw new NexoException(e.getMessage());
        }
    }

    static NexoMessage read(JsonTree tree) throws NexoException {
        String outer = tree.onlyName().orElse("");
        if (!outer.equals(REQUEST) && !outer.equals(RESPONSE)) {
            throw new NexoException("neither " + REQUEST + " nor " + RESPONSE);
        }
        NexoHeader header = NexoHeader.read(tree.at(outer, "MessageHeader"));
        NexoMessage message = new NexoMessage(header, tree.at(outer, header.bodyName()));
        if (!message.body().exists() || !message.outerName().equals(outer)) {
            throw new NexoException("no " + header.bodyName() + " in a " + outer);
        }
        return message;
    }
}
