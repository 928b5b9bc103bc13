package org.samokasa.protocol.escpos;

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

    record Cut() implements PrintPiece {}

    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }
}
