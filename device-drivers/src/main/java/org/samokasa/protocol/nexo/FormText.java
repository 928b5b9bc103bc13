package org.samokasa.protocol.nexo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.samokasa.json.JsonException;
import org.samokasa.json.JsonTree;
import org.samokasa.protocol.Bytes;

/** {@code key=value&key=value} with URL encoding, as receipts and additional responses carry it (sections 4 and 8). */
final class FormText {
    private FormText() {}

    /** Also takes base64 of a JSON object, as some terminals are set to send; never fails. */
    static Map<String, String> read(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (text.startsWith("eyJ")) {
            try {
                String json = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
                if (JsonTree.parse(json).value() instanceof Map<?, ?> map) {
                    map.forEach((name, value) -> pairs.put(String.valueOf(name), String.valueOf(value)));
                }
                return pairs;
            } catch (IllegalArgumentException | JsonException noBase64OfJson) {
                pairs.clear();
            }
        }
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return pairs;
    }

    /** What is no escape stays as it is. */
    static String decoded(String text) {
        Bytes bytes = Bytes.EMPTY;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean escape = c == '%'
                    && at + 2 < text.length()
                    && text.substring(at + 1, at + 3).matches("[0-9A-Fa-f]{2}");
            if (escape) {
                bytes = bytes.plus(Bytes.of(Integer.parseInt(text.substring(at + 1, at + 3), 16)));
                at += 3;
            } else {
                String plain = c == '+' ? " " : String.valueOf(c);
                bytes = bytes.plus(Bytes.copyOf(plain.getBytes(StandardCharsets.UTF_8)));
                at++;
            }
        }
        return bytes.toText(StandardCharsets.UTF_8);
    }
}
