package org.samokasa.protocol.qr;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** Explains the two formats that ask a bank for a transfer: SPAYD (section 9.3) and EPC (section 9.4). */
final class QrTransfers {
    private static final Map<String, String> SPAYD_NAMES = Map.ofEntries(
            Map.entry("ACC", "account"),
            Map.entry("ALT-ACC", "otherAccounts"),
            Map.entry("AM", "amount"),
            Map.entry("CC", "currency"),
            Map.entry("DT", "due"),
            Map.entry("MSG", "message"),
            Map.entry("RN", "name"),
            Map.entry("RF", "reference"),
            Map.entry("PT", "paymentType"),
            Map.entry("X-VS", "variableSymbol"),
            Map.entry("X-KS", "constantSymbol"),
            Map.entry("X-SS", "specificSymbol"),
            Map.entry("CRC32", "crc32"));

    private static final Map<String, String> SPAYD_FORMS = Map.ofEntries(
            Map.entry("AM", "[0-9]{1,10}(\\.[0-9]{1,2})?"),
            Map.entry("CC", "[A-Z]{3}"),
            Map.entry("DT", "[0-9]{8}"),
            Map.entry("MSG", ".{0,60}"),
            Map.entry("RN", ".{1,35}"),
            Map.entry("RF", "[0-9]{1,16}"),
            Map.entry("X-VS", "[0-9]{1,10}"),
            Map.entry("X-KS", "[0-9]{1,10}"),
            Map.entry("X-SS", "[0-9]{1,10}"),
            Map.entry("CRC32", "[0-9A-F]{8}"));

    private static final List<String> EPC_LINES = List.of(
            "tag",
            "version",
            "characterSet",
            "kind",
            "bic",
            "name",
            "account",
            "amount",
            "purpose",
            "reference",
            "message",
            "information");

    private static final List<String> EPC_FORMS = List.of(
            "BCD",
            "00[12]",
            "[1-8]",
            "SCT",
            "|[A-Z0-9]{8}|[A-Z0-9]{11}",
            ".{1,70}",
            "[A-Z]{2}[0-9]{2}[A-Z0-9]{8,30}",
            "|EUR[0-9]{1,9}(\\.[0-9]{1,2})?",
            "[A-Z0-9]{0,4}",
            ".{0,35}",
            ".{0,140}",
            ".{0,70}");

    private static final int EPC_BYTES_MAX = 331;
    private static final int EPC_LINES_MIN = 7;

    private QrTransfers() {}

    /** @return what is wrong with it */
    static Optional<String> spayd(String text, Map<String, Object> map) {
        String[] parts = text.split("\\*", -1);
        Map<String, String> fields = new LinkedHashMap<>();
        String flaw = parts[1].matches("[0-9]+\\.[0-9]+") ? "" : "no version behind SPD*";
        map.put("version", parts[1]);
        for (String part : Arrays.asList(parts).subList(2, parts.length)) {
            int at = part.indexOf(':');
            String key = at < 0 ? part : part.substring(0, at);
            if (part.isEmpty()) {
                continue;
            }
            if (at < 1 || !key.matches("[A-Z0-9-]+")) {
                flaw = "'" + part + "' is no KEY:VALUE";
            } else if (fields.put(
                            key, part.substring(at + 1).replace("%2A", "*").replace("%25", "%"))
                    != null) {
                flaw = key + " comes twice";
            }
        }
        Map<String, Object> names = new LinkedHashMap<>();
        fields.forEach((key, value) -> names.put(SPAYD_NAMES.getOrDefault(key, key), value));
        map.put("fields", fields);
        map.put("names", names);
        return flaw.isEmpty() ? spaydFlaw(text, fields) : Optional.of(flaw);
    }

    private static Optional<String> spaydFlaw(String text, Map<String, String> fields) {
        String account = fields.get("ACC");
        if (account == null) {
            return Optional.of("ACC (account) is missing");
        }
        Optional<String> iban = ibanFlaw(account.split("\\+")[0]);
        if (iban.isPresent()) {
            return iban.map(why -> "ACC: " + why);
        }
        for (Map.Entry<String, String> field : fields.entrySet()) {
            String form = SPAYD_FORMS.get(field.getKey());
            if (form != null && !field.getValue().matches(form)) {
                return Optional.of(field.getKey() + " (" + SPAYD_NAMES.get(field.getKey()) + ") cannot be '"
                        + field.getValue() + "'");
            }
        }
        String crc = fields.get("CRC32");
        String due = crc == null ? "" : crc32(text);
        return crc == null || crc.equals(due)
                ? Optional.empty()
                : Optional.of("the CRC32 is " + crc + ", of this text it is " + due);
    }

    /** Of the text without this field, its keys in order. */
    private static String crc32(String text) {
        String[] parts = text.split("\\*", -1);
        String[] rest = Arrays.stream(parts)
                .skip(2)
                .filter(part -> !part.startsWith("CRC32:") && !part.isEmpty())
                .sorted()
                .toArray(String[]::new);
        CRC32 crc = new CRC32();
        crc.update((parts[0] + "*" + parts[1] + "*" + String.join("*", rest)).getBytes(StandardCharsets.UTF_8));
        return String.format("%08X", crc.getValue());
    }

    /** @return what is wrong with it */
    static Optional<String> epc(String text, Map<String, Object> map) {
        String[] lines = text.split("\r?\n", -1);
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int line = 0; line < Math.min(lines.length, EPC_LINES.size()); line++) {
            if (!lines[line].isEmpty()) {
                fields.put(EPC_LINES.get(line), lines[line]);
            }
        }
        map.put("fields", fields);
        if (lines.length < EPC_LINES_MIN) {
            return Optional.of("it ends on line " + lines.length + ", before the account on line 7");
        }
        if (lines.length > EPC_LINES.size()) {
            return Optional.of("it has " + lines.length + " lines, twelve at most");
        }
        for (int line = 0; line < lines.length; line++) {
            if (!lines[line].matches(EPC_FORMS.get(line))) {
                return Optional.of(
                        "line " + (line + 1) + " (" + EPC_LINES.get(line) + ") cannot be '" + lines[line] + "'");
            }
        }
        if (lines[1].equals("001") && lines[4].isEmpty()) {
            return Optional.of("version 001 wants a BIC on line 5");
        }
        if (fields.containsKey("reference") && fields.containsKey("message")) {
            return Optional.of("a reference on line 10 and a message on line 11: one or the other");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > EPC_BYTES_MAX) {
            return Optional.of("longer than " + EPC_BYTES_MAX + " bytes");
        }
        return ibanFlaw(lines[6]).map(why -> "line 7: " + why);
    }

    /** ISO 13616: with the first four characters at the end and letters as numbers, the rest by 97 is one. */
    private static Optional<String> ibanFlaw(String iban) {
        if (!iban.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{8,30}")) {
            return Optional.of("'" + iban + "' is no IBAN");
        }
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4))
                .chars()
                .forEach(letter -> digits.append(Character.digit(letter, 36)));
        boolean right =
                new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).equals(BigInteger.ONE);
        return right ? Optional.empty() : Optional.of("the check digits of " + iban + " are wrong");
    }
}
