package org.samokasa.sim.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.samokasa.protocol.Bytes;

/** A machine's socket in the wall. All but {@link #wake} is called by the one thread that runs the machine. */
interface Endpoint extends AutoCloseable {
    /** What goes on at the wire. */
    sealed interface Happening {
        /** Which of several connections, from 0. */
        int line();

        record Connected(int line) implements Happening {
            Connected() {
                this(0);
            }
        }

        record Arrived(int line, Bytes bytes) implements Happening {
            Arrived(Bytes bytes) {
                this(0, bytes);
            }
        }

        record Disconnected(int line) implements Happening {
            Disconnected() {
                this(0);
            }
        }
    }

    /** Where the shop's side finds it, in the words of a device address. */
    String address();

    /** Makes it reachable. */
    void plug() throws IOException;

    /** Cuts the connection and makes it unreachable. */
    void unplug();

    /** Cuts the connection and stays reachable. */
    void hangUp();

    /** Waits until something happens, {@link #wake} is called or the time is over. */
    List<Happening> await(Duration atMost) throws IOException;

    /** Sends what the far end takes, keeps the rest, drops what exceeds the buffer as a serial chip does. */
    void send(Bytes bytes);

    /** As {@link #send}, on one of several connections. */
    default void send(int line, Bytes bytes) {
        send(bytes);
    }

    /** As {@link #hangUp}, on one of several connections. */
    default void hangUp(int line) {
        hangUp();
    }

    /** Ends a wait, from any thread. */
    void wake();

    @Override
    void close();

    /** What waits for a far end that does not read. */
    int WAITING_BYTES_MAX = 1 << 18;
}
