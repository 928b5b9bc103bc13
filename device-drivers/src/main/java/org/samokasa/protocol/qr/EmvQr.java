package org.samokasa.protocol.qr;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * EMVCo merchant-presented text (section 9.1): fields of two digits, two digits of length and a value; templates hold fields
 * of their own. Immutable; keeps the order, {@code 00} first.
 *
 * @param fields without the CRC, by id
 */
public record EmvQr(Map<String, String> fields) {
    private static final String CRC = "63";
    private static final int VALUE_MAX = 99;
    private static final int HEAD = 4;

    /** CRC-16/CCITT-FALSE: polynomial 1021, initial value FFFF. */
    private static final int POLYNOMIAL = 0x1021;

    private static final int INITIAL = 0xFFFF;

    /** A dynamic code, version 01, with nothing else in it yet. */
    public static final EmvQr DYNAMIC = new EmvQr(Map.of()).with("00", "01").with("01", "12");

    public EmvQr {
        fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * Adds a field; lengths count characters as displayed.
     *
     * @throws IllegalArgumentException for an id, value or repetition that the format does not have
     */
    public EmvQr with(String id, String value) {
        int length = value.codePointCount(0, value.length());
        if (!id.matches("[0-9]{2}") || id.equals(CRC) || length == 0 || length > VALUE_MAX || fields.containsKey(id)) {
            throw new IllegalArgumentException("no field " + id + " with " + length + " characters here");
        }
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(id, value);
        return new EmvQr(more);
    }

    /** Adds a template of fields: id, value, id, value .. */
    public EmvQr withTemplate(String id, String... inside) {
        EmvQr template = new EmvQr(Map.of());
        for (int i = 0; i < inside.length; i += 2) {
            template = template.with(inside[i], inside[i + 1]);
        }
        return with(id, template.body());
    }

    /** The text for the code, closed by its CRC. */
    public String text() {
        String open = body() + CRC + "04";
        return open + String.format("%04X", crc(open));
    }

    private String body() {
        StringBuilder text = new StringBuilder();
        fields.forEach((id, value) -> text.append(id)
                .append(String.format("%02d", value.codePointCount(0, value.length())))
                .append(value));
        return text.toString();
    }

    /** Empty when the format or the CRC is wrong. The CRC may be in lower case, as seen in the field. */
    public static Optional<EmvQr> read(String text) {
        int end = text.length() - 2 * HEAD;
        if (end <= 0
                || !text.startsWith(CRC + "04", end)
                || !text.substring(end + HEAD)
                        .toUpperCase(Locale.ROOT)
                        .equals(String.format("%04X", crc(text.substring(0, end + HEAD))))) {
            return Optional.empty();
        }
        Optional<EmvQr> read = fields(text.substring(0, end));
        return read.filter(code -> text.startsWith("000201"));
    }

    /** The fields of a template. */
    public Optional<EmvQr> template(String id) {
        return Optional.ofNullable(fields.get(id)).flatMap(EmvQr::fields);
    }

    static Optional<EmvQr> fields(String text) {
        EmvQr read = new EmvQr(Map.of());
        int at = 0;
        while (at < text.length()) {
            String head = text.substring(at, Math.min(text.length(), at + HEAD));
            if (!head.matches("[0-9]{4}")) {
                return Optional.empty();
            }
            int from = at + HEAD;
            int length = Integer.parseInt(head.substring(2));
            boolean fits = length > 0 && text.codePointCount(from, text.length()) >= length;
            if (!fits || head.startsWith(CRC) || read.fields.containsKey(head.substring(0, 2))) {
                return Optional.empty();
            }
            at = text.offsetByCodePoints(from, length);
            read = read.with(head.substring(0, 2), text.substring(from, at));
        }
        return Optional.of(read);
    }

    static int crc(String text) {
        int crc = INITIAL;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            crc ^= Byte.toUnsignedInt(octet) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL;
            }
            crc &= 0xFFFF;
        }
        return crc;
    }
}
