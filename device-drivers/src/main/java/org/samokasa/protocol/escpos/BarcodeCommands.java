package org.samokasa.protocol.escpos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.samokasa.protocol.Bytes;

/**
 * Bar codes to bytes (sheet section 5). A printer prints wrong data as text or not at all and says nothing, so the data are
 * checked here.
 */
final class BarcodeCommands {
    private static final int GS = 0x1D;
    private static final int EAN_13 = 0x43;
    private static final int CODE_128 = 0x49;
    /** Height 80 dots (10 mm), module 2 dots (0.25 mm), digits below: the sheet's example. */
    private static final Bytes LOOK = Bytes.of(GS, 'h', 0x50, GS, 'w', 2, GS, 'H', 2);

    private static final int MODULE_DOTS = 2;
    /** Start and check symbol with 11 modules each, stop with 13 (ISO/IEC 15417). */
    private static final int FRAME_MODULES = 35;

    private static final int SYMBOL_MODULES = 11;
    /** GS1 General Specifications, section 3.2: identifiers of a predefined length need no FNC1 behind their data. */
    private static final Pattern FIXED = Pattern.compile("0[0-4]|1[1-9]|20|3[1-6][0-9]{2}|41[0-9]");

    private static final Pattern ELEMENT = Pattern.compile("\\(([0-9]{2,4})\\)([!-'*-~]+)");

    private BarcodeCommands() {}

    /**
     * Empty for content that such a code cannot hold, or not on paper of this width.
     *
     * @param dots printable width
     */
    static Optional<Bytes> encode(PrintPiece.Barcode barcode, int dots) {
        int symbols = (dots / MODULE_DOTS - FRAME_MODULES) / SYMBOL_MODULES;
        return switch (barcode.kind()) {
            case EAN_13 -> ean13(barcode.content());
            case CODE_128 -> code128(barcode.content(), symbols);
            case GS1_128 -> gs1(barcode.content(), symbols);
        };
    }

    private static Optional<Bytes> ean13(String digits) {
        if (!digits.matches("[0-9]{12,13}") || digits.length() == 13 && !hasRightCheckDigit(digits)) {
            return Optional.empty();
        }
        return Optional.of(command(EAN_13, Bytes.ascii(digits.substring(0, 12))));
    }

    private static boolean hasRightCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }

    private static Optional<Bytes> code128(String text, int symbolsMax) {
        if (!text.matches("[ -~]+")) {
            return Optional.empty();
        }
        boolean digits = text.length() > 2 && arePairs(text);
        Bytes data =
                digits ? Bytes.ascii("{C").plus(pairs(text)) : Bytes.ascii("{B").plus(literal(text));
        return fitting(data, digits ? text.length() / 2 : text.length(), symbolsMax);
    }

    /** Digits for set C, but none of 16 04, 16 05, 16 20: their bytes are those of real-time commands. */
    private static boolean arePairs(String text) {
        return text.matches("([0-9]{2})+") && !text.matches("([0-9]{2})*16(04|05|20)([0-9]{2})*");
    }

    /** In set C each byte is a pair of digits. */
    private static Bytes pairs(String digits) {
        int[] values = new int[digits.length() / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = Integer.parseInt(digits.substring(2 * i, 2 * i + 2));
        }
        return Bytes.of(values);
    }

    private static Bytes literal(String text) {
        return Bytes.ascii(text.replace("{", "{{"));
    }

    private static Optional<Bytes> gs1(String text, int symbolsMax) {
        List<String> elements = elements(text);
        if (elements.isEmpty()) {
            return Optional.empty();
        }
        boolean digits = elements.stream().allMatch(BarcodeCommands::arePairs);
        Bytes data = Bytes.ascii(digits ? "{C{1" : "{B{1");
        int symbols = 1;
        for (int i = 0; i < elements.size(); i++) {
            String element = elements.get(i);
            data = data.plus(digits ? pairs(element) : literal(element));
            symbols += digits ? element.length() / 2 : element.length();
            if (i + 1 < elements.size() && !FIXED.matcher(element).lookingAt()) {
                data = data.plus(Bytes.ascii("{1"));
                symbols++;
            }
        }
        return fitting(data, symbols, symbolsMax);
    }

    /** Identifier and data of each element; none when the text is not made of elements from end to end. */
    private static List<String> elements(String text) {
        List<String> elements = new ArrayList<>();
        Matcher element = ELEMENT.matcher(text);
        int end = 0;
        while (element.find() && element.start() == end) {
            elements.add(element.group(1) + element.group(2));
            end = element.end();
        }
        return end == text.length() ? elements : List.of();
    }

    private static Optional<Bytes> fitting(Bytes data, int symbols, int symbolsMax) {
        return symbols > symbolsMax ? Optional.empty() : Optional.of(command(CODE_128, data));
    }

    private static Bytes command(int kind, Bytes data) {
        return LOOK.plus(Bytes.of(GS, 'k', kind, data.size())).plus(data);
    }
}
