package org.samokasa.kiosk.domain.barcode;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.samokasa.kiosk.domain.barcode.Scan.MeasuredItem;
import org.samokasa.kiosk.domain.barcode.Scan.ProduceCode;
import org.samokasa.kiosk.domain.barcode.Scan.Reason;
import org.samokasa.kiosk.domain.barcode.Scan.StoreItem;
import org.samokasa.kiosk.domain.barcode.Scan.TradeItem;
import org.samokasa.kiosk.domain.barcode.gs1.CheckDigit;
import org.samokasa.kiosk.domain.barcode.gs1.DigitalLink;
import org.samokasa.kiosk.domain.barcode.gs1.ElementString;
import org.samokasa.kiosk.domain.barcode.gs1.UpcE;
import org.samokasa.kiosk.domain.catalogue.ItemKey;

/**
 * Reads scanner messages: EAN/UPC, GS1 element strings and web links with or without AIM identifier, in-store numbers by
 * the shop's rules, produce numbers.
 *
 * @param rules the shop's reading of in-store numbers, first match wins
 * @param currency of price labels
 */
public record ScanReader(List<MeasureRule> rules, String currency) {
    /** A full QR code holds 7,089 digits; no code on goods comes near. */
    private static final int LONGEST = 8192;

    /** Digits of a code with add-on: 13 and 2 (periodicals) or 13 and 5 (books). */
    private static final List<Integer> WITH_ADD_ON = List.of(15, 18);

    private static final Pattern COUPONS = Pattern.compile("05|98[0-3]|99");

    public ScanReader {
        rules = List.copyOf(rules);
    }

    /**
     * Never throws: what cannot be read is {@link Scan.Refused} with its reason.
     *
     * @param today of the shop; GS1 dates have no century of their own
     */
    public Scan read(String raw, LocalDate today) {
        ScannedText text = ScannedText.of(raw);
        if (raw.length() > LONGEST) {
            return text.refused("", Reason.NOT_A_NUMBER, raw.length() + " characters");
        }
        return switch (text.aim()) {
            case "]E0" -> eanThirteen(text);
            case "]E1", "]E2" -> text.refused("EAN add-on", Reason.ADDON_ONLY, "an add-on without its main code");
            case "]E3" -> withAddOn(text);
            case "]E4" -> eanEight(text);
            case "]I0", "]I1" -> fourteen(text, "ITF-14");
            case "]I3" -> withoutCheckDigit(text);
            case "" -> guessed(text, today);
            default -> other(text, today);
        };
    }

    private Scan eanThirteen(ScannedText text) {
        String data = text.data();
        if (!text.isDigits()) {
            return text.refused("EAN-13", Reason.NOT_A_NUMBER, "digits expected after ]E0, got '" + data + "'");
        }
        // Some scanners send UPC-A with 12 digits and UPC-E unexpanded in spite of ]E0 (scanner-serial.md, section 3).
        return switch (data.length()) {
            case 13 -> thirteen(text, data, data.startsWith("0") ? "UPC-A" : "EAN-13");
            case 12 -> thirteen(text, "0" + data, "UPC-A");
            case 6, 7, 8 -> shortUpc(text);
            default -> text.refused("EAN-13", Reason.BAD_LENGTH, "13 digits expected after ]E0, got " + data.length());
        };
    }

    private Scan shortUpc(ScannedText text) {
        try {
            return thirteen(text, "0" + UpcE.expand(text.data()), "UPC-E");
        } catch (IllegalArgumentException no) {
            return text.refused("UPC-E", Reason.BAD_LENGTH, no.getMessage());
        }
    }

    private Scan withAddOn(ScannedText text) {
        String data = text.data();
        if (!text.isDigits() || !WITH_ADD_ON.contains(data.length())) {
            return text.refused("EAN-13", Reason.BAD_LENGTH, "15 or 18 digits expected after ]E3");
        }
        Scan main = thirteen(text, data.substring(0, 13), data.startsWith("0") ? "UPC-A" : "EAN-13");
        return main instanceof TradeItem item
                ? new TradeItem(item.raw(), item.aim(), item.symbology(), item.gtin14(), item.key(), data.substring(13))
                : main;
    }

    private Scan eanEight(ScannedText text) {
        if (!text.isDigits() || text.data().length() != 8) {
            return text.refused("EAN-8", Reason.BAD_LENGTH, "8 digits expected after ]E4");
        }
        return eight(text);
    }

    private Scan eight(ScannedText text) {
        String data = text.data();
        if (!CheckDigit.fits(data)) {
            return badCheckDigit(text, "EAN-8", data);
        }
        if (data.startsWith("0") || data.startsWith("2")) {
            return new StoreItem(text.raw(), text.aim(), "EAN-8", ItemKey.store(data));
        }
        return trade(text, "EAN-8", data);
    }

    private Scan withoutCheckDigit(ScannedText text) {
        if (!text.isDigits() || text.data().length() != 13) {
            return text.refused("ITF-14", Reason.BAD_LENGTH, "13 digits expected after ]I3");
        }
        return fourteen(text.with(text.data() + CheckDigit.mod10(text.data())), "ITF-14");
    }

