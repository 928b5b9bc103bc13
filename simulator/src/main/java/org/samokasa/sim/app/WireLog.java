package org.samokasa.sim.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.panel.PanelState.WireLine;
import org.samokasa.sim.transport.WireTap;

/** Keeps the newest bytes of all wires, message by message, with their meaning. For all threads. */
final class WireLog implements WireTap {
    private static final int LINES_MAX = 400;
    /** Pieces of one message follow each other faster than this, at every speed that machines use. */
    private static final Duration PIECE_PAUSE_MAX = Duration.ofMillis(500);
    /** A message that is longer than this is a stream: its pieces stay lines of their own. */
    private static final int MESSAGE_BYTES_MAX = 4_096;

    private final Map<String, WireWords> words;
    private final List<WireLine> lines = new ArrayList<>();

    /** @param words of each machine */
    WireLog(Map<String, WireWords> words) {
        this.words = Map.copyOf(words);
    }

    @Override
    public synchronized void saw(Instant at, String machine, Direction direction, Bytes bytes) {
        boolean fromShop = direction == Direction.FROM_SHOP;
        int begun = begun(machine, fromShop, at, bytes.size());
        Bytes message = begun < 0 ? bytes : lines.get(begun).bytes().plus(bytes);
        WireWords.Said said = words.get(machine).say(fromShop, message);
        WireLine line = new WireLine(at, machine, fromShop, message, said.text(), said.whole(), said.sound());
        if (begun >= 0) {
            lines.remove(begun);
        }
        lines.add(line);
        if (lines.size() > LINES_MAX) {
            lines.remove(0);
        }
    }

    /** Place of the line that these bytes go on with, -1 for none. */
    private int begun(String machine, boolean fromShop, Instant at, int size) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            WireLine line = lines.get(i);
            if (line.machine().equals(machine) && line.fromShop() == fromShop) {
                boolean goesOn = !line.whole()
                        && at.isBefore(line.at().plus(PIECE_PAUSE_MAX))
                        && line.bytes().size() + size <= MESSAGE_BYTES_MAX;
                return goesOn ? i : -1;
            }
        }
        return -1;
    }

    synchronized List<WireLine> newest() {
        return List.copyOf(lines);
    }
}
