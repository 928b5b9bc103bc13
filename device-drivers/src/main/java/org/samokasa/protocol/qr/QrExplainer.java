package org.samokasa.protocol.qr;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Explains the text of a payment code to people: an ordered map of strings and maps, ready for JSON. Knows EMVCo, UPI, SPAYD
 * and EPC (section 9).
 */
public final class QrExplainer {
    private static final Map<String, String> EMV_NAMES = Map.ofEntries(
            Map.entry("00", "version"),
            Map.entry("01", "kind"),
            Map.entry("52", "category"),
            Map.entry("53", "currency"),
            Map.entry("54", "amount"),
            Map.entry("55", "tip"),
            Map.entry("58", "country"),
            Map.entry("59", "name"),
            Map.entry("60", "city"),
            Map.entry("61", "postalCode"),
            Map.entry("62", "additional"),
            Map.entry("64", "otherLanguage"));

    private static final Map<String, String> UPI_NAMES = Map.ofEntries(
            Map.entry("pa", "payee"),
            Map.entry("pn", "name"),
            Map.entry("mc", "category"),
            Map.entry("tr", "reference"),
            Map.entry("tn", "note"),
            Map.entry("am", "amount"),
            Map.entry("mam", "amountMin"),
            Map.entry("cu", "currency"),
            Map.entry("tid", "transaction"),
            Map.entry("url", "url"),
            Map.entry("mode", "mode"),
            Map.entry("orgid", "organisation"),
            Map.entry("purpose", "purpose"),
            Map.entry("sign", "signature"));

    private static final int CRC_LENGTH = 4;

    private QrExplainer() {}

    /** Never throws. Keys: {@code format}, {@code fields}, {@code names}, {@code valid}, {@code error}. */
    public static Map<String, Object> explain(String text) {
        Map<String, Object> map = new LinkedHashMap<>();
        Optional<String> flaw;
        if (text.startsWith("0002")) {
            map.put("format", "emv");
            flaw = emv(text, map);
        } else if (text.toLowerCase(Locale.ROOT).startsWith("upi:")) {
            map.put("format", "upi");
            flaw = upi(text, map);
        } else if (text.startsWith("SPD*")) {
            map.put("format", "spayd");
            flaw = QrTransfers.spayd(text, map);
        } else if (text.startsWith("BCD\n") || text.startsWith("BCD\r\n")) {
            map.put("format", "epc");
            flaw = QrTransfers.epc(text, map);
        } else {
            flaw = Optional.of(
                    "none of the formats: EMVCo begins with 000201, UPI with upi://, SPAYD with SPD*, EPC with"
                            + " BCD on a line of its own");
        }
        map.put("valid", flaw.isEmpty());
        flaw.ifPresent(why -> map.put("error", why));
        return map;
    }

    private static Optional<String> emv(String text, Map<String, Object> map) {
        int end = text.length() - CRC_LENGTH;
        int open = end - "6304".length();
        boolean closed = open > 0 && text.startsWith("6304", open);
        String body = closed ? text.substring(0, open) : text;
        Optional<EmvQr> read = EmvQr.fields(body);
        read.ifPresent(code -> emvFields(code, map));
        if (!closed) {
            return Optional.of("it does not end in 6304 and a CRC of four digits");
        }
        String due = String.format("%04X", EmvQr.crc(text.substring(0, end)));
        map.put("crc", due);
        if (!text.substring(end).toUpperCase(Locale.ROOT).equals(due)) {
            return Optional.of("the CRC is " + text.substring(end) + ", of this text it is " + due);
        }
        if (read.isEmpty()) {
            return Optional.of("a field is cut, has no length or comes twice");
        }
        return emvFlaw(read.get().fields());
    }

