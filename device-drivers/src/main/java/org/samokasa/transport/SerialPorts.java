package org.samokasa.transport;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The serial ports this computer has. */
public final class SerialPorts {
    /** Where Linux keeps a name for each adapter that stays the same at another socket (udev's persistent names). */
    private static final Path NAMES_BY_IDENTITY = Path.of("/dev/serial/by-id");

    private SerialPorts() {}

    /**
     * One port.
     *
     * @param path what an address says; follows the adapter to another socket when {@code byIdentity}
     * @param description what it says of itself, for a human
     */
    public record Found(String path, String description, boolean byIdentity) {}

    /** All ports now, in the order of their names; none of them is opened. */
    public static List<Found> attached() {
        return attached(NAMES_BY_IDENTITY);
    }

    static List<Found> attached(Path namesByIdentity) {
        Map<Path, Path> names = names(namesByIdentity);
        List<Found> found = new ArrayList<>();
        for (SerialPort port : SerialPort.getCommPorts()) {
            Path device = real(Path.of(port.getSystemPortPath()));
            Path name = names.getOrDefault(device, device);
            found.add(new Found(name.toString(), port.getPortDescription(), names.containsKey(device)));
        }
        found.sort(Comparator.comparing(Found::path));
        return found;
    }

    /** Device file to its lasting name; empty where there are no such names. */
    static Map<Path, Path> names(Path folder) {
        Map<Path, Path> names = new HashMap<>();
        if (!Files.isDirectory(folder)) {
            return names;
        }
        try (DirectoryStream<Path> links = Files.newDirectoryStream(folder)) {
            links.forEach(link -> names.put(real(link), link));
        } catch (IOException e) {
            // Without the names the device files do.
            names.clear();
        }
        return names;
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }
}
