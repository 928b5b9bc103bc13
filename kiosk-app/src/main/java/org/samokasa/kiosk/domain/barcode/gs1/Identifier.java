package org.samokasa.kiosk.domain.barcode.gs1;

import java.util.ArrayList;
import java.util.List;

/**
 * One application identifier and the shape of its value.
 *
 * @param ai two to four digits
 * @param parts of the value, in order
 * @param separated its value ends at a separator or at the end of the data; otherwise its length is known beforehand
 */
record Identifier(String ai, List<Component> parts, boolean separated) {
    Identifier {
        parts = List.copyOf(parts);
    }

    /** @param shape for instance {@code N13:c+[X..17]} */
    static Identifier of(String ai, String shape, boolean separated) {
        List<Component> parts = new ArrayList<>();
        for (String part : shape.split("\\+")) {
            parts.add(Component.parse(part));
        }
        return new Identifier(ai, parts, separated);
    }

    int longest() {
        return parts.stream().mapToInt(Component::max).sum();
    }

    /** @throws Gs1Exception naming this identifier and what is wrong with the value */
    void verify(String value) throws Gs1Exception {
        try {
            int at = 0;
            for (Component part : parts) {
                if (part.optional() && at == value.length()) {
                    break;
                }
                int end = part.min() == part.max() ? at + part.max() : Math.min(value.length(), at + part.max());
                if (end > value.length() || end - at < part.min()) {
                    throw Gs1Exception.malformed("'" + value + "' is too short");
                }
                part.verify(value.substring(at, end));
                at = end;
            }
            if (at < value.length()) {
                throw Gs1Exception.malformed("'" + value + "' is longer than " + longest());
            }
        } catch (Gs1Exception wrong) {
            throw new Gs1Exception(wrong.fault(), "(" + ai + ") " + wrong.getMessage());
        }
    }
}
