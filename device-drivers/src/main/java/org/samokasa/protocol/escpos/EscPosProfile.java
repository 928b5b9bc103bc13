package org.samokasa.protocol.escpos;

import java.util.List;

/**
 * What a printer model can do.
 *
 * @param columns characters of font A on one line
 * @param dots printable width in dots
 * @param codePages in the order in which they are preferred
 * @param qrModuleDots size of one QR module, 1 to 16
 * @param raster how pictures are sent
 * @param cutter what ends a receipt
 * @param status how the printer says how it is
 * @param proof what shows that a document is out
 */
public record EscPosProfile(
        int columns,
        int dots,
        List<CodePage> codePages,
        int qrModuleDots,
        Raster raster,
        Cutter cutter,
        Status status,
        Proof proof) {

    /** 80 mm paper at 203 dpi (sheet section 1). */
    public static final EscPosProfile EPSON_80_MM =
            new EscPosProfile(48, 576, CodePage.EPSON, 6, Raster.GS_V_0, Cutter.PARTIAL, Status.POLLED, Proof.IN_TURN);

    /** Models by the name a configuration gives them. Widths: sheet section 1. */
    public enum Model {
        EPSON_80(EPSON_80_MM),
        /** 80 mm paper at 180 dpi. */
        EPSON_80_180DPI(EPSON_80_MM.withPaper(42, 512)),
        EPSON_58(EPSON_80_MM.withPaper(32, 384)),
        /**
         * 58 mm clones without a cutter: they number their pages each in its own way, only 0 is the same everywhere (sheet
         * section 3). What it lacks is drawn.
         */
        CLONE_58(new EscPosProfile(
                32, 384, CodePage.parse("0:IBM437"), 4, Raster.GS_V_0, Cutter.NONE, Status.POLLED, Proof.IN_TURN));

        private final EscPosProfile profile;

        Model(EscPosProfile profile) {
            this.profile = profile;
        }

        public EscPosProfile profile() {
            return profile;
        }
    }

    public enum Raster {
        /** {@code GS v 0}: obsolete by its maker, understood nearly everywhere. */
        GS_V_0,
        /** {@code GS ( L}: the present way of Epson, missing in most clones. */
        GS_L
    }

    public enum Cutter {
        PARTIAL,
        FULL,
        /** Fed beyond the tear bar instead. */
        NONE
    }

    public enum Status {
        /** Four real-time questions in turn. */
        POLLED,
        /** The printer tells each change by itself (automatic status back). */
        AUTOMATIC
    }

    public enum Proof {
        /** A status asked at the end and answered in turn: everything was taken out of the buffer. */
        IN_TURN,
        /** A process id, answered when the printing is completed; Epson models from TM-T88IV on. */
        PROCESS_ID
    }

    public EscPosProfile {
        codePages = List.copyOf(codePages);
        if (columns < 16 || columns > 96) {
            throw new IllegalArgumentException("columns must be 16 to 96, got " + columns);
        }
        if (dots < 200 || dots > 1_000) {
            throw new IllegalArgumentException("paper must be 200 to 1000 dots wide, got " + dots);
        }
        if (qrModuleDots < 1 || qrModuleDots > 16) {
            throw new IllegalArgumentException("a QR module is 1 to 16 dots, got " + qrModuleDots);
        }
    }

    public EscPosProfile withPaper(int newColumns, int newDots) {
        return new EscPosProfile(newColumns, newDots, codePages, qrModuleDots, raster, cutter, status, proof);
    }

    public EscPosProfile withPages(List<CodePage> pages) {
        return new EscPosProfile(columns, dots, pages, qrModuleDots, raster, cutter, status, proof);
    }

    public EscPosProfile withQrModule(int moduleDots) {
        return new EscPosProfile(columns, dots, codePages, moduleDots, raster, cutter, status, proof);
    }

    public EscPosProfile with(Raster newRaster, Cutter newCutter) {
        return new EscPosProfile(columns, dots, codePages, qrModuleDots, newRaster, newCutter, status, proof);
    }

    public EscPosProfile with(Status newStatus, Proof newProof) {
        return new EscPosProfile(columns, dots, codePages, qrModuleDots, raster, cutter, newStatus, newProof);
    }
}
