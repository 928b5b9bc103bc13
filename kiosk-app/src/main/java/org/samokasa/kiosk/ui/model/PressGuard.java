package org.samokasa.kiosk.ui.model;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps a bouncing finger and a double tap from acting twice: after a press, and after the screen changed, nothing acts
 * for a moment.
 *
 * @param until nothing acts before this
 */
public record PressGuard(Instant until) {
    /** UX.md section 6: debounce and screen change alike. */
    static final Duration TIME = Duration.ofMillis(300);

    public static PressGuard open() {
        return new PressGuard(Instant.EPOCH);
    }

    public boolean lets(Instant now) {
        return !now.isBefore(until);
    }

    /** Something happened: shut for the moment. */
    public PressGuard after(Instant event) {
        return new PressGuard(event.plus(TIME));
    }
}
