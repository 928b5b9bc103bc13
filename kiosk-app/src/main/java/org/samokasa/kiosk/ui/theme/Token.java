package org.samokasa.kiosk.ui.theme;

import java.awt.Color;
import javax.swing.UIManager;

/** A colour by its meaning. The theme's properties say which it is. */
public enum Token {
    BACKGROUND("background"),
    SURFACE("surface"),
    SURFACE_2("surface2"),
    TEXT("text"),
    TEXT_2("text2"),
    BORDER("border"),
    LINE("line"),
    PRIMARY("primary"),
    ON_PRIMARY("onPrimary"),
    PRIMARY_PRESSED("primaryPressed"),
    SECONDARY("secondary"),
    ATTENTION("attention"),
    ON_ATTENTION("onAttention"),
    ATTENTION_PRESSED("attentionPressed"),
    CALM("calm"),
    ON_CALM("onCalm"),
    FRESH("fresh"),
    FOCUS("focus"),
    FOCUS_INNER("focusInner"),
    DISABLED("disabled"),
    ON_DISABLED("onDisabled"),
    SCRIM("scrim"),
    PRESSED("pressed"),
    TILE("tile");

    private final String key;

    Token(String name) {
        key = "Kiosk." + name;
    }

    /** @throws IllegalStateException when the theme does not say; every theme says every colour */
    public Color color() {
        Color color = UIManager.getColor(key);
        if (color == null) {
            throw new IllegalStateException("the theme has no colour " + key);
        }
        return color;
    }

    public String key() {
        return key;
    }
}
