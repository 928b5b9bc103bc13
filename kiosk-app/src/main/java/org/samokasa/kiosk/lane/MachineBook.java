package org.samokasa.kiosk.lane;

import java.util.List;
import java.util.Optional;

/** The lane's machines as a technician looks them up. Any thread; nothing here waits. */
public interface MachineBook {
    MachineBook EMPTY = new MachineBook() {
        @Override
        public List<MachineSheet> sheets() {
            return List.of();
        }

        @Override
        public List<WireLine> wire(String machine) {
            return List.of();
        }
    };

    /** In the order of the configuration. */
    List<MachineSheet> sheets();

    /** The newest bytes of its wire, newest first; none for a machine whose wire is not ours. */
    List<WireLine> wire(String machine);

    default Optional<MachineSheet> sheet(String machine) {
        return sheets().stream()
                .filter(sheet -> sheet.machine().equals(machine))
                .findFirst();
    }
}
