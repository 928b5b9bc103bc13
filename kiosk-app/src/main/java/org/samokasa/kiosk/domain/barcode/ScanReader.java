package org.samokasa.kiosk.domain.barcode;

import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.domain.barcode.Scan.MeasuredItem;
import org.samokasa.kiosk.domain.barcode.Scan.ProduceCode;
import org.samokasa.kiosk.domain.barcode.Scan.Reason;
import org.samokasa.kiosk.domain.barcode.Scan.Refused;
import org.samokasa.kiosk.domain.barcode.Scan.StoreItem;
import org.samokasa.kiosk.domain.barcode.Scan.TradeItem;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.money.Money;

/**
 * Reads scanner messages: EAN/UPC with or without AIM identifier, in-store numbers by the shop's rules, produce numbers.
 *
 * @param rules the shop's reading of in-store numbers, first match wins
 * @param currency of price labels
 */
public record ScanReader(List<MeasureRule> rules, String currency) {
    private static final int LONGEST = 4096;

    public ScanReader {
        rules = List.copyOf(rules);
    }

    /** Never throws: what cannot be read is {@link Refused} with its reason. */
    public Scan read(String raw) {
        String aim = raw.matches("(?s)\\][A-Za-z][0-9A-F].*") ? raw.substring(0, 3) : "";
        String data = raw.substring(aim.length());
        Message message = new Message(raw, aim, data);
        if (raw.length() > LONGEST) {
            return message.refused("", Reason.NOT_A_NUMBER, raw.length() + " characters");
        }
        return switch (aim) {
            case "]E0" -> eanThirteen(message, data);
            case "]E1", "]E2" -> message.refused("EAN add-on", Reason.ADDON_ONLY, "an add-on without its main code");
            case "]E3" -> withAddOn(message);
            case "]E4" -> eanEight(message);
            case "]I0", "]I1" -> fourteen(message, "ITF-14");
            case "]e0" -> dataBar(message);
            case "" -> guessed(message);
            default -> other(message);
        };
    }

    private record Message(String raw, String aim, String data) {
        Refused refused(String symbology, Reason reason, String detail) {
            return new Refused(raw, aim, symbology, reason, detail, Optional.empty());
        }

        Refused unlessListed(String symbology, Reason reason, String detail, String number) {
            return new Refused(raw, aim, symbology, reason, detail, Optional.of(ItemKey.gtin(number)));
        }

        boolean digits(int length) {
            return data.length() == length && isDigits(data);
        }
    }

    private Scan eanThirteen(Message message, String data) {
        // Some scanners send UPC-A with 12 digits in spite of ]E0 (scanner-serial.md, section 3).
        String padded = data.length() == 12 ? "0" + data : data;
        if (padded.length() != 13 || !isDigits(padded)) {
            return message.refused("EAN-13", Reason.NOT_A_NUMBER, "13 digits expected after ]E0, got '" + data + "'");
        }
        return thirteen(message, padded, padded.startsWith("0") ? "UPC-A" : "EAN-13");
    }

    private Scan withAddOn(Message message) {
        String data = message.data();
        if (!isDigits(data) || (data.length() != 15 && data.length() != 18)) {
            return message.refused("EAN-13", Reason.NOT_A_NUMBER, "15 or 18 digits expected after ]E3");
        }
        return thirteen(message, data.substring(0, 13), "EAN-13");
    }

    private Scan eanEight(Message message) {
        if (!message.digits(8)) {
            return message.refused("EAN-8", Reason.NOT_A_NUMBER, "8 digits expected after ]E4");
        }
        return eight(message);
    }

    private Scan eight(Message message) {
        String data = message.data();
        if (!CheckDigit.fits(data)) {
            return badCheckDigit(message, "EAN-8", data);
        }
        if (data.startsWith("0") || data.startsWith("2")) {
            return new StoreItem(message.raw(), message.aim(), "EAN-8", ItemKey.store(data));
        }
        return trade(message, "EAN-8", data);
    }

    private Scan dataBar(Message message) {
        String data = message.data();
        if (data.length() == 16 && data.startsWith("01") && isDigits(data)) {
            return fourteen(new Message(message.raw(), message.aim(), data.substring(2)), "GS1 DataBar");
        }
        return message.refused("GS1 DataBar", Reason.NOT_READ_YET, "a GS1 element string with more than a GTIN");
    }

    private Scan fourteen(Message message, String symbology) {
        String data = message.data();
        if (!message.digits(14)) {
            return message.refused(symbology, Reason.NOT_A_NUMBER, "14 digits expected");
        }
        if (!CheckDigit.fits(data)) {
            return badCheckDigit(message, symbology, data);
        }
        if (data.charAt(0) != '0') {
            return message.unlessListed(
                    symbology, Reason.LOGISTIC_UNIT, "indicator " + data.charAt(0) + ": a carton", data);
        }
        return trade(message, symbology, data);
    }

