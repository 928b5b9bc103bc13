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
public record PanelState(List<Machine> machines, List<WireLine> wires, Scenarios scenarios) {
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

    /**
     * A message that passed on a wire, or as much of it as has come.
     *
     * @param meaning for people
     * @param whole false while the rest is on its way
     * @param sound false when the bytes mean nothing
     */
    public record WireLine(
            Instant at, String machine, boolean fromShop, Bytes bytes, String meaning, boolean whole, boolean sound) {}

    /**
     * The scenarios at hand.
     *
     * @param saved names of those in the folder
     * @param recording whether steps are being written down
     * @param steps written down so far
     * @param playing name of the one that plays, empty for none
     */
    public record Scenarios(List<String> saved, boolean recording, int steps, String playing) {
        public static final Scenarios NONE = new Scenarios(List.of(), false, 0, "");

        public Scenarios {
            saved = List.copyOf(saved);
        }
    }
}
