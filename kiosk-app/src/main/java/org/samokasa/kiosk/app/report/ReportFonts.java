package org.samokasa.kiosk.app.report;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The kiosk's own fonts, so that a report looks the same on a machine without any. */
final class ReportFonts {
    private static final String FOLDER = "/org/samokasa/kiosk/ui/fonts/";
    private static final Font PLAIN = font("Regular");
    private static final Font BOLD = font("Bold");

    private ReportFonts() {}

    static Font plain(int size) {
        return PLAIN.deriveFont((float) size);
    }

    static Font bold(int size) {
        return BOLD.deriveFont((float) size);
    }

    /** @param weight {@code Regular} or {@code Bold} */
    static InputStream file(String weight) {
        return ReportFonts.class.getResourceAsStream(FOLDER + "NotoSans-" + weight + ".ttf");
    }

    private static Font font(String weight) {
        try (InputStream file = file(weight)) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the font we ship is damaged: " + e.getMessage(), e);
        }
    }
}
