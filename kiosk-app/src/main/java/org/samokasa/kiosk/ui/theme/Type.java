package org.samokasa.kiosk.ui.theme;

/** The type scale: multiples of the smallest readable size (UX.md section 8). */
public enum Type {
    BODY(1.0, false),
    STRONG(1.0, true),
    LEAD(1.25, false),
    LABEL(1.1, true),
    TITLE(1.4, true),
    HEADLINE(1.7, true),
    PAGE(2.1, true),
    TOTAL(2.0, true),
    FIGURE(2.8, true),
    HERO(2.6, true);

    private final double times;
    private final boolean bold;

    Type(double times, boolean bold) {
        this.times = times;
        this.bold = bold;
    }

    double times() {
        return times;
    }

    boolean bold() {
        return bold;
    }
}
