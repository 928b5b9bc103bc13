package org.samokasa.transport;

import java.io.IOException;
import org.samokasa.protocol.Bytes;

/** One attempt to reach a machine and, when it succeeded, the connection. Used once. Calls may block, close never. */
interface Line extends AutoCloseable {
    /** Connects, within {@link #OPEN_MILLIS_MAX}. */
    void open() throws IOException;

    /** What the machine says of itself once it is open; empty on wires that have no such thing. */
    default Bytes description() {
        return Bytes.EMPTY;
    }

    /** Waits for bytes. Answers how many, 0 when none came for a while, -1 when the far end is gone. */
    int read(byte[] into) throws IOException;

    /** Writes all of it, waiting while the machine takes no more. */
    void write(byte[] all) throws IOException;

    /** From any thread; ends a call that waits in one of the methods above. */
    @Override
    void close();

    /** Longest wait for a TCP connection: a machine in the same shop answers in milliseconds or not at all. */
    int OPEN_MILLIS_MAX = 3_000;
}
