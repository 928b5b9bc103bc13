package org.samokasa.sim.app;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.panel.PanelState.WireLine;
import org.samokasa.sim.transport.WireTap;

/** Keeps the newest bytes of all wires. For all threads. */
final class WireLog implements WireTap {
    private static final int LINES_MAX = 400;

    private final Deque<WireLine> lines = new ArrayDeque<>();

    @Override
    public synchronized void saw(Instant at, String machine, Direction direction, Bytes bytes) {
        lines.add(new WireLine(at, machine, direction == Direction.FROM_SHOP, bytes));
        if (lines.size() > LINES_MAX) {
            lines.remove();
        }
    }

    synchronized List<WireLine> newest() {
        return List.copyOf(lines);
    }
}
