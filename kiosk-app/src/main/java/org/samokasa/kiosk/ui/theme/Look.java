package org.samokasa.kiosk.ui.theme;

import java.awt.Font;
import javax.swing.UIManager;

/**
 * Sizes on one display. People's fingers and eyes are measured in millimetres, so everything here is.
 *
 * @param pxPerMm pixels in a millimetre of glass
 */
public record Look(double pxPerMm) {
    /** Height of capital letters no text goes below (ADA 2010 section 707, the figure for cash machines). */
    private static final double CAPITAL_MM = 4.8;

    /** Capital height of Noto Sans as a share of its size (OS/2 table: 714 of 1000). */
    private static final double CAPITAL_SHARE = 0.714;

    private static final double MM_PER_INCH = 25.4;

    /** @param diagonalTenthInches of the real glass, from the configuration: what displays say of themselves is wrong */
    public static Look of(int width, int height, int diagonalTenthInches) {
        return new Look(Math.hypot(width, height) / (diagonalTenthInches / 10.0 * MM_PER_INCH));
    }

    /** Pixels for so many millimetres, at least one. */
    public int mm(double millimetres) {
        return (int) Math.max(1, Math.round(millimetres * pxPerMm));
    }

    public Font font(Type type) {
        double size = CAPITAL_MM / CAPITAL_SHARE * pxPerMm * type.times();
        return Typeface.font(type.bold(), (float) size);
    }

    /** Width of the border of a control; the high contrast theme draws it thicker. */
    public int border() {
        Object times = UIManager.get("Kiosk.borderTimes");
        return Math.max(1, mm(0.5)) * (times instanceof Integer more ? more : 1);
    }

    public int controlArc() {
        return mm(6);
    }

    public int cardArc() {
        return mm(8);
    }

    public int gap() {
        return mm(4);
    }
}