    private Scan guessed(Message message) {
        String data = message.data();
        if (!isDigits(data)) {
            return message.refused("", Reason.NOT_A_NUMBER, "no identifier and not only digits");
        }
        return switch (data.length()) {
            case 4, 5 -> produce(message);
            case 8 -> eight(message);
            case 12 -> thirteen(message, "0" + data, "UPC-A");
            case 13 -> thirteen(message, data, "EAN-13");
            case 14 -> fourteen(message, "ITF-14");
            default -> message.refused("", Reason.NOT_A_NUMBER, data.length() + " digits fit no article number");
        };
    }

    /** IFPS: 3000 to 4999 conventional, 9 before it organic, 83000 to 84999 an ordinary extension. */
    private Scan produce(Message message) {
        if (message.data().matches("[34][0-9]{3}|9[34][0-9]{3}|8[34][0-9]{3}")) {
            ItemKey key = ItemKey.plu(message.data());
            return new ProduceCode(message.raw(), message.aim(), "PLU", key);
        }
        return message.refused("", Reason.NOT_A_NUMBER, "no produce number: " + message.data());
    }

    private Scan thirteen(Message message, String digits, String symbology) {
        if (!CheckDigit.fits(digits)) {
            return badCheckDigit(message, symbology, digits);
        }
        String shown = digits.startsWith("0") && "UPC-A".equals(symbology) ? "UPC-A" : "EAN-13";
        if (digits.startsWith("02") || digits.startsWith("2")) {
            return inStore(message, digits, shown);
        }
        if (digits.startsWith("04")) {
            return new StoreItem(message.raw(), message.aim(), shown, ItemKey.store(digits));
        }
        if (digits.matches("(05|98|99).*")) {
            return message.unlessListed(
                    shown, Reason.COUPON_NOT_HERE, "coupons and vouchers are not taken yet", digits);
        }
        if (digits.startsWith("0000000")) {
            return message.unlessListed(shown, Reason.NOT_FOR_GOODS, "a number inside one company only", digits);
        }
        return trade(message, shown, digits);
    }

    private Scan inStore(Message message, String digits, String symbology) {
        Optional<MeasureRule> rule =
                rules.stream().filter(candidate -> candidate.appliesTo(digits)).findFirst();
        if (rule.isEmpty()) {
            return new StoreItem(message.raw(), message.aim(), symbology, ItemKey.store(digits));
        }
        return measured(message, digits, symbology, rule.get());
    }

    private Scan measured(Message message, String digits, String symbology, MeasureRule rule) {
        if (!rule.verifierAgrees(digits)) {
            return message.refused(symbology, Reason.BAD_CHECK_DIGIT, "the verifier digit speaks against the value");
        }
        long value = Long.parseLong(rule.value(digits));
        if (value == 0) {
            return message.refused(symbology, Reason.EMPTY_MEASURE, "a label without weight or price");
        }
        ItemKey key = ItemKey.store(rule.zeroed(digits));
        int missing = (rule.carriesWeight() ? 3 : Money.decimals(currency)) - rule.decimals();
        long scaled = missing >= 0 ? value * tenTo(missing) : value / tenTo(-missing);
        Optional<Integer> grams = rule.carriesWeight() ? Optional.of((int) scaled) : Optional.empty();
        Optional<Money> price = rule.carriesWeight() ? Optional.empty() : Optional.of(Money.of(scaled, currency));
        return new MeasuredItem(message.raw(), message.aim(), symbology, key, grams, price);
    }

    private static long tenTo(int power) {
        long result = 1;
        for (int i = 0; i < power; i++) {
            result *= 10;
        }
        return result;
    }

    private static Scan trade(Message message, String symbology, String number) {
        if (number.chars().allMatch(digit -> digit == '0')) {
            return message.refused(symbology, Reason.NOT_A_NUMBER, "all zeros");
        }
        ItemKey key = ItemKey.gtin(number);
        return new TradeItem(message.raw(), message.aim(), symbology, key.number(), key);
    }

    private static Scan badCheckDigit(Message message, String symbology, String number) {
        int expected = CheckDigit.mod10(number.substring(0, number.length() - 1));
        return message.refused(symbology, Reason.BAD_CHECK_DIGIT, "check digit " + expected + " expected in " + number);
    }

    private static Scan other(Message message) {
        String aim = message.aim();
        if (List.of("]C1", "]d2", "]d5", "]Q3", "]Q4", "]J1", "]e1").contains(aim)) {
            return message.refused("GS1", Reason.NOT_READ_YET, "GS1 element strings are not read yet");
        }
        if (aim.startsWith("]Q") || aim.startsWith("]d")) {
            return message.refused("2D", Reason.NOT_READ_YET, "links and 2D codes are not read yet");
        }
        return message.refused("", Reason.NOT_FOR_GOODS, "symbology " + aim + " does not mark goods");
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
