package org.samokasa.kiosk.ui.theme;

import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatPropertiesLaf;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;

/** The looks a lane can have. Each is one FlatLaf properties file beside the other resources. */
public enum Theme {
    LIGHT,
    DARK,
    CONTRAST;

    /** @throws IllegalArgumentException for a name there is no theme of */
    public static Theme named(String name) {
        for (Theme theme : values()) {
            if (theme.fileName().equals(name)) {
                return theme;
            }
        }
        throw new IllegalArgumentException("no theme '" + name + "', there are light, dark and contrast");
    }

    private String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Makes this the look of everything that is built or painted from now on. Event thread only. */
    public void install() {
        // Sizes come in millimetres from Look; FlatLaf must not scale them a second time by the font (UX.md section 8,
        // a).
        System.setProperty("flatlaf.uiScale", "1");
        System.setProperty("flatlaf.animation", "false");
        FlatLaf.setup(new FlatPropertiesLaf("Samokasa " + fileName(), tokens()));
    }

    /** The file's own entries, for the test that computes their contrasts. */
    public Properties tokens() {
        Properties tokens = new Properties();
        String file = "/org/samokasa/kiosk/ui/theme/" + fileName() + ".properties";
        try (InputStream bytes = Theme.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException("theme file " + file + " is missing");
            }
            tokens.load(bytes);
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException("theme file " + file + " cannot be read", e);
        }
    }
}
