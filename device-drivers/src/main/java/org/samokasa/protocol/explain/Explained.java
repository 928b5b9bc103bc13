package org.samokasa.protocol.explain;

import java.util.LinkedHashMap;
import java.util.Map;

/** One line of an explanation: {@code what}, {@code value}, {@code valid}, {@code error}. */
final class Explained {
    private Explained() {}

    /** @param value null when there is none */
    static Map<String, Object> fine(String what, Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("what", what);
        if (value != null) {
            map.put("value", value);
        }
        map.put("valid", true);
        return map;
    }

    static Map<String, Object> wrong(String what, String error) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("what", what);
        map.put("valid", false);
        map.put("error", error);
        return map;
    }

    static Map<String, Object> incomplete(int bytes) {
        return wrong("nothing yet", "incomplete: " + bytes + " bytes of a longer frame");
    }
}
