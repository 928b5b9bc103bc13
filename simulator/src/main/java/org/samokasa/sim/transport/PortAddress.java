package org.samokasa.sim.transport;

import java.nio.file.Path;

/** Where a virtual machine is plugged in. */
public sealed interface PortAddress {
    /** A pseudo-terminal found under this link. */
    record Pty(Path link) implements PortAddress {}

    /** A listening port on the loopback interface; 0 lets the system choose. */
    record Tcp(int port) implements PortAddress {}

    /**
     * Reads {@code pty:/path/of/link}, {@code pty:name} (below the given folder) or {@code tcp:PORT}.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static PortAddress parse(String text, Path ptyFolder) {
        if (text.startsWith("pty:") && text.length() > 4) {
            return new Pty(ptyFolder.resolve(text.substring(4)).toAbsolutePath());
        }
        if (text.matches("tcp:[0-9]{1,5}") && Integer.parseInt(text.substring(4)) <= 65_535) {
            return new Tcp(Integer.parseInt(text.substring(4)));
        }
        throw new IllegalArgumentException("port '" + text + "': expected pty:PATH or tcp:PORT");
    }
}
