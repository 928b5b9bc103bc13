package org.samokasa.protocol.escpos;

import java.util.List;

/**
 * What a printer model can do.
 *
 * @param columns characters of font A on one line: 48 on 80 mm at 203 dpi, 42 at 180 dpi, 32 on 58 mm paper
 * @param codePages in the order in which they are tried
 * @param qrModuleDots size of one QR module, 1 to 16
 */
public record EscPosProfile(int columns, List<CodePage> codePages, int qrModuleDots) {
    public static final EscPosProfile EPSON_80_MM = new EscPosProfile(48, CodePage.EPSON, 6);

    public EscPosProfile {
        codePages = List.copyOf(codePages);
        if (columns < 16 || columns > 96) {
            throw new IllegalArgumentException("columns must be 16 to 96, got " + columns);
        }
        if (qrModuleDots < 1 || qrModuleDots > 16) {
            throw new IllegalArgumentException("a QR module is 1 to 16 dots, got " + qrModuleDots);
        }
    }
}
