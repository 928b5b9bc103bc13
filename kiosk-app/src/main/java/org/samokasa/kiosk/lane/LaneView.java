package org.samokasa.kiosk.lane;

import java.time.Instant;
import java.util.Optional;

/**
 * A snapshot of the lane for whoever shows it.
 *
 * @param hubConnected whether the store hub can be reached
 * @param stopped why the lane takes nothing more (its disk failed), empty while all is well
 */
public record LaneView(Lane lane, Readings readings, Instant at, boolean hubConnected, Optional<String> stopped) {
    /** The same at another moment. */
    public LaneView at(Instant moment) {
        return new LaneView(lane, readings, moment, hubConnected, stopped);
    }
}
