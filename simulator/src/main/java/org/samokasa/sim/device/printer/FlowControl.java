package org.samokasa.sim.device.printer;

import java.util.Optional;
import org.samokasa.protocol.Bytes;

/** When a printer stops the host and lets it go on (sheet printer-escpos, sections 1 and 6). */
public final class FlowControl {
    private static final Bytes XON = Bytes.of(0x11);
    private static final Bytes XOFF = Bytes.of(0x13);
    /** A buffer of 4 kB stops with some 256 bytes left and goes on when half empty. */
    private static final int STOP_AT = 3_840;

    private static final int GO_ON_AT = 2_048;

    private final boolean stopping;
    private boolean stopped;
    private boolean stuck;
    private int stops;

    /** @param stopping false for a printer that never says XOFF */
    public FlowControl(boolean stopping) {
        this.stopping = stopping;
    }

    /** How often it stopped the host. */
    public int stops() {
        return stops;
    }

    boolean isStopping() {
        return stopping;
    }

    /** It stops the host whatever its buffer holds, and stays so. */
    void stick(boolean on) {
        stuck = on;
    }

    /** The line is new: the host there has heard nothing. */
    void fresh() {
        stopped = false;
    }

    /** What is to be said with so many bytes in the buffer; empty for nothing new. */
    Optional<Bytes> say(int buffered) {
        boolean stop = stuck || buffered > (stopped ? GO_ON_AT : STOP_AT);
        if (!stopping || stop == stopped) {
            return Optional.empty();
        }
        stopped = stop;
        stops += stop ? 1 : 0;
        return Optional.of(stop ? XOFF : XON);
    }

    /** True when {@link #say} would have something. */
    boolean hasNews(int buffered) {
        return stopping && stopped != (stuck || buffered > (stopped ? GO_ON_AT : STOP_AT));
    }
}
