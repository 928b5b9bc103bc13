package org.samokasa.driver.printer;

import org.samokasa.devices.PaperLine;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.escpos.PrintPiece;

/** The shop's lines as pieces of a document. */
final class PaperPieces {
    private PaperPieces() {}

    static PrintPiece piece(PaperLine line) {
        if (line instanceof PaperLine.Text text) {
            boolean wide = text.size() == PaperLine.Size.DOUBLE;
            boolean tall = text.size() != PaperLine.Size.NORMAL;
            PrintPiece.Align align = switch (text.align()) {
                case LEFT -> PrintPiece.Align.LEFT;
                case CENTRE -> PrintPiece.Align.CENTRE;
                case RIGHT -> PrintPiece.Align.RIGHT;
            };
            return new PrintPiece.Text(text.text(), align, wide, tall, text.bold());
        }
        if (line instanceof PaperLine.Columns both) {
            return new PrintPiece.Columns(both.left(), both.right(), both.bold());
        }
        if (line instanceof PaperLine.Rule) {
            return new PrintPiece.Rule();
        }
        if (line instanceof PaperLine.Feed feed) {
            return new PrintPiece.Feed(feed.lines());
        }
        if (line instanceof PaperLine.Qr qr) {
            return new PrintPiece.Qr(qr.text());
        }
        return graphic(line);
    }

    private static PrintPiece graphic(PaperLine line) {
        if (line instanceof PaperLine.Barcode barcode) {
            PrintPiece.BarcodeKind kind = switch (barcode.kind()) {
                case EAN_13 -> PrintPiece.BarcodeKind.EAN_13;
                case CODE_128 -> PrintPiece.BarcodeKind.CODE_128;
                case GS1_128 -> PrintPiece.BarcodeKind.GS1_128;
            };
            return new PrintPiece.Barcode(kind, barcode.content());
        }
        if (line instanceof PaperLine.Image image) {
            return new PrintPiece.Image((image.widthDots() + 7) / 8, Bytes.copyOf(image.rows()));
        }
        if (line instanceof PaperLine.StoredImage image) {
            return new PrintPiece.StoredImage(image.key());
        }
        if (line instanceof PaperLine.OpenDrawer) {
            return new PrintPiece.OpenDrawer();
        }
        if (line instanceof PaperLine.Cut) {
            return new PrintPiece.Cut();
        }
        throw new AssertionError("no piece for " + line);
    }
}
