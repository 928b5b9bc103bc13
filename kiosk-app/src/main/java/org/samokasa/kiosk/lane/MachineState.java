package org.samokasa.kiosk.lane;

import java.time.Instant;

/**
 * How one machine is.
 *
 * @param machine name from the configuration, for instance {@code scanner}
 * @param cause in the device API's words, empty when up
 * @param since when it came into this state
 */
public record MachineState(String machine, Level level, String cause, String detail, Instant since) {
    public enum Level {
        UNKNOWN,
        UP,
        DEGRADED,
        DOWN
    }

    /** The same from this moment on: a wait for the machine counts from here. */
    public MachineState from(Instant moment) {
        return new MachineState(machine, level, cause, detail, moment);
    }

    public boolean usable() {
        return level == Level.UP || level == Level.DEGRADED;
    }
}
