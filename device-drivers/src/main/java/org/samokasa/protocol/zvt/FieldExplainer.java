package org.samokasa.protocol.zvt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.samokasa.protocol.Bytes;

/** Bitmaps and TLV objects as ordered maps of plain values. Card data never gets into them. */
final class FieldExplainer {
    private static final String HIDDEN = "hidden";
    private static final int TOTALS = 0x60;
    private static final int TOTALS_SIZE = 53;
    private static final int PASSWORD = 0x3D;
    private static final int EXPIRY = 0x0E;
    private static final Set<Integer> TEXT_TAGS = Set.of(0x07, 0x15, 0x42, 0x44, 0x1F17);
    private static final List<String> TOTAL_NAMES =
            List.of("girocard", "JCB", "Mastercard", "American Express", "Visa", "Diners", "other");

    private FieldExplainer() {}

    static Map<String, Object> bmp(Fields fields) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Fields.Field field : fields.all()) {
            if (field.number() != Fields.TLV) {
                all.put(String.format("%02X", field.number()), entry(field, fields));
            }
        }
        return all;
    }

    /** Repeated tags become a list. */
    static Map<String, Object> tlv(List<Tlv.TlvObject> objects) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Tlv.TlvObject object : objects) {
            String key = String.format(object.tag() > 0xFF ? "%04X" : "%02X", object.tag());
            all.merge(key, object(object), FieldExplainer::together);
        }
        return all;
    }

    private static Object together(Object before, Object more) {
        List<Object> list = new ArrayList<>();
        if (before instanceof List<?> several) {
            list.addAll(several);
        } else {
            list.add(before);
        }
        list.add(more);
        return list;
    }

    private static Map<String, Object> entry(Fields.Field field, Fields fields) {
        Map<String, Object> entry = new LinkedHashMap<>();
        BmpTable.Row row = BmpTable.row(field.number()).orElseThrow();
        entry.put("name", row.meaning());
        int number = field.number();
        if (CardDataGuard.isForbidden(number) || number == PASSWORD || number == EXPIRY) {
            entry.put("value", HIDDEN);
        } else if (number == Fields.PAN) {
            entry.put("value", maskedPan(field.value()));
        } else if (number == TOTALS && field.value().size() == TOTALS_SIZE) {
            entry.put("value", totals(field.value()));
        } else {
            entry.put("value", value(row, field.value()));
            meaning(field, fields).ifPresent(meaning -> entry.put("meaning", meaning));
        }
        return entry;
    }

    private static String value(BmpTable.Row row, Bytes value) {
        if (row.number() == Fields.AMOUNT) {
            return money(value);
        }
        return switch (row.content()) {
            case BCD -> Bcd.digits(value).orElseGet(() -> value.toHex().replace(" ", ""));
            case TEXT -> text(value);
            case BINARY -> value.toHex();
        };
    }

    private static Optional<String> meaning(Fields.Field field, Fields fields) {
        int first = field.value().isEmpty() ? 0 : field.value().at(0);
        return switch (field.number()) {
            case Fields.AMOUNT -> fields.currency();
            case Fields.CURRENCY -> fields.currency();
            case Fields.RESULT -> Optional.of(first == 0 ? "approved" : ResultCode.meaning(first));
            case Fields.CARD_TYPE -> Optional.of(ZvtNames.card(first));
            case Fields.TIME -> Optional.of(pairs(field.value(), ":"));
            case Fields.FULL_DATE, Fields.DATE -> Optional.of(pairs(field.value(), "-"));
            default -> Optional.empty();
        };
    }

    private static Map<String, Object> object(Tlv.TlvObject object) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", ZvtNames.tag(object.tag()));
        if (CardDataGuard.isForbiddenTag(object.tag())) {
            entry.put("value", HIDDEN);
        } else if (!object.parts().isEmpty()) {
            entry.put("parts", tlv(object.parts()));
        } else if (TEXT_TAGS.contains(object.tag())) {
            entry.put("value", text(object.value()));
        } else {
            entry.put("value", object.value().toHex());
            String meaning = object.value().size() == 1
                    ? ZvtNames.tagValue(object.tag(), object.value().at(0))
                    : "";
            if (!meaning.isEmpty()) {
                entry.put("meaning", meaning);
            }
        }
        return entry;
    }

    private static Map<String, Object> totals(Bytes value) {
        Map<String, Object> totals = new LinkedHashMap<>();
        totals.put("firstReceipt", Bcd.digits(value.slice(0, 2)).orElse("?"));
        totals.put("lastReceipt", Bcd.digits(value.slice(2, 4)).orElse("?"));
        for (int i = 0; i < TOTAL_NAMES.size(); i++) {
            int at = 4 + 7 * i;
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("count", value.at(at));
            one.put("sum", money(value.slice(at + 1, at + 7)));
            totals.put(TOTAL_NAMES.get(i), one);
        }
        return totals;
    }

    private static String maskedPan(Bytes value) {
        byte[] masked = value.toArray();
        MaskedPan.mask(masked, 0, masked.length);
        return MaskedPan.text(Bytes.copyOf(masked)).orElse(HIDDEN);
    }

    /** All currencies of the table have two decimals. */
    private static String money(Bytes value) {
        return Bcd.digits(value)
                .map(Long::parseLong)
                .map(minor -> String.format(java.util.Locale.ROOT, "%d.%02d", minor / 100, minor % 100))
                .orElse("unreadable");
    }

    private static String pairs(Bytes value, String between) {
        return value.toHex().replace(" ", between);
    }

    static String text(Bytes value) {
        String text = ZvtCharset.CP437.decode(value);
        int end = text.indexOf('\0');
        return PanFilter.mask(end < 0 ? text : text.substring(0, end));
    }
}
