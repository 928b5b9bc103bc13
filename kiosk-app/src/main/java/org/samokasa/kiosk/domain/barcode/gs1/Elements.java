package org.samokasa.kiosk.domain.barcode.gs1;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Identifiers with their values, in the order in which they were read.
 *
 * @param warnings what a human should know about the reading; nothing of it makes the article unsure
 */
public record Elements(Map<String, String> values, List<String> warnings) {
    public Elements {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        warnings = List.copyOf(warnings);
    }

    public Optional<String> get(String ai) {
        return Optional.ofNullable(values.get(ai));
    }

    /** The identifier with these three digits and any number of decimals: {@code 310} finds {@code 3103}. */
    public Optional<Decimal> decimal(String threeDigits) {
        return values.entrySet().stream()
                .filter(each -> each.getKey().length() == 4 && each.getKey().startsWith(threeDigits))
                .map(each -> new Decimal(each.getKey(), each.getValue()))
                .findFirst();
    }

    /**
     * A value whose identifier says how many decimals it has.
     *
     * @param digits of the value, with the currency in front where the identifier carries one
     */
    public record Decimal(String ai, String digits) {
        public int decimals() {
            return ai.charAt(3) - '0';
        }
    }

    public Elements warned(List<String> more) {
        List<String> all = new ArrayList<>(warnings);
        all.addAll(more);
        return new Elements(values, all);
    }

    public Elements without(String ai) {
        Map<String, String> left = new LinkedHashMap<>(values);
        left.remove(ai);
        return new Elements(left, warnings);
    }

    /** Gathers elements while a text is read. */
    static final class Gathering {
        /** More than any label holds; a longer one is noise or mischief. */
        private static final int MOST = 64;

        private final Map<String, String> values = new LinkedHashMap<>();
        private final List<String> warnings = new ArrayList<>();

        /** Takes one element; the same one twice counts once. */
        void put(Identifier identifier, String value) throws Gs1Exception {
            if (value.isEmpty()) {
                throw Gs1Exception.malformed("(" + identifier.ai() + ") is empty");
            }
            identifier.verify(value);
            String before = values.putIfAbsent(identifier.ai(), value);
            if (before != null && !before.equals(value)) {
                throw Gs1Exception.malformed(
                        "(" + identifier.ai() + ") stands twice, with '" + before + "' and '" + value + "'");
            }
            if (values.size() > MOST) {
                throw Gs1Exception.malformed("more than " + MOST + " elements");
            }
        }

        boolean has(String ai) {
            return values.containsKey(ai);
        }

        void warn(String what) {
            warnings.add(what);
        }

        Elements done() throws Gs1Exception {
            return Pairing.checked(new Elements(values, warnings));
        }
    }
}
