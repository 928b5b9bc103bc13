package org.samokasa.sim.transport;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The master end of a pseudo-terminal in raw mode: what is written at one end is read at the other, byte for byte. Not
 * safe for several threads: whoever opened it also reads, writes and closes it.
 */
final class PseudoTerminal implements AutoCloseable {
    /** Generous for any struct termios (60 bytes with glibc on x86-64). */
    private static final int TERMIOS_BYTES = 256;

    private static final int NAME_BYTES = 128;
    private static final int READ_BYTES = 4_096;

    private final int master;
    private final Path slave;
    private boolean closed;

    private PseudoTerminal(int master, Path slave) {
        this.master = master;
        this.slave = slave;
    }

    /** @throws IOException when the system gives no pseudo-terminal */
    static PseudoTerminal open() throws IOException {
        try {
            int master = LibC.CALLS.posix_openpt(LibC.O_RDWR | LibC.O_NOCTTY | LibC.O_NONBLOCK | LibC.O_CLOEXEC);
            LibC.CALLS.grantpt(master);
            LibC.CALLS.unlockpt(master);
            Path slave = nameOf(master);
            makeRaw(slave);
            return new PseudoTerminal(master, slave);
        } catch (LastErrorException e) {
            throw new IOException("no pseudo-terminal: " + e.getMessage(), e);
        }
    }

    private static Path nameOf(int master) throws IOException {
        byte[] name = new byte[NAME_BYTES];
        int error = LibC.CALLS.ptsname_r(master, name, new LibC.NativeSize(name.length));
        if (error != 0) {
            throw new IOException("the pseudo-terminal has no name, system error " + error);
        }
        int end = 0;
        while (name[end] != 0) {
            end++;
        }
        return Path.of(new String(name, 0, end, StandardCharsets.US_ASCII));
    }

    /** Without this the line discipline echoes what the machine sends and turns CR into LF. */
    private static void makeRaw(Path slave) {
        int fd = LibC.CALLS.open(slave.toString(), LibC.O_RDWR | LibC.O_NOCTTY | LibC.O_CLOEXEC);
        try (Memory termios = new Memory(TERMIOS_BYTES)) {
            LibC.CALLS.tcgetattr(fd, termios);
            LibC.CALLS.cfmakeraw(termios);
            LibC.CALLS.tcsetattr(fd, LibC.TCSANOW, termios);
        } finally {
            LibC.CALLS.close(fd);
        }
    }

    /** The device file the shop's side opens. */
    Path slave() {
        return slave;
    }

    int descriptor() {
        return master;
    }

    /** Points a stable name at this terminal; replaces an older link, never anything that is not a link. */
    void linkAt(Path link) throws IOException {
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
            throw new FileAlreadyExistsException(link.toString(), null, "is there and is not a link of ours");
        }
        if (link.getParent() != null) {
            Files.createDirectories(link.getParent());
        }
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, slave);
    }

    /** Removes the name again, unless somebody else has taken it since. */
    void unlink(Path link) throws IOException {
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(slave)) {
            Files.delete(link);
        }
    }

    /** Bytes that wait, at most a buffer full; empty when none do or nobody has the other end open. */
    byte[] read() {
        byte[] buffer = new byte[READ_BYTES];
        try {
            int count = LibC.CALLS
                    .read(master, buffer, new LibC.NativeSize(buffer.length))
                    .intValue();
            return Arrays.copyOf(buffer, Math.max(count, 0));
        } catch (LastErrorException e) {
            // EIO is how a master says that the other end is not open; the rest means "not now".
            if (e.getErrorCode() == LibC.EIO || e.getErrorCode() == LibC.EAGAIN || e.getErrorCode() == LibC.EINTR) {
                return new byte[0];
            }
            throw e;
        }
    }

    /** Answers how many of the bytes were taken; none when the far end does not read. */
    int write(byte[] bytes) {
        try {
            return LibC.CALLS
                    .write(master, bytes, new LibC.NativeSize(bytes.length))
                    .intValue();
        } catch (LastErrorException e) {
            if (e.getErrorCode() == LibC.EAGAIN || e.getErrorCode() == LibC.EIO || e.getErrorCode() == LibC.EINTR) {
                return 0;
            }
            throw e;
        }
    }

    /** Hangs up: the shop's side reads the end of the line. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            LibC.CALLS.close(master);
        }
    }
}
