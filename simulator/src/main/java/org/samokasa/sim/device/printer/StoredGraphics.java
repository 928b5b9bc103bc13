package org.samokasa.sim.device.printer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * The pictures a printer holds: one waiting to be printed and those in its non-volatile memory (GS ( L functions 50, 67,
 * 69 and 112 of Epson's reference; sheet section 4).
 */
final class StoredGraphics {
    private static final int PRINT = 0x32;
    private static final int STORE_FOR_EVER = 0x43;
    private static final int PRINT_STORED = 0x45;
    private static final int STORE = 0x70;
    /** Fields before the dots: m, fn, a, two scales, colour, width, height. */
    private static final int STORE_HEAD = 10;
    /** Fields before the dots: m, fn, a, key, number of colours, width, height, colour. */
    private static final int STORE_FOR_EVER_HEAD = 11;

    /** @param widthBytes of a row, eight dots each */
    record Graphic(int widthBytes, int rows, Bytes pixels) {}

    private final Map<Bytes, Graphic> kept = new HashMap<>();
    private Optional<Graphic> waiting = Optional.empty();

    /**
     * Takes a command from its m on; answers the picture that it prints, if any. A key that was never stored prints
     * nothing.
     */
    Optional<Graphic> take(Bytes command) {
        if (command.size() < 2) {
            return Optional.empty();
        }
        switch (command.at(1)) {
            case STORE -> waiting = graphic(command, 6, STORE_HEAD);
            case STORE_FOR_EVER ->
                graphic(command, 6, STORE_FOR_EVER_HEAD).ifPresent(graphic -> kept.put(command.slice(3, 5), graphic));
            case PRINT -> {
                return waiting;
            }
            case PRINT_STORED -> {
                return command.size() < 5 ? Optional.empty() : Optional.ofNullable(kept.get(command.slice(2, 4)));
            }
            default -> {
                // Sizes and deletions: nothing of it is printed.
            }
        }
        return Optional.empty();
    }

    private static Optional<Graphic> graphic(Bytes command, int sizeAt, int head) {
        if (command.size() < head) {
            return Optional.empty();
        }
        int widthBytes = (command.at(sizeAt) + 256 * command.at(sizeAt + 1) + 7) / 8;
        int rows = command.at(sizeAt + 2) + 256 * command.at(sizeAt + 3);
        boolean whole = widthBytes > 0 && rows > 0 && command.size() == head + widthBytes * rows;
        return whole
                ? Optional.of(new Graphic(widthBytes, rows, command.slice(head, command.size())))
                : Optional.empty();
    }
}
