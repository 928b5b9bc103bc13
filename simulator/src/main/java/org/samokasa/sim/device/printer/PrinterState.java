package org.samokasa.sim.device.printer;

import java.util.Optional;
import org.samokasa.protocol.Bytes;

/** Sensors and troubles of a printer, and how its status bytes tell them (sheet printer-escpos, section 6). */
public final class PrinterState {
    private static final int FIXED = 0x12;

    private boolean paperOut;
    private boolean paperLow;
    private boolean coverOpen;
    private boolean cutterBlocked;
    private boolean cutterJammed;
    private boolean overheated;

    public void paperOut(boolean out) {
        paperOut = out;
    }

    public void paperLow(boolean low) {
        paperLow = low;
    }

    public void coverOpen(boolean open) {
        coverOpen = open;
    }

    public void overheated(boolean hot) {
        overheated = hot;
    }

    /** The next cut jams. */
    public void blockCutter() {
        cutterBlocked = true;
    }

    boolean cutterBlocked() {
        return cutterBlocked;
    }

    void jam() {
        cutterJammed = true;
    }

    /** New roll, closed cover, freed cutter, cool head. */
    public void mendAll() {
        paperOut = false;
        paperLow = false;
        coverOpen = false;
        cutterBlocked = false;
        cutterJammed = false;
        overheated = false;
    }

    /** Prints nothing until somebody helps. */
    boolean isStopped() {
        return paperOut || coverOpen || cutterJammed || overheated;
    }

    Optional<Bytes> realTimeAnswer(int question) {
        return switch (question) {
            case 1 -> Optional.of(Bytes.of(FIXED | bit(isStopped(), 0x08)));
            case 2 ->
                Optional.of(Bytes.of(
                        FIXED | bit(coverOpen, 0x04) | bit(paperOut, 0x20) | bit(cutterJammed || overheated, 0x40)));
            case 3 -> Optional.of(Bytes.of(FIXED | bit(cutterJammed, 0x08) | bit(overheated, 0x40)));
            case 4 -> Optional.of(Bytes.of(FIXED | bit(paperLow || paperOut, 0x0C) | bit(paperOut, 0x60)));
            default -> Optional.empty();
        };
    }

    /** The four bytes of the automatic status back (sheet section 6.2); the drawer's pin is high. */
    Bytes automaticStatus() {
        return Bytes.of(
                0x14 | bit(isStopped(), 0x08) | bit(coverOpen, 0x20),
                bit(cutterJammed, 0x08) | bit(overheated, 0x40),
                bit(paperLow || paperOut, 0x03) | bit(paperOut, 0x0C),
                0x0F);
    }

    /** Answer to GS r: 1 paper, 2 drawer. */
    int answerInTurn(int question) {
        return question == 1 || question == '1' ? bit(paperLow || paperOut, 0x03) | bit(paperOut, 0x0C) : 0;
    }

    private static int bit(boolean set, int bits) {
        return set ? bits : 0;
    }

    /** In one word, for the panel. */
    public String inWords() {
        if (coverOpen) {
            return "cover open";
        }
        if (paperOut) {
            return "paper out";
        }
        if (cutterJammed) {
            return "cutter jammed";
        }
        if (overheated) {
            return "overheated";
        }
        return paperLow ? "paper low" : "ready";
    }
}
