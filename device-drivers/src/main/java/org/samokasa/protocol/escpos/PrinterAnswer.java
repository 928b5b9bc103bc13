package org.samokasa.protocol.escpos;

import org.samokasa.protocol.Bytes;

/** What a printer sends. */
public sealed interface PrinterAnswer {
    /** To DLE EOT n; one byte, which does not say which n it answers. */
    record RealTime(int octet) implements PrinterAnswer {}

    /** Automatic status back: four bytes. */
    record Automatic(Bytes four) implements PrinterAnswer {}

    /** To GS r, after everything that was sent before. */
    record InTurn(int octet) implements PrinterAnswer {}

    /** To GS ( H: the data before this process id are printed. */
    record Processed(String id) implements PrinterAnswer {}

    /** Any other block: identity, sizes. Its first byte says which. */
    record Block(Bytes content) implements PrinterAnswer {}
}
