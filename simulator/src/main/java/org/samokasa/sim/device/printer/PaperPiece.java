package org.samokasa.sim.device.printer;

import java.util.List;
import org.samokasa.protocol.Bytes;

/** Something that is on the paper, from the top down. */
public sealed interface PaperPiece {
    /**
     * One printed line.
     *
     * @param align 0 left, 1 centre, 2 right
     */
    record Line(int align, List<Span> spans) implements PaperPiece {
        public Line {
            spans = List.copyOf(spans);
        }

        public String text() {
            return spans.stream().map(Span::text).reduce("", String::concat);
        }
    }

    /**
     * A run of one style.
     *
     * @param widthFactor 1 to 8
     * @param heightFactor 1 to 8
     */
    record Span(String text, boolean bold, boolean underlined, boolean inverted, int widthFactor, int heightFactor) {}

    /** @param moduleDots size of one module */
    record QrCode(int align, String text, int moduleDots) implements PaperPiece {}

    /**
     * @param code the number of GS k, form B: 41 hex and on
     * @param data as it came, with the set names of Code 128
     * @param digits 0 none, 1 above, 2 below, 3 both
     */
    record Barcode(int align, int code, Bytes data, int heightDots, int moduleDots, int digits) implements PaperPiece {}

    /** Raster picture: rows of {@code widthBytes} bytes, first pixel in the highest bit, 1 is black. */
    record Picture(int align, int widthBytes, int rows, Bytes pixels) implements PaperPiece {}

    record Cut() implements PaperPiece {}
}
