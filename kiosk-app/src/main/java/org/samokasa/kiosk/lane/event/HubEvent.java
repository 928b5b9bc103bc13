package org.samokasa.kiosk.lane.event;

import java.time.Instant;
import org.samokasa.kiosk.lane.Lane;

/** What passed between lane and hub. */
public sealed interface HubEvent extends LaneEvent {
    /** The hub has everything up to this journal position on its own disk. */
    record HubConfirmed(Instant at, long position) implements HubEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.hub(position, 0);
        }
    }

    /** An order of the hub was carried out together with the events written beside this one. */
    record HubOrderTaken(Instant at, long number) implements HubEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.hub(0, number);
        }
    }
}
