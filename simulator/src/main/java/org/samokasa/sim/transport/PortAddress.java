package org.samokasa.sim.transport;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a virtual machine is plugged in. */
public sealed interface PortAddress {
    Pattern TLS = Pattern.compile("tls:([0-9]{1,5})\\?keystore=([^&]+)&password=(.*)");
    Pattern USB = Pattern.compile("usb:([0-9A-Fa-f]{4}:[0-9A-Fa-f]{4})?(?:\\?serial=([^&?]+))?");

    /** A pseudo-terminal found under this link. */
    record Pty(Path link) implements PortAddress {}

    /** A listening port on the loopback interface; 0 lets the system choose. */
    record Tcp(int port) implements PortAddress {}

    /**
     * A listening port on the loopback interface behind TLS, for several connections at once.
     *
     * @param port 0 lets the system choose
     * @param keystore PKCS 12 file with the machine's key and certificate
     * @param password of the file
     */
    record Tls(int port, Path keystore, String password) implements PortAddress {}

    /**
     * A socket of the virtual USB bus.
     *
     * @param id vendor and product as {@code VVVV:PPPP}, empty for the machine's own
     * @param serial serial number, empty for none
     */
    record Usb(String id, String serial) implements PortAddress {}

    /**
     * Reads {@code pty:/path/of/link}, {@code pty:name} (below the given folder), {@code tcp:PORT},
     * {@code tls:PORT?keystore=FILE&password=WORD} (the file below the same folder), {@code usb:} or {@code usb:VVVV:PPPP},
     * with {@code ?serial=..} behind it or not.
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
        Matcher tls = TLS.matcher(text);
        if (tls.matches() && Integer.parseInt(tls.group(1)) <= 65_535) {
            return new Tls(Integer.parseInt(tls.group(1)), ptyFolder.resolve(tls.group(2)), tls.group(3));
        }
        Matcher usb = USB.matcher(text);
        if (usb.matches()) {
            return new Usb(
                    usb.group(1) == null ? "" : usb.group(1).toUpperCase(Locale.ROOT),
                    usb.group(2) == null ? "" : usb.group(2));
        }
        throw new IllegalArgumentException("port '" + text
                + "': expected pty:PATH, tcp:PORT, tls:PORT?keystore=FILE&password=WORD or usb:VVVV:PPPP");
    }
}
