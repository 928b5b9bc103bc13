package org.samokasa.protocol.symbology;

import java.util.Map;

/** Puts the AIM identifier before a text whose reader named the symbology in its own way. */
public final class Symbology {
    /** Identifier for texts that need no other change. Modifiers are those of a plain symbol where the name says no more. */
    private static final Map<Integer, String> OEM = Map.ofEntries(
            Map.entry(0x0A, "]A0"),
            Map.entry(0x0C, "]S0"),
            Map.entry(0x0D, "]I0"),
            Map.entry(0x0E, "]F0"),
            Map.entry(0x18, "]C0"),
            Map.entry(0x19, "]G0"),
            Map.entry(0x20, "]e0"),
            Map.entry(0x21, "]e0"),
            Map.entry(0x22, "]e0"),
            Map.entry(0x23, "]e0"),
            Map.entry(0x25, "]C1"),
            Map.entry(0x2A, "]e0"),
            Map.entry(0x2B, "]e0"),
            Map.entry(0x2E, "]L0"),
            Map.entry(0x2F, "]U0"),
            Map.entry(0x32, "]d1"),
            Map.entry(0x33, "]Q1"),
            Map.entry(0x34, "]z0"),
            Map.entry(0x36, "]d2"),
            Map.entry(0x37, "]Q3"),
            Map.entry(0x38, "]L0"));

    private static final Map<Integer, String> HONEYWELL = Map.ofEntries(
            Map.entry(0x49, "]C1"),
            Map.entry(0x52, "]L0"),
            Map.entry(0x61, "]F0"),
            Map.entry(0x62, "]A0"),
            Map.entry(0x65, "]I0"),
            Map.entry(0x66, "]S0"),
            Map.entry(0x67, "]M0"),
            Map.entry(0x68, "]H0"),
            Map.entry(0x69, "]G0"),
            Map.entry(0x6A, "]C0"),
            Map.entry(0x72, "]L0"),
            Map.entry(0x73, "]Q1"),
            Map.entry(0x77, "]d1"),
            Map.entry(0x78, "]U0"),
            Map.entry(0x79, "]e0"),
            Map.entry(0x7A, "]z0"),
            Map.entry(0x7B, "]e0"),
            Map.entry(0x7C, "]C1"),
            Map.entry(0x7D, "]e0"));

    /** Digits of the main symbol, of which an add-on may follow. */
    private static final int UPC_A_DIGITS = 12;

    private static final int EAN_8_DIGITS = 8;

    private Symbology() {}

    /** For the one byte with which IBM/OEM readers end a UPC/EAN label (scanner-usb 4.3). */
    public static String ofOemShort(int code, String text) {
        return switch (code) {
            case 0x0D -> upcA(text);
            case 0x0A -> "]E00" + UpcE.expand(text);
            case 0x16 -> "]E0" + text;
            case 0x0C -> "]E4" + text;
            default -> text;
        };
    }

    /** For the middle of the three bytes with which they end every other label; unknown ones leave the text alone. */
    public static String ofOemLong(int code, String text) {
        return switch (code) {
            case 0x11, 0x16 -> text.length() > UPC_A_DIGITS ? "]E30" + text : upcA(text);
            case 0x13, 0x15 -> "]E3" + text;
            case 0x12 -> upcEWithAddOn(text, 2);
            case 0x14 -> upcEWithAddOn(text, 5);
            case 0x17, 0x1D -> ean8WithAddOn(text);
            default -> OEM.getOrDefault(code, "") + text;
        };
    }

    /** For the letter of Honeywell readers (scanner-serial 5.3); unknown ones leave the text alone. */
    public static String ofHoneywell(int code, String text) {
        return switch (code) {
            case 0x63 -> upcA(text);
            case 0x64 -> "]E0" + text;
            case 0x44 -> "]E4" + text;
            case 0x45 -> "]E00" + UpcE.expand(text);
            default -> HONEYWELL.getOrDefault(code, "") + text;
        };
    }

    /** AIM writes UPC-A as EAN-13 with a zero before it; some readers have put it there already. */
    private static String upcA(String text) {
        return (text.length() == UPC_A_DIGITS ? "]E00" : "]E0") + text;
    }

    private static String upcEWithAddOn(String text, int digits) {
        int main = text.length() - digits;
        return main < 6 ? text : "]E30" + UpcE.expand(text.substring(0, main)) + text.substring(main);
    }

    /** AIM has no joint form for it: two identifiers in one text, the older way. */
    private static String ean8WithAddOn(String text) {
        if (text.length() <= EAN_8_DIGITS) {
            return "]E4" + text;
        }
        String more = text.substring(EAN_8_DIGITS);
        return "]E4" + text.substring(0, EAN_8_DIGITS) + (more.length() == 2 ? "]E1" : "]E2") + more;
    }
}
