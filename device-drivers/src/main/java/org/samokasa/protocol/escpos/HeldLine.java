package org.samokasa.protocol.escpos;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the printer takes what is sent. On a line with flow control (XON/XOFF or DTR) a full printer stops the system below us; what
 * shows here is only that bytes wait and do not become fewer.
 */
final class HeldLine {
    /**
     * A full buffer of 4 kB is some 36 cm of text, 2 s at the slowest usual speed (sheet printer-escpos, sections 1 and 7); a printer that takes nothing for
     * longer than this is not printing.
     */
    static final Duration LIMIT = Duration.ofSeconds(5);
    /** Nobody tells that bytes went out, so it is looked at. */
    static final Duration LOOK = Duration.ofMillis(500);

    private int waiting;
    private Instant movedAt = Instant.EPOCH;
    private Instant lookAt = Instant.EPOCH;

    /** @param bytes handed to the wire and not taken yet */
    void note(int bytes, Instant now) {
        if (bytes == 0 || bytes < waiting || waiting == 0) {
            movedAt = now;
        }
        waiting = bytes;
        lookAt = now.plus(LOOK);
    }

    /** A question asked now would wait behind these bytes, and so would its answer. */
    boolean isBusy() {
        return waiting > 0;
    }

    boolean isHeld(Instant now) {
        return isBusy() && !now.isBefore(movedAt.plus(LIMIT));
    }

    Optional<Instant> nextDue() {
        return isBusy() ? Optional.of(lookAt) : Optional.empty();
    }

    void reset() {
        waiting = 0;
    }
}
