package org.samokasa.sim.panel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.device.printer.PaperPiece;

/**
 * Everything the panel shows at one moment.
 *
 * @param wires newest last
 */
public record PanelState(List<Machine> machines, List<WireLine> wires) {
    public PanelState {
        machines = List.copyOf(machines);
        wires = List.copyOf(wires);
    }

    /**
     * One machine.
     *
     * @param address where the shop's side finds it
     * @param facts as its operator tells them
     */
    public record Machine(
            String name,
            String kind,
            String address,
            boolean plugged,
            Map<String, String> facts,
            List<PaperPiece> paper) {}

    /** Bytes that passed on a wire. */
    public record WireLine(Instant at, String machine, boolean fromShop, Bytes bytes) {}
}
