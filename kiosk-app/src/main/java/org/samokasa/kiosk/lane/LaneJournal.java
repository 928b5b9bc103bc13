package org.samokasa.kiosk.lane;

import java.io.IOException;
import java.util.List;
import org.samokasa.kiosk.lane.event.LaneEvent;

/** Where facts are made durable. */
public interface LaneJournal {
    /**
     * Makes these facts durable, all or none; returns when they survive a power cut.
     *
     * @param events not empty
     * @return journal position of the first; the others follow one by one
     * @throws IOException when they are not durable: nothing may be done because of them
     */
    long append(List<LaneEvent> events) throws IOException;
}
