package org.samokasa.protocol.escpos;

/** How a printer says it is. */
public enum PrinterCondition {
    READY(true),
    /** Prints, and the roll ends soon; many models have no such sensor. */
    PAPER_LOW(true),
    PAPER_OUT(false),
    COVER_OPEN(false),
    CUTTER_JAMMED(false),
    /** Goes on by itself when the head has cooled. */
    OVERHEATED(false),
    /** Somebody holds the feed button. */
    FEEDING(false),
    /** Offline without a cause. */
    OFFLINE(false),
    FAULT(false),
    /** It takes no bytes: it holds the line by XOFF or DTR. */
    HOLDING(false),
    /** It did not answer: unknown, which is not well. */
    SILENT(false);

    private final boolean prints;

    PrinterCondition(boolean prints) {
        this.prints = prints;
    }

    public boolean prints() {
        return prints;
    }
}
