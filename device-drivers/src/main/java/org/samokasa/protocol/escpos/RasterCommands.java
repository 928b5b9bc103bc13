package org.samokasa.protocol.escpos;

import java.util.Arrays;
import org.samokasa.protocol.Bytes;

/** Pictures to bytes, in bands (sheet section 4). */
final class RasterCommands {
    private static final int GS = 0x1D;
    /** Tall pictures come out garbled on some models; sheet section 4 asks for 128 rows or fewer. */
    static final int BAND_ROWS = 128;

    private RasterCommands() {}

    static Bytes encode(PrintPiece.Image image, EscPosProfile.Raster way) {
        int width = inkedBytes(image);
        Bytes bytes = Bytes.EMPTY;
        for (int from = 0; from < image.height(); from += BAND_ROWS) {
            int rows = Math.min(BAND_ROWS, image.height() - from);
            Bytes band = harmless(narrowed(image, from, rows, width));
            bytes = bytes.plus(way == EscPosProfile.Raster.GS_L ? graphics(width, rows, band) : raster(width, rows))
                    .plus(way == EscPosProfile.Raster.GS_L ? Bytes.of(GS, '(', 'L', 2, 0, 0x30, 0x32) : band);
        }
        return bytes;
    }

    /** White at the right needs no bytes on the wire. */
    private static int inkedBytes(PrintPiece.Image image) {
        int width = 1;
        for (int i = 0; i < image.rows().size(); i++) {
            if (image.rows().at(i) != 0) {
                width = Math.max(width, i % image.widthBytes() + 1);
            }
        }
        return width;
    }

    private static byte[] narrowed(PrintPiece.Image image, int fromRow, int rows, int width) {
        byte[] all = image.rows().toArray();
        byte[] band = new byte[rows * width];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(all, (fromRow + row) * image.widthBytes(), band, row * width, width);
        }
        return band;
    }

    /**
     * Dots that happen to look like DLE EOT, DLE ENQ or DLE DC4 are taken for real-time commands by serial models (sheet
     * section 7): one white dot becomes black.
     */
    private static Bytes harmless(byte[] band) {
        byte[] safe = Arrays.copyOf(band, band.length);
        for (int i = 0; i + 1 < safe.length; i++) {
            if (safe[i] == 0x10 && (safe[i + 1] == 0x04 || safe[i + 1] == 0x05 || safe[i + 1] == 0x14)) {
                safe[i] = 0x11;
            }
        }
        return Bytes.copyOf(safe);
    }

    private static Bytes raster(int width, int rows) {
        return Bytes.of(GS, 'v', '0', 0, width & 0xFF, width >> 8, rows & 0xFF, rows >> 8);
    }

    private static Bytes graphics(int width, int rows, Bytes band) {
        int dots = width * 8;
        int length = 10 + band.size();
        return Bytes.of(GS, '(', 'L', length & 0xFF, length >> 8, 0x30, 0x70, 0x30, 1, 1, 0x31)
                .plus(Bytes.of(dots & 0xFF, dots >> 8, rows & 0xFF, rows >> 8))
                .plus(band);
    }
}