    private Scan fourteen(ScannedText text, String symbology) {
        String data = text.data();
        if (!text.isDigits() || data.length() != 14) {
            return text.refused(symbology, Reason.BAD_LENGTH, "14 digits expected");
        }
        if (!CheckDigit.fits(data)) {
            return badCheckDigit(text, symbology, data);
        }
        if (data.charAt(0) != '0') {
            return text.unlessListed(
                    symbology, Reason.LOGISTIC_UNIT, "indicator " + data.charAt(0) + ": a carton", data);
        }
        return trade(text, symbology, data);
    }

    private Scan guessed(ScannedText text, LocalDate today) {
        String data = text.data();
        if (DigitalLink.isAddress(data) || data.startsWith("(") || ElementString.looksLikeOne(text.separated())) {
            return new MarkReader(text, "", currency, today).read();
        }
        if (!text.isDigits()) {
            return text.refused("", Reason.NOT_A_NUMBER, "no identifier and not only digits");
        }
        return switch (data.length()) {
            case 4, 5 -> produce(text);
            case 8 -> eight(text);
            case 12 -> thirteen(text, "0" + data, "UPC-A");
            case 13 -> thirteen(text, data, "EAN-13");
            case 14 -> fourteen(text, "ITF-14");
            case 15, 18 -> withAddOn(text);
            default -> text.refused("", Reason.BAD_LENGTH, data.length() + " digits fit no article number");
        };
    }

    private static Scan produce(ScannedText text) {
        if (ProduceNumber.isOne(text.data())) {
            return new ProduceCode(text.raw(), text.aim(), "PLU", ItemKey.plu(text.data()));
        }
        return text.refused("", Reason.NOT_A_NUMBER, "no produce number: " + text.data());
    }

    /** @param named UPC-A and UPC-E are told apart by whoever knows; a leading zero alone makes no UPC-A */
    private Scan thirteen(ScannedText text, String digits, String named) {
        if (!CheckDigit.fits(digits)) {
            return badCheckDigit(text, named, digits);
        }
        String shown = digits.startsWith("0") ? named : "EAN-13";
        if (digits.startsWith("0000000")) {
            return text.unlessListed(shown, Reason.NOT_FOR_GOODS, "a number inside one company only", digits);
        }
        if (digits.startsWith("02") || digits.startsWith("2")) {
            return inStore(text, digits, shown);
        }
        if (digits.startsWith("04")) {
            return new StoreItem(text.raw(), text.aim(), shown, ItemKey.store(digits));
        }
        if (COUPONS.matcher(digits).lookingAt()) {
            return text.unlessListed(shown, Reason.COUPON_NOT_HERE, "coupons and vouchers are not taken yet", digits);
        }
        return trade(text, shown, digits);
    }

    private Scan inStore(ScannedText text, String digits, String symbology) {
        Optional<MeasureRule> rule =
                rules.stream().filter(candidate -> candidate.appliesTo(digits)).findFirst();
        if (rule.isEmpty()) {
            return new StoreItem(text.raw(), text.aim(), symbology, ItemKey.store(digits));
        }
        return measured(text, digits, symbology, rule.get());
    }

    private Scan measured(ScannedText text, String digits, String symbology, MeasureRule rule) {
        if (!rule.verifierAgrees(digits)) {
            return text.refused(symbology, Reason.BAD_CHECK_DIGIT, "the verifier digit speaks against the value");
        }
        if (Long.parseLong(rule.value(digits)) == 0) {
            return text.refused(symbology, Reason.VARIABLE_WITHOUT_MEASURE, "a label without weight or price");
        }
        return new MeasuredItem(
                text.raw(),
                text.aim(),
                symbology,
                ItemKey.store(rule.zeroed(digits)),
                rule.grams(digits),
                rule.pieces(digits),
                rule.price(digits, currency));
    }

    private static Scan trade(ScannedText text, String symbology, String number) {
        if (number.chars().allMatch(digit -> digit == '0')) {
            return text.refused(symbology, Reason.NOT_A_NUMBER, "all zeros");
        }
        ItemKey key = ItemKey.gtin(number);
        return new TradeItem(text.raw(), text.aim(), symbology, key.number(), key, "");
    }

    private static Scan badCheckDigit(ScannedText text, String symbology, String number) {
        int expected = CheckDigit.mod10(number.substring(0, number.length() - 1));
        return text.refused(symbology, Reason.BAD_CHECK_DIGIT, "check digit " + expected + " expected in " + number);
    }

    private Scan other(ScannedText text, LocalDate today) {
        Optional<Carrier> carrier = Carrier.of(text.aim());
        if (carrier.isEmpty()) {
            return text.refused("", Reason.NOT_FOR_GOODS, "symbology " + text.aim() + " does not mark goods");
        }
        String symbology = carrier.get().symbology();
        if (carrier.get().holdsElements() || DigitalLink.isAddress(text.data())) {
            return new MarkReader(text, symbology, currency, today).read();
        }
        return text.refused(symbology, Reason.NOT_FOR_GOODS, "neither GS1 data nor a link to an article");
    }
}
