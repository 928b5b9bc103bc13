package org.samokasa.kiosk.lane;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.lane.event.LaneEvent;

/**
 * The answer to a command.
 *
 * @param events what is now fact, to be written first
 * @param effects what to do after that
 * @param readings what is known of the machines afterwards
 * @param wakeAt when the lane wants a tick if nothing else happens; empty when it waits for nothing
 * @param refusal why nothing of what was asked was done; empty when it was
 */
public record Decision(
        List<LaneEvent> events,
        List<Effect> effects,
        Readings readings,
        Optional<Refusal> refusal,
        Optional<Instant> wakeAt) {
    public Decision {
        events = List.copyOf(events);
        effects = List.copyOf(effects);
    }
}
