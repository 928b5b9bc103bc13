package org.samokasa.protocol.caisseap;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.samokasa.protocol.payment.CardNumbers;
import org.samokasa.protocol.payment.PaymentNotice.SlipLine;
import org.samokasa.protocol.payment.Settlement;
import org.samokasa.protocol.zvt.PanFilter;

/** An answer's meaning (section 4). Made only from a message that {@link #isComplete}. */
public record CaisseAnswer(CaisseMessage message) {
    private static final List<String> ALWAYS = List.of("CZ", "CA", "CB", "CD", "CE", "AE");
    private static final Set<String> STOPPED = Set.of("06", "07", "08", "11");
    private static final Set<String> DEFECT = Set.of("09", "10", "12", "13");

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("001", "CB"),
            Map.entry("002", "American Express"),
            Map.entry("003", "CB"),
            Map.entry("004", "Cetelem"),
            Map.entry("005", "Cofinoga"),
            Map.entry("006", "Diners"),
            Map.entry("009", "JCB"),
            Map.entry("00B", "CB"),
            Map.entry("00C", "Cheque"),
            Map.entry("00D", "American Express"),
            Map.entry("00E", "Conecs"),
            Map.entry("10E", "Conecs"),
            Map.entry("00U", "UnionPay"),
            Map.entry("607", "QR"));

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("00", "unknown"),
            Map.entry("01", "authorised"),
            Map.entry("02", "call the bank"),
            Map.entry("03", "forced"),
            Map.entry("04", "refused"),
            Map.entry("05", "forbidden"),
            Map.entry("06", "abandoned"),
            Map.entry("07", "not completed"),
            Map.entry("08", "input time over"),
            Map.entry("09", "format error"),
            Map.entry("10", "selection error"),
            Map.entry("11", "operator or acquirer abandon"),
            Map.entry("12", "unknown operation"),
            Map.entry("13", "currency not supported"));

    /** What an answer says about money. */
    public enum Outcome {
        DONE,
        DECLINED,
        /** By the shopper or by time; the protocol cannot tell which. */
        STOPPED,
        /** Our own settings or messages are wrong. */
        DEFECT,
        /** Neither done nor not done: 11 or a code that nobody published. */
        UNCLEAR
    }

    /** True when all fields that every answer has are there (section 1). */
    public static boolean isComplete(CaisseMessage message) {
        boolean basic = ALWAYS.stream().allMatch(tag -> message.find(tag).isPresent());
        boolean notDone = message.find("AE").filter("01"::equals).isPresent();
        return basic && (!notDone || message.find("AF").isPresent());
    }

    public Outcome outcome() {
        String done = message.find("AE").orElse("");
        if (done.equals("10")) {
            return Outcome.DONE;
        }
        if (!done.equals("01")) {
            return Outcome.UNCLEAR;
        }
        String reason = reasonCode();
        if (STOPPED.contains(reason)) {
            return Outcome.STOPPED;
        }
        return DEFECT.contains(reason) ? Outcome.DEFECT : Outcome.DECLINED;
    }

    /** AF; empty when there is none. */
    public String reasonCode() {
        return message.find("AF").orElse("");
    }

    public String reason() {
        return reason(reasonCode());
    }

    static String reason(String code) {
        return REASONS.getOrDefault(code, "code " + code);
    }

    static String kind(String code) {
        return KINDS.getOrDefault(code, "");
    }

    /** What was really paid; empty when CB is no number. */
    public Optional<Long> minor() {
        return message.find("CB").filter(value -> value.matches("[0-9]{2,12}")).map(Long::valueOf);
    }

    Settlement settlement(long minor, String currency) {
        String approval = message.find("AC").orElse("");
        return new Settlement(
                minor,
                currency,
                new Settlement.Transaction(message.find("CG").orElse(""), approval, approval, "", ""),
                new Settlement.Card(
                        kind(message.find("CC").orElse("")),
                        message.find("AA").map(CardNumbers::masked).orElse(""),
                        approval,
                        message.find("AI").orElse(""),
                        entryMode(),
                        ""));
    }

    boolean hasClearCardNumber() {
        return message.find("AA").filter(CardNumbers::isClear).isPresent();
    }

    private String entryMode() {
        return switch (message.find("CI").orElse("")) {
            case "1" -> "CHIP";
            case "2" -> "CONTACTLESS";
            case "3" -> "STRIPE";
            default -> "";
        };
    }

    /** The lines of a ticket in this field, CK or AK; empty when there is none or it is no base64. */
    List<SlipLine> ticket(String tag) {
        try {
            return message.find(tag)
                    .map(value -> new String(Base64.getDecoder().decode(value), StandardCharsets.ISO_8859_1))
                    .map(text -> PanFilter.mask(text).lines())
                    .map(lines ->
                            lines.map(line -> new SlipLine(line, "", false)).toList())
                    .orElse(List.of());
        } catch (IllegalArgumentException noBase64) {
            return List.of();
        }
    }
}
