package org.samokasa.kiosk.help;

import java.util.List;

/** The answer to a {@link HelpCommand}. */
public sealed interface HelpDecision {
    /** These events; none when the command was a repeat. */
    record Happens(List<HelpEvent> events) implements HelpDecision {
        public Happens {
            events = List.copyOf(events);
        }
    }

    /**
     * Nothing happens.
     *
     * @param detail a name or an id for the message; may be empty
     */
    record Refused(HelpRefusal reason, String detail) implements HelpDecision {}
}
