package org.samokasa.sim.transport;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.samokasa.protocol.Bytes;

/** A machine behind a pseudo-terminal with a stable name. Unplugging ends the terminal, plugging makes a new one. */
final class PtyEndpoint implements Endpoint {
    /** How soon it is noticed that the shop's side opened the port; the kernel gives no event for it. */
    private static final int LOOK_MILLIS = 10;

    /** struct pollfd: int fd, short events, short revents. */
    private static final int POLLFD_BYTES = 8;

    private final Path link;
    private final int wakeRead;
    private final int wakeWrite;
    private final Memory watched = new Memory(2 * POLLFD_BYTES);
    private PseudoTerminal terminal;
    private boolean connected;
    /** The plug was pulled under a connection, and that was not told yet. */
    private boolean cut;
    /**
     * Someone had this terminal open and left. It is replaced by a fresh one, since a pseudo-terminal never takes 7 data
     * bits or parity: tcsetattr (glibc) lets that pass while it changes the speed at least, and is EINVAL the next time.
     */
    private boolean worn;

    private byte[] waiting = new byte[0];
    private boolean closed;

    PtyEndpoint(Path link) {
        this.link = link;
        int[] ends = new int[2];
        LibC.CALLS.pipe(ends);
        wakeRead = ends[0];
        wakeWrite = ends[1];
    }

    @Override
    public String address() {
        return "serial:" + link;
    }

    @Override
    public void plug() throws IOException {
        if (terminal == null) {
            PseudoTerminal opened = PseudoTerminal.open();
            try {
                opened.linkAt(link);
            } catch (IOException e) {
                opened.close();
                throw e;
            }
            terminal = opened;
        }
    }

    @Override
    public void unplug() {
        cut |= connected;
        connected = false;
        worn = false;
        if (terminal != null) {
            terminal.close();
            try {
                terminal.unlink(link);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove the link " + link, e);
            } finally {
                terminal = null;
            }
        }
        waiting = new byte[0];
    }

    @Override
    public void hangUp() {
        unplug();
        try {
            plug();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Happening> await(Duration atMost) {
        List<Happening> happened = new ArrayList<>();
        if (cut) {
            cut = false;
            happened.add(new Happening.Disconnected());
            return happened;
        }
        if (terminal == null) {
            waitFor(-1, 0, (int) atMost.toMillis());
            return happened;
        }
        boolean silentWait = !connected;
        int limit = (int) (silentWait ? Math.min(atMost.toMillis(), LOOK_MILLIS) : atMost.toMillis());
        // While nobody has the other end open, the master reports a hang-up without end: wait on the wake pipe alone.
        waitFor(silentWait ? -1 : terminal.descriptor(), events(), limit);
        int state = waitFor(terminal.descriptor(), events(), 0);
        noteConnection((state & LibC.POLLHUP) == 0, happened);
        byte[] arrived = terminal.read();
        if (arrived.length > 0) {
            happened.add(new Happening.Arrived(Bytes.copyOf(arrived)));
        }
        flush();
        if (worn && !connected && arrived.length == 0) {
            hangUp();
        }
        return happened;
    }

    private int events() {
        return waiting.length > 0 ? LibC.POLLIN | LibC.POLLOUT : LibC.POLLIN;
    }

    private void noteConnection(boolean now, List<Happening> happened) {
        if (now != connected) {
            connected = now;
            worn = !now;
            waiting = new byte[0];
            happened.add(now ? new Happening.Connected() : new Happening.Disconnected());
        }
    }

    private int waitFor(int descriptor, int events, int millis) {
        watch(0, wakeRead, LibC.POLLIN);
        watch(1, descriptor, events);
        try {
            LibC.CALLS.poll(watched, new LibC.NativeSize(2), millis);
        } catch (LastErrorException interrupted) {
            return 0;
        }
        if ((watched.getShort(6) & LibC.POLLIN) != 0) {
            LibC.CALLS.read(wakeRead, new byte[64], new LibC.NativeSize(64));
        }
        return watched.getShort(POLLFD_BYTES + 6);
    }

    private void watch(int slot, int descriptor, int events) {
        watched.setInt((long) slot * POLLFD_BYTES, descriptor);
        watched.setShort((long) slot * POLLFD_BYTES + 4, (short) events);
        watched.setShort((long) slot * POLLFD_BYTES + 6, (short) 0);
    }

    @Override
    public void send(Bytes bytes) {
        if (terminal == null || !connected || waiting.length + bytes.size() > WAITING_BYTES_MAX) {
            return;
        }
        waiting = Bytes.copyOf(waiting).plus(bytes).toArray();
        flush();
    }

    private void flush() {
        if (waiting.length > 0 && terminal != null) {
            int taken = terminal.write(waiting);
            waiting = Bytes.copyOf(waiting, taken, waiting.length).toArray();
        }
    }

    @Override
    public synchronized void wake() {
        if (!closed) {
            LibC.CALLS.write(wakeWrite, new byte[] {1}, new LibC.NativeSize(1));
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            unplug();
            closed = true;
            LibC.CALLS.close(wakeRead);
            LibC.CALLS.close(wakeWrite);
        }
    }
}
