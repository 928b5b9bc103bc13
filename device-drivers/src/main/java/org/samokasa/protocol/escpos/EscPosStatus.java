package org.samokasa.protocol.escpos;

import org.samokasa.protocol.Bytes;

/** Status questions and the meaning of the one-byte answers. Bits: protocol sheet printer-escpos, section 6. */
public final class EscPosStatus {
    /** The four real-time questions: printer, why offline, which error, paper. */
    public static final int QUESTIONS = 4;

    /** Asked at the end of a job; answered in turn, so the answer proves that everything before it went through. */
    public static final Bytes ASK_PAPER_IN_TURN = Bytes.of(0x1D, 'r', 1);

    /** Throws away what the printer still holds of a job that was given up. */
    public static final Bytes CLEAR_BUFFER = Bytes.of(0x10, 0x05, 2);

    /**
     * Turns automatic status back on for online, error and paper (sheet section 6.2). The printer answers at once and
     * on each change.
     */
    public static final Bytes TELL_CHANGES = Bytes.of(0x1D, 'a', 0x0E);

    private static final int FIXED_AUTOMATIC = 0x10;
    private static final int FIXED_BITS = 0x93;
    private static final int FIXED_REAL_TIME = 0x12;
    private static final int FIXED_IN_TURN = 0x90;

    private EscPosStatus() {}

    /** @param question 1 to 4 */
    public static Bytes ask(int question) {
        return Bytes.of(0x10, 0x04, question);
    }

    public static boolean isRealTimeAnswer(int octet) {
        return (octet & FIXED_BITS) == FIXED_REAL_TIME;
    }

    /** First of the four bytes of an automatic status. */
    public static boolean isAutomaticStart(int octet) {
        return (octet & FIXED_BITS) == FIXED_AUTOMATIC;
    }

    /**
     * Asks to be told when everything sent before is printed: GS ( H, function 48 of Epson's command reference.
     *
     * @param id four printable ASCII characters, which come back
     */
    public static Bytes askWhenPrinted(String id) {
        if (!id.matches("[ -~]{4}")) {
            throw new IllegalArgumentException("a process id has four printable characters, got '" + id + "'");
        }
        return Bytes.of(0x1D, '(', 'H', 6, 0, 0x30, 0x30).plus(Bytes.ascii(id));
    }

    public static boolean isAnswerInTurn(int octet) {
        return (octet & FIXED_IN_TURN) == 0;
    }

    /**
     * What four real-time answers say together. The order decides when several things are wrong: first what a hand must
     * do first.
     */
    public static PrinterCondition condition(int printer, int cause, int error, int paper) {
        if ((cause & 0x04) != 0) {
            return PrinterCondition.COVER_OPEN;
        }
        if ((paper & 0x60) != 0 || (cause & 0x20) != 0) {
            return PrinterCondition.PAPER_OUT;
        }
        if ((error & 0x08) != 0) {
            return PrinterCondition.CUTTER_JAMMED;
        }
        if ((error & 0x20) != 0) {
            return PrinterCondition.FAULT;
        }
        if ((error & 0x40) != 0) {
            return PrinterCondition.OVERHEATED;
        }
        if ((error & 0x04) != 0 || (cause & 0x40) != 0) {
            return PrinterCondition.FAULT;
        }
        if ((printer & 0x08) != 0) {
            return (cause & 0x08) != 0 ? PrinterCondition.FEEDING : PrinterCondition.OFFLINE;
        }
        return (paper & 0x0C) != 0 ? PrinterCondition.PAPER_LOW : PrinterCondition.READY;
    }

    /** What an automatic status says, in the same order of importance. */
    public static PrinterCondition condition(Bytes automatic) {
        int printer = automatic.at(0);
        int error = automatic.at(1);
        int paper = automatic.at(2);
        // The bits of the real-time answers, where these have them.
        int cause = ((printer & 0x20) != 0 ? 0x04 : 0) | ((printer & 0x40) != 0 ? 0x08 : 0);
        int roll = ((paper & 0x0C) != 0 ? 0x60 : 0) | ((paper & 0x03) != 0 ? 0x0C : 0);
        return condition(printer, cause, error & 0x6C, roll);
    }
}
