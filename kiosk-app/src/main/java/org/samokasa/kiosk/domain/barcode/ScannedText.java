package org.samokasa.kiosk.domain.barcode;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.samokasa.kiosk.domain.barcode.Scan.Reason;
import org.samokasa.kiosk.domain.barcode.Scan.Refused;
import org.samokasa.kiosk.domain.barcode.gs1.ElementString;
import org.samokasa.kiosk.domain.catalogue.ItemKey;

/**
 * A scanner message taken apart.
 *
 * @param raw as it came
 * @param aim its AIM identifier, empty without one
 * @param data what the symbol held
 */
record ScannedText(String raw, String aim, String data) {
    private static final Pattern AIM = Pattern.compile("(?s)(\\][A-Za-z][0-9A-F])(.*)");
    /** Names that some readers and decoders put in front instead of an AIM identifier. */
    private static final Pattern NAMED = Pattern.compile("(?s)([A-Z][A-Z0-9_]+):(.*)");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("EAN_13", "]E0"),
            Map.entry("UPC_A", "]E0"),
            Map.entry("UPC_E", "]E0"),
            Map.entry("EAN_8", "]E4"),
            Map.entry("ITF", "]I0"),
            Map.entry("CODE_128", "]C0"),
            Map.entry("RSS_14", "]e0"),
            Map.entry("RSS_EXPANDED", "]e0"),
            Map.entry("DATA_MATRIX", "]d2"),
            Map.entry("QR_CODE", "]Q1"));
    /** How programs between reader and till write a separator; none of these can stand in an element's value. */
    private static final Pattern SEPARATORS =
            Pattern.compile("\\{GS\\}|<GS>|\\^\\]|\\\\x1[dD]|\\\\u001[dD]|\\{0x1[dD]\\}");

    static ScannedText of(String raw) {
        if (isDigits(raw)) {
            return new ScannedText(raw, "", raw);
        }
        Matcher aim = AIM.matcher(raw);
        if (aim.matches()) {
            return new ScannedText(raw, aim.group(1), aim.group(2));
        }
        Matcher named = NAMED.matcher(raw);
        if (named.matches() && NAMES.containsKey(named.group(1))) {
            String data = named.group(2);
            boolean halfArticle = named.group(1).equals("RSS_14") && !data.startsWith("01");
            return new ScannedText(raw, NAMES.get(named.group(1)), halfArticle ? "01" + data : data);
        }
        return new ScannedText(raw, "", raw);
    }

    /** The data with separators as separators, whatever a keyboard or a log made of them. */
    String separated() {
        return isDigits() ? data : SEPARATORS.matcher(data).replaceAll(String.valueOf(ElementString.SEPARATOR));
    }

    ScannedText with(String otherData) {
        return new ScannedText(raw, aim, otherData);
    }

    Refused refused(String symbology, Reason reason, String detail) {
        return new Refused(raw, aim, symbology, reason, detail, Optional.empty());
    }

    Refused unlessListed(String symbology, Reason reason, String detail, String number) {
        return new Refused(raw, aim, symbology, reason, detail, Optional.of(ItemKey.gtin(number)));
    }

    boolean isDigits() {
        return isDigits(data);
    }

    static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
