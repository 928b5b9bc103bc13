package org.samokasa.protocol.escpos;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.samokasa.protocol.Bytes;

/** Documents to bytes. Commands: protocol sheet printer-escpos, sections 2 and 5. */
public final class EscPosEncoder {
    private static final int ESC = 0x1B;
    private static final int FS = 0x1C;
    private static final int GS = 0x1D;
    private static final int LF = 0x0A;
    /**
     * Longest QR text. Keeps the length bytes of the store command below 04 00, so that they can never look like the
     * real-time commands 10 04, 10 05 and 10 14.
     */
    static final int QR_BYTES_MAX = 1_000;

    /** Cutting without a feed loses 5 to 6 lines (sheet section 9); as many are hidden below a tear bar. */
    private static final int LINES_TO_TEAR_BAR = 6;

    private final EscPosProfile profile;

    public EscPosEncoder(EscPosProfile profile) {
        this.profile = profile;
    }

    /** The whole document, beginning with the printer's initialisation. */
    public Bytes encode(List<PrintPiece> pieces) {
        PageText text = new PageText(profile.codePages());
        // Clones start in two-byte mode and after ESC @ are in it again: FS . leaves it.
        Bytes bytes = Bytes.of(ESC, '@', FS, '.').plus(text.selectFirst());
        for (PrintPiece piece : pieces) {
            bytes = bytes.plus(encode(piece, text));
        }
        return bytes;
    }

    /** Whether the printer's own characters are enough for this text. */
    public boolean printsAll(String text) {
        PageText pages = new PageText(profile.codePages());
        return pages.printsAll(pages.fit(text));
    }

    private Bytes encode(PrintPiece piece, PageText text) {
        if (piece instanceof PrintPiece.Text line) {
            return text(line, text);
        }
        if (piece instanceof PrintPiece.Columns columns) {
            List<String> lines =
                    PaperLayout.columns(text.fit(columns.left()), text.fit(columns.right()), profile.columns());
            return bold(columns.bold(), lines(lines, text));
        }
        if (piece instanceof PrintPiece.Rule) {
            return lines(List.of("-".repeat(profile.columns())), text);
        }
        if (piece instanceof PrintPiece.Feed feed) {
            return Bytes.of(ESC, 'd', Math.max(0, Math.min(255, feed.lines())));
        }
        if (piece instanceof PrintPiece.Qr qr) {
            return qr(qr.text(), text);
        }
        if (piece instanceof PrintPiece.Barcode barcode) {
            return BarcodeCommands.encode(barcode, profile.dots())
                    .map(bars -> aligned(PrintPiece.Align.CENTRE, bars))
                    .orElseGet(() -> plain(barcode.content(), text));
        }
        if (piece instanceof PrintPiece.Image image) {
            return RasterCommands.encode(image, profile.raster());
        }
        return hardware(piece);
    }

    /** What needs no text. */
    private Bytes hardware(PrintPiece piece) {
        if (piece instanceof PrintPiece.StoredImage image) {
            // GS ( L function 69: prints NV graphics by its key, as large as it was stored.
            Bytes print = Bytes.of(GS, '(', 'L', 6, 0, 0x30, 0x45)
                    .plus(Bytes.ascii(image.key()))
                    .plus(Bytes.of(1, 1));
            return aligned(PrintPiece.Align.CENTRE, print);
        }
        if (piece instanceof PrintPiece.OpenDrawer) {
            // Pin 2, 50 ms on and 500 ms off: the sheet's example.
            return Bytes.of(ESC, 'p', 0, 0x19, 0xFA);
        }
        if (piece instanceof PrintPiece.Cut) {
            return switch (profile.cutter()) {
                case PARTIAL -> Bytes.of(GS, 'V', 0x42, 0);
                case FULL -> Bytes.of(GS, 'V', 0x41, 0);
                case NONE -> Bytes.of(ESC, 'd', LINES_TO_TEAR_BAR);
            };
        }
        throw new AssertionError("no command for " + piece);
    }

    private Bytes text(PrintPiece.Text line, PageText text) {
        int width = line.wide() ? profile.columns() / 2 : profile.columns();
        int size = (line.wide() ? 0x10 : 0) | (line.tall() ? 0x01 : 0);
        Bytes lines = lines(PaperLayout.wrap(text.fit(line.text()), width), text);
        Bytes sized = size == 0 ? lines : Bytes.of(GS, '!', size).plus(lines).plus(Bytes.of(GS, '!', 0));
        return aligned(line.align(), bold(line.bold(), sized));
    }

    private Bytes plain(String content, PageText text) {
        return lines(PaperLayout.wrap(text.fit(content), profile.columns()), text);
    }

    private static Bytes lines(List<String> lines, PageText text) {
        Bytes bytes = Bytes.EMPTY;
        for (String line : lines) {
            bytes = bytes.plus(text.encode(line)).plus(Bytes.of(LF));
        }
        return bytes;
    }

    private static Bytes bold(boolean bold, Bytes inner) {
        return bold ? Bytes.of(ESC, 'E', 1).plus(inner).plus(Bytes.of(ESC, 'E', 0)) : inner;
    }

    private static Bytes aligned(PrintPiece.Align align, Bytes inner) {
        if (align == PrintPiece.Align.LEFT) {
            return inner;
        }
        return Bytes.of(ESC, 'a', align.ordinal()).plus(inner).plus(Bytes.of(ESC, 'a', 0));
    }

    /** Too long for one QR code of ours: as text, so that it is at least on paper. */
    private Bytes qr(String content, PageText text) {
        Bytes data = Bytes.copyOf(content.getBytes(StandardCharsets.UTF_8));
        if (data.size() > QR_BYTES_MAX || data.isEmpty()) {
            return plain(content, text);
        }
        Bytes commands = qrCommand(0x41, Bytes.of(0x32, 0x00))
                .plus(qrCommand(0x43, Bytes.of(profile.qrModuleDots())))
                .plus(qrCommand(0x45, Bytes.of(0x31)))
                .plus(qrCommand(0x50, Bytes.of(0x30).plus(data)))
                .plus(qrCommand(0x51, Bytes.of(0x30)));
        return aligned(PrintPiece.Align.CENTRE, commands);
    }

    private static Bytes qrCommand(int function, Bytes parameters) {
        int length = parameters.size() + 2;
        return Bytes.of(GS, '(', 'k', length & 0xFF, length >> 8, 0x31, function)
                .plus(parameters);
    }
}
