package org.samokasa.kiosk.ui.theme;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Noto Sans as bundled. Held, never looked up by name: a system's own copy may lack letters (UX.md section 8). */
public final class Typeface {
    private static final Font REGULAR = load("NotoSans-Regular.ttf");
    private static final Font BOLD = load("NotoSans-Bold.ttf");

    private Typeface() {}

    public static Font font(boolean bold, float size) {
        return (bold ? BOLD : REGULAR).deriveFont(size);
    }

    private static Font load(String file) {
        try (InputStream bytes = Typeface.class.getResourceAsStream("/org/samokasa/kiosk/ui/fonts/" + file)) {
            if (bytes == null) {
                throw new IllegalStateException("font " + file + " is missing");
            }
            return Font.createFont(Font.TRUETYPE_FONT, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("font " + file + " cannot be read", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("font " + file + " is damaged", e);
        }
    }
}
