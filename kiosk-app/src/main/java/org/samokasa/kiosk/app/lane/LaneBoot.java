package org.samokasa.kiosk.app.lane;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.event.HubEvent.HubConfirmed;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.kiosk.network.LaneWords;
import org.samokasa.kiosk.persistence.journal.JournalFiles;
import org.samokasa.kiosk.persistence.journal.JournalReader;
import org.samokasa.kiosk.persistence.lane.StoredLaneJournal;

/** Opens a lane's journal and replays it: the lane as it was, and what the hub may not have yet. */
final class LaneBoot {
    private final JournalFiles files;
    private final Lane unopened;
    private final Deque<Unconfirmed> unconfirmed = new ArrayDeque<>();
    private Lane lane;
    private Instant latest = Instant.EPOCH;

    /** A fact the hub wants to know and has not confirmed. */
    private record Unconfirmed(long position, LaneEvent event, Lane before, Lane after) {}

    /** @param unopened the lane before its first fact */
    LaneBoot(JournalFiles files, Lane unopened) {
        this.files = files;
        this.unopened = unopened;
        this.lane = unopened;
    }

    /** @throws IOException when the journal is damaged or in use */
    StoredLaneJournal open() throws IOException {
        return StoredLaneJournal.open(files, (position, event) -> {
            Lane before = lane;
            lane = before.after(event);
            if (LaneWords.concernsHub(event)) {
                unconfirmed.add(new Unconfirmed(position, event, before, lane));
            } else if (event instanceof HubConfirmed confirmed) {
                unconfirmed.removeIf(fact -> fact.position() <= confirmed.position());
            }
            latest = event.at().isAfter(latest) ? event.at() : latest;
        });
    }

    /** The lane as the journal has it. */
    Lane lane() {
        return lane;
    }

    /** Time of the newest fact. */
    Instant latest() {
        return latest;
    }

    /** What the hub has not confirmed, oldest first. */
    List<HubConnection.Waiting> unsent(LaneWords words) {
        List<HubConnection.Waiting> unsent = new ArrayList<>();
        for (Unconfirmed fact : unconfirmed) {
            words.message(fact.event(), fact.before(), fact.after())
                    .ifPresent(message -> unsent.add(new HubConnection.Waiting(fact.position(), message)));
        }
        return unsent;
    }

    /** Visits the facts behind a position; those before it are only folded into the lane. */
    void walk(long from, HubConnection.JournalWalk.Visitor visitor) throws IOException {
        Lane[] folded = {unopened};
        JournalReader.read(files, (position, payload) -> {
            LaneEvent event = RecordJson.read(LaneEvent.class, payload);
            Lane before = folded[0];
            folded[0] = before.after(event);
            if (position > from) {
                visitor.fact(position, event, before, folded[0]);
            }
        });
    }
}
