package org.samokasa.sim.device.scanner;

/** Chooses the symbology a label in a shop would have. Source: protocol sheet scanner-serial, section 3. */
public final class AimIdentifier {
    public static final int LENGTH = 3;

    private AimIdentifier() {}

    /** The text with an AIM identifier; texts that have one are left alone. */
    public static String ensure(String text) {
        if (text.length() > LENGTH && text.charAt(0) == ']') {
            return text;
        }
        if (text.matches("[0-9]{13}")) {
            return "]E0" + text;
        }
        if (text.matches("[0-9]{12}")) {
            // UPC-A comes as EAN-13 with a leading zero when identifiers are on.
            return "]E00" + text;
        }
        if (text.matches("[0-9]{8}")) {
            return "]E4" + text;
        }
        if (text.matches("01[0-9]{14}.*")) {
            return "]d2" + text;
        }
        return (text.contains("://") || !text.matches("\\p{ASCII}*") ? "]Q1" : "]C0") + text;
    }
}
