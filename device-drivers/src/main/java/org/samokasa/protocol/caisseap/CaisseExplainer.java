package org.samokasa.protocol.caisseap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.payment.CardNumbers;

/**
 * Explains a message to people: an ordered map of strings, numbers and maps, ready for JSON. Card numbers are masked,
 * expiry dates hidden.
 */
public final class CaisseExplainer {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("CZ", "version"),
            Map.entry("CJ", "protocolId"),
            Map.entry("CA", "till"),
            Map.entry("CB", "amountMinor"),
            Map.entry("CD", "operation"),
            Map.entry("CE", "currency"),
            Map.entry("BA", "answerMode"),
            Map.entry("BB", "forceAuthorisation"),
            Map.entry("BF", "partialAccepted"),
            Map.entry("CC", "paymentKind"),
            Map.entry("CF", "reference"),
            Map.entry("CK", "ticket"),
            Map.entry("AK", "ticketCopy"),
            Map.entry("AE", "result"),
            Map.entry("AF", "reason"),
            Map.entry("CI", "entryMode"),
            Map.entry("AC", "approval"),
            Map.entry("AA", "card"),
            Map.entry("AB", "expiry"),
            Map.entry("AI", "applicationId"),
            Map.entry("CG", "contract"),
            Map.entry("ZT", "vendorData"));

    private static final Set<String> HIDDEN = Set.of("AB", "ZT", "CK", "AK");

    private CaisseExplainer() {}

    /** Never throws. Keys: {@code message}, {@code fields}, {@code names}, {@code outcome}, {@code valid}, {@code error}. */
    public static Map<String, Object> explain(Bytes bytes) {
        Map<String, Object> map = new LinkedHashMap<>();
        CaisseMessage.Reading reading = CaisseMessage.read(bytes);
        if (reading instanceof CaisseMessage.Reading.Malformed malformed) {
            return wrong(map, malformed.why());
        }
        if (reading instanceof CaisseMessage.Reading.Cut cut) {
            describe(cut.whole(), map);
            return wrong(map, "the last field is cut");
        }
        CaisseMessage message = ((CaisseMessage.Reading.Whole) reading).message();
        describe(message, map);
        boolean answer = message.find("AE").isPresent();
        if (answer && !CaisseAnswer.isComplete(message)) {
            return wrong(map, "a field that every answer has is missing");
        }
        if (message.fields().isEmpty()) {
            return wrong(map, "no field");
        }
        map.put("valid", true);
        return map;
    }

    private static void describe(CaisseMessage message, Map<String, Object> map) {
        boolean answer = message.find("AE").isPresent();
        map.put("message", answer ? "answer" : "request");
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<String, Object> named = new LinkedHashMap<>();
        message.fields().forEach((tag, value) -> {
            String shown = shown(tag, value);
            fields.put(tag, shown);
            named.put(NAMES.getOrDefault(tag, tag), shown);
        });
        map.put("fields", fields);
        map.put("names", named);
        if (answer) {
            CaisseAnswer read = new CaisseAnswer(message);
            map.put("outcome", read.outcome().name());
            message.find("AF").ifPresent(code -> map.put("reason", CaisseAnswer.reason(code)));
            message.find("CC").ifPresent(code -> map.put("kind", CaisseAnswer.kind(code)));
        }
    }

    private static String shown(String tag, String value) {
        if (tag.equals("AA")) {
            return CardNumbers.masked(value);
        }
        return HIDDEN.contains(tag) ? value.length() + " characters" : value;
    }

    private static Map<String, Object> wrong(Map<String, Object> map, String why) {
        map.put("valid", false);
        map.put("error", why);
        return map;
    }
}
