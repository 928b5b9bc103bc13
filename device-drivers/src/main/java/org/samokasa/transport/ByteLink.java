package org.samokasa.transport;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * A wire that looks after itself: it opens when it can, tells when it is lost and tries again with growing pauses.
 *
 * <p>One owner calls {@link #poll} on one thread. Blocking work (connecting, reading) happens behind it.
 */
public interface ByteLink extends AutoCloseable {
    /** What happened since the last call, oldest first; starts attempts to open that are due. Never blocks. */
    List<LinkEvent> poll(Instant now);

    /** Hands bytes to the wire. False when it is not open: then nothing was or will be sent. */
    boolean send(Bytes bytes);

    boolean isOpen();

    /** Bytes that were handed over and that the machine, or the system below us, has not taken yet. */
    default int waitingBytes() {
        return 0;
    }

    /** Drops the present connection and starts afresh, for a peer that cannot be understood any more. */
    void restart(String why);

    /**
     * Ends the connection on purpose, without a {@link LinkEvent.Lost}; the next {@link #poll} opens a new one at once. For
     * machines that are called for each question: their owner polls only while it needs the wire.
     */
    default void release() {
        restart("released");
    }

    /** True when it loses and garbles bytes as serial lines do, so that a protocol must check them itself. */
    default boolean isSerial() {
        return false;
    }

    /** A second, independent wire to the same machine, for a protocol that needs two at once; empty when there is none. */
    default Optional<ByteLink> another() {
        return Optional.empty();
    }

    /** When {@link #poll} has work of its own (the next attempt to open); empty while open. */
    Optional<Instant> nextDue();

    /** Called at once, on any thread, when {@link #poll} has something to tell. */
    void onActivity(Runnable wake);

    /** Releases everything within a second. Harmless when repeated. */
    @Override
    void close();
}
