package org.samokasa.kiosk.store;

import java.util.List;
import org.samokasa.kiosk.help.HelpRefusal;

/** The answer to a {@link StoreCommand}. */
public sealed interface StoreDecision {
    /** These events; none when it was so already. */
    record Happens(List<StoreEvent> events) implements StoreDecision {
        public Happens {
            events = List.copyOf(events);
        }
    }

    /**
     * Nothing happens.
     *
     * @param detail a name or an id for the message; may be empty
     */
    record Refused(HelpRefusal reason, String detail) implements StoreDecision {}
}
