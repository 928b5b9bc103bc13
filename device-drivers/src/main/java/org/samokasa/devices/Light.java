package org.samokasa.devices;

import java.util.Objects;
import java.util.Set;

/** The light on a pole above a lane: green, yellow and red. */
public interface Light extends Device {
    /** Shows this from now on; kept, and shown again after a reconnect. Switched off when the device is closed. */
    void show(Pattern pattern);

    @Override
    default Set<MachineTest> tests() {
        return Set.of(MachineTest.SHOW_COLOURS);
    }

    record Pattern(Lamp green, Lamp yellow, Lamp red) {
        public static final Pattern DARK = new Pattern(Lamp.OFF, Lamp.OFF, Lamp.OFF);

        public Pattern {
            Objects.requireNonNull(green, "green");
            Objects.requireNonNull(yellow, "yellow");
            Objects.requireNonNull(red, "red");
        }
    }

    enum Lamp {
        OFF,
        ON,
        BLINKING
    }
}
