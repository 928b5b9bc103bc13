package org.samokasa.protocol.escpos;

import org.samokasa.protocol.Bytes;

/** What a document is made of, one piece after the other. */
public sealed interface PrintPiece {
    /**
     * A line of text; wrapped between words when it is longer than the paper is wide.
     *
     * @param wide double width
     * @param tall double height
     */
    record Text(String text, Align align, boolean wide, boolean tall, boolean bold) implements PrintPiece {}

    /** Left and right on one line with blanks between; the left part wraps, the right one stands on its last line. */
    record Columns(String left, String right, boolean bold) implements PrintPiece {}

    record Rule() implements PrintPiece {}

    /** @param lines 1 to 255 */
    record Feed(int lines) implements PrintPiece {}

    /** A QR code in the middle. */
    record Qr(String text) implements PrintPiece {}

    /** A bar code in the middle; content it cannot hold is printed as text. */
    record Barcode(BarcodeKind kind, String content) implements PrintPiece {}

    enum BarcodeKind {
        EAN_13,
        CODE_128,
        GS1_128
    }

    /**
     * Dots, at the left edge.
     *
     * @param widthBytes bytes of one row, eight dots each, the highest bit leftmost, 1 is black
     * @param rows whole rows
     */
    record Image(int widthBytes, Bytes rows) implements PrintPiece {
        public Image {
            if (widthBytes < 1 || rows.isEmpty() || rows.size() % widthBytes != 0) {
                throw new IllegalArgumentException(rows.size() + " bytes are no rows of " + widthBytes);
            }
        }

        int height() {
            return rows.size() / widthBytes;
        }
    }

    /** NV graphics in the middle, by its two characters. */
    record StoredImage(String key) implements PrintPiece {}

    record OpenDrawer() implements PrintPiece {}

    record Cut() implements PrintPiece {}

    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }
}
