package org.samokasa.devices;

import java.util.Objects;

/** What goes on paper, one piece after the other. */
public sealed interface PaperLine {
    /** One line of text; longer than the paper is wide, it is wrapped, never cut. */
    record Text(String text, Align align, Size size, boolean bold) implements PaperLine {
        public Text {
            Objects.requireNonNull(text, "text");
        }
    }

    /** Left and right on one line, filled with blanks between; the left part is wrapped when both do not fit. */
    record Columns(String left, String right, boolean bold) implements PaperLine {}

    /** A line across the paper. */
    record Rule() implements PaperLine {}

    record Feed(int lines) implements PaperLine {}

    /** QR code of this text, centred. */
    record Qr(String text) implements PaperLine {}

    /** Feeds to the cutter and cuts. */
    record Cut() implements PaperLine {}

    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    enum Size {
        NORMAL,
        TALL,
        DOUBLE
    }

    static PaperLine text(String text) {
        return new Text(text, Align.LEFT, Size.NORMAL, false);
    }

    static PaperLine centred(String text) {
        return new Text(text, Align.CENTRE, Size.NORMAL, false);
    }
}