    private static void emvFields(EmvQr code, Map<String, Object> map) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<String, Object> names = new LinkedHashMap<>();
        code.fields().forEach((id, value) -> {
            int number = Integer.parseInt(id);
            boolean template = number >= 26 && number <= 51 || number == 62 || number == 64;
            Object shown =
                    template ? code.template(id).<Object>map(EmvQr::fields).orElse(value) : value;
            fields.put(id, shown);
            names.put(EMV_NAMES.getOrDefault(id, number <= 51 ? "account" + id : "field" + id), shown);
        });
        map.put("fields", fields);
        map.put("names", names);
    }

    private static Optional<String> emvFlaw(Map<String, String> fields) {
        if (!"01".equals(fields.get("00"))) {
            return Optional.of("00 is no version 01");
        }
        for (String id : List.of("52", "53", "58", "59", "60")) {
            if (!fields.containsKey(id)) {
                return Optional.of(id + " (" + EMV_NAMES.get(id) + ") is missing");
            }
        }
        boolean account = fields.keySet().stream().mapToInt(Integer::parseInt).anyMatch(id -> id >= 2 && id <= 51);
        if (!account) {
            return Optional.of("no account: none of 02 to 51");
        }
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("01", "11|12");
        forms.put("52", "[0-9]{4}");
        forms.put("53", "[0-9]{3}");
        forms.put("54", "(?=.{1,13}$)[0-9]+(\\.[0-9]*)?");
        forms.put("58", "[A-Z]{2}");
        forms.put("59", ".{1,25}");
        forms.put("60", ".{1,15}");
        forms.put("61", ".{1,10}");
        return forms.entrySet().stream()
                .filter(form -> fields.containsKey(form.getKey())
                        && !fields.get(form.getKey()).matches(form.getValue()))
                .findFirst()
                .map(form -> form.getKey() + " (" + EMV_NAMES.get(form.getKey()) + ") cannot be '"
                        + fields.get(form.getKey()) + "'");
    }

    private static Optional<String> upi(String text, Map<String, Object> map) {
        if (!text.toLowerCase(Locale.ROOT).startsWith("upi://pay?")) {
            return Optional.of("it does not begin with upi://pay?");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        String twice = "";
        try {
            for (String pair : text.substring("upi://pay?".length()).split("&")) {
                int at = pair.indexOf('=');
                String key = at < 0 ? pair : pair.substring(0, at);
                String value = unescaped(pair.substring(at + 1));
                twice = fields.put(key, value) == null ? twice : key;
            }
        } catch (IllegalArgumentException e) {
            return Optional.of("a % without two hex digits behind it");
        }
        Map<String, Object> names = new LinkedHashMap<>();
        fields.forEach((key, value) -> names.put(UPI_NAMES.getOrDefault(key, key), value));
        map.put("fields", fields);
        map.put("names", names);
        return twice.isEmpty() ? upiFlaw(text, fields) : Optional.of(twice + " comes twice");
    }

    /** A plus sign is one: forms of web pages read it as a blank, wallets do not. */
    private static String unescaped(String value) {
        byte[] octets = new byte[value.length() * 4];
        int length = 0;
        for (int at = 0; at < value.length(); at++) {
            byte[] one;
            if (value.charAt(at) == '%') {
                String hex = value.substring(at + 1, Math.min(value.length(), at + 3));
                if (!hex.matches("[0-9A-Fa-f]{2}")) {
                    throw new IllegalArgumentException("no hex: " + hex);
                }
                one = new byte[] {(byte) Integer.parseInt(hex, 16)};
                at += 2;
            } else {
                one = value.substring(at, at + 1).getBytes(StandardCharsets.UTF_8);
            }
            System.arraycopy(one, 0, octets, length, one.length);
            length += one.length;
        }
        return new String(octets, 0, length, StandardCharsets.UTF_8);
    }

    private static Optional<String> upiFlaw(String text, Map<String, String> fields) {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("pa", "[A-Za-z0-9._-]+@[A-Za-z0-9.-]+");
        forms.put("pn", ".+");
        forms.put("mc", "[0-9]{4}");
        forms.put("tr", "[A-Za-z0-9]{1,35}");
        forms.put("am", "[0-9]+(\\.[0-9]{1,2})?");
        forms.put("mam", "[0-9]+(\\.[0-9]{1,2})?");
        forms.put("cu", "INR");
        for (String key : List.of("pa", "pn")) {
            if (!fields.containsKey(key)) {
                return Optional.of(key + " (" + UPI_NAMES.get(key) + ") is missing");
            }
        }
        for (Map.Entry<String, String> form : forms.entrySet()) {
            String value = fields.get(form.getKey());
            if (value != null && !value.matches(form.getValue())) {
                String hint = form.getKey().equals("tr") ? ": letters and digits only, at most 35" : "";
                return Optional.of(
                        form.getKey() + " (" + UPI_NAMES.get(form.getKey()) + ") cannot be '" + value + "'" + hint);
            }
        }
        return text.contains("+") ? Optional.of("a plus sign: a blank is %20, a plus is %2B") : Optional.empty();
    }
}
