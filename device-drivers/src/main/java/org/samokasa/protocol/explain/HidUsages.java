package org.samokasa.protocol.explain;

import java.util.Map;
import java.util.TreeMap;

/**
 * Names of the usages that scanners and scales have. Source: USB-IF, HID Point of Sale Usage Tables 1.02, pages 8C and 8D; page 01 from the
 * general tables.
 */
final class HidUsages {
    private static final Map<Integer, String> NAMES = names();

    private HidUsages() {}

    private static Map<Integer, String> names() {
        Map<Integer, String> all = new TreeMap<>();
        all.put(0x01003B, "byte count");
        all.put(0x8C005F, "prevent read");
        all.put(0x8C0060, "initiate read");
        all.put(0x8C007D, "good read lamp");
        all.put(0x8C0085, "error beep");
        all.put(0x8C0086, "good read beep");
        all.put(0x8C0087, "not on file beep");
        all.put(0x8C00FB, "symbology identifier 1");
        all.put(0x8C00FC, "symbology identifier 2");
        all.put(0x8C00FD, "symbology identifier 3");
        all.put(0x8C00FE, "decoded data");
        all.put(0x8C00FF, "decoded data continued");
        all.put(0x8D0040, "data weight");
        all.put(0x8D0041, "data scaling");
        String[] units = {
            "milligram",
            "gram",
            "kilogram",
            "carat",
            "tael",
            "grain",
            "pennyweight",
            "metric ton",
            "avoir ton",
            "troy ounce",
            "ounce",
            "pound"
        };
        for (int i = 0; i < units.length; i++) {
            all.put(0x8D0051 + i, "unit " + units[i]);
        }
        String[] states = {
            "fault",
            "stable at zero",
            "in motion",
            "weight stable",
            "under zero",
            "over weight limit",
            "requires calibration",
            "requires rezeroing"
        };
        for (int i = 0; i < states.length; i++) {
            all.put(0x8D0071 + i, "status " + states[i]);
        }
        all.put(0x8D0050, "weight unit");
        all.put(0x8D0070, "scale status");
        all.put(0x8D0080, "zero scale");
        all.put(0x8D0081, "enforced zero return");
        return all;
    }

    /** For instance {@code 8C:FE decoded data}; only the numbers for usages of others. */
    static String name(int usage) {
        String number = String.format("%02X:%02X", usage >>> 16, usage & 0xFFFF);
        String name = NAMES.get(usage);
        return name == null ? number : number + " " + name;
    }
}
