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

    /** A bar code, centred, its digits below; content no such code can hold is printed as text. */
    record Barcode(BarcodeKind kind, String content) implements PaperLine {
        public Barcode {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(content, "content");
        }
    }

    enum BarcodeKind {
        /** 12 digits, or 13 with a right check digit. */
        EAN_13,
        /** Printable ASCII. */
        CODE_128,
        /** Element strings with their identifiers in brackets: {@code (01)09501101530003(17)261231}. */
        GS1_128
    }

    /**
     * A picture in black and white, at the left edge.
     *
     * @param widthDots at most as many as the paper has
     * @param rows of {@code (widthDots + 7) / 8} bytes each, one after the other; the highest bit is the leftmost dot, 1 is
     *     black
     */
    record Image(int widthDots, byte[] rows) implements PaperLine {
        public Image {
            if (widthDots < 1 || rows.length == 0 || rows.length % ((widthDots + 7) / 8) != 0) {
                throw new IllegalArgumentException(
                        "an image " + widthDots + " dots wide cannot have " + rows.length + " bytes");
            }
            rows = rows.clone();
        }

        @Override
        public byte[] rows() {
            return rows.clone();
        }
    }

    /** A picture that a technician stored in the printer, centred; its key has two printable ASCII characters. */
    record StoredImage(String key) implements PaperLine {
        public StoredImage {
            if (!key.matches("[ -~]{2}")) {
                throw new IllegalArgumentException("the key of a stored image has two characters, got '" + key + "'");
            }
        }
    }

    /** Opens the cash drawer that hangs on the printer. For attendants only. */
    record OpenDrawer() implements PaperLine {}

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
