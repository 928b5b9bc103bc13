package org.samokasa.kiosk.lane.event;

import java.time.Instant;
import org.samokasa.kiosk.lane.Lane;

/** What passed between lane and hub. */
public sealed interface HubEvent extends LaneEvent {
    /** The hub has everything up to this journal position on its own disk. */
    record HubConfirmed(Instant at, long position) implements HubEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.confirmedByHub(position);
        }
    }

    /**
     * An order of the hub was carried out together with the events written beside this one.
     *
     * @param stream names the hub's journal: a hub that began anew counts anew
     */
    record HubOrderTaken(Instant at, String stream, long number) implements HubEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.orderedByHub(stream, number);
        }
    }
}
