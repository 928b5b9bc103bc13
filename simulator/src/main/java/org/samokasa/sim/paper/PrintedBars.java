package org.samokasa.sim.paper;

import com.google.zxing.oned.Code128Writer;
import com.google.zxing.oned.Code39Writer;
import com.google.zxing.oned.EAN13Writer;
import com.google.zxing.oned.EAN8Writer;
import com.google.zxing.oned.ITFWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.device.printer.PaperPiece;

/**
 * The modules of a bar code as a printer would draw it.
 *
 * @param modules true is black
 * @param digits what is printed for people
 */
record PrintedBars(boolean[] modules, String digits) {
    /** What the writer of Code 128 takes for the function character FNC1. */
    private static final char FNC1 = '\u00f1';

    /** Empty for data that such a code cannot hold, and for kinds that are not drawn here. */
    static Optional<PrintedBars> of(PaperPiece.Barcode barcode) {
        String text = barcode.data().toText(StandardCharsets.ISO_8859_1);
        try {
            return switch (barcode.code()) {
                case 0x41 -> Optional.of(new PrintedBars(new EAN13Writer().encode("0" + text), text));
                case 0x43 -> Optional.of(new PrintedBars(new EAN13Writer().encode(text), text));
                case 0x44 -> Optional.of(new PrintedBars(new EAN8Writer().encode(text), text));
                case 0x45 -> Optional.of(new PrintedBars(new Code39Writer().encode(text), text));
                case 0x46 -> Optional.of(new PrintedBars(new ITFWriter().encode(text), text));
                case 0x49 -> code128(barcode.data());
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException wrongData) {
            return Optional.empty();
        }
    }

    /** Sets are named by braces (sheet section 5): in set C each byte is a pair of digits. */
    private static Optional<PrintedBars> code128(Bytes data) {
        StringBuilder text = new StringBuilder();
        boolean pairs = false;
        for (int i = 0; i < data.size(); i++) {
            if (data.at(i) != '{') {
                text.append(pairs ? String.format(Locale.ROOT, "%02d", data.at(i)) : String.valueOf((char) data.at(i)));
                continue;
            }
            i++;
            if (i == data.size()) {
                return Optional.empty();
            }
            switch (data.at(i)) {
                case 'A', 'B' -> pairs = false;
                case 'C' -> pairs = true;
                case '1' -> text.append(FNC1);
                case '{' -> text.append('{');
                default -> {
                    return Optional.empty();
                }
            }
        }
        String digits = text.toString().replace(String.valueOf(FNC1), "");
        return Optional.of(new PrintedBars(new Code128Writer().encode(text.toString()), digits));
    }
}
