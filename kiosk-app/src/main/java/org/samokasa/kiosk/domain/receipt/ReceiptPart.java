package org.samokasa.kiosk.domain.receipt;

/** One piece of a receipt. */
public sealed interface ReceiptPart {
    record Text(String text, boolean centred, Size size, boolean bold) implements ReceiptPart {}

    enum Size {
        NORMAL,
        TALL,
        DOUBLE
    }

    /** Left and right on one line. */
    record Columns(String left, String right, boolean bold) implements ReceiptPart {}

    record Rule() implements ReceiptPart {}

    record Blank() implements ReceiptPart {}

    record Qr(String text) implements ReceiptPart {}

    record Cut() implements ReceiptPart {}
}
