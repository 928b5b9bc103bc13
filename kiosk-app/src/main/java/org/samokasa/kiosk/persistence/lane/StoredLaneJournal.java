package org.samokasa.kiosk.persistence.lane;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.lane.LaneJournal;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.kiosk.persistence.journal.JournalFiles;
import org.samokasa.kiosk.persistence.journal.JournalOptions;
import org.samokasa.kiosk.persistence.journal.SegmentedJournal;

/** Lane events in a {@link SegmentedJournal}; those of one decision are one frame, there together or not at all. */
public final class StoredLaneJournal implements LaneJournal, Closeable {
    private final SegmentedJournal journal;

    private StoredLaneJournal(SegmentedJournal journal) {
        this.journal = journal;
    }

    /** Sees every fact there is, with its position, oldest first. */
    public interface Replay {
        void fact(long position, LaneEvent event);
    }

    /**
     * Opens the journal and replays it.
     *
     * @throws IOException when it is damaged, in use by another process, or the disk fails
     */
    public static StoredLaneJournal open(JournalFiles files, Replay replay) throws IOException {
        return open(files, JournalOptions.DEFAULT, replay);
    }

    /** The same with segments of a chosen size. */
    public static StoredLaneJournal open(JournalFiles files, JournalOptions options, Replay replay) throws IOException {
        return new StoredLaneJournal(SegmentedJournal.open(
                files,
                options,
                (position, payload) -> replay.fact(position, RecordJson.read(LaneEvent.class, payload))));
    }

    @Override
    public long append(List<LaneEvent> events) throws IOException {
        List<byte[]> payloads = new ArrayList<>(events.size());
        for (LaneEvent event : events) {
            payloads.add(RecordJson.write(LaneEvent.class, event));
        }
        return journal.append(payloads);
    }

    /** Names this very journal, so that a hub notices when a lane began anew. */
    public String identity() {
        return journal.identity().orElse("");
    }

    public long lastPosition() {
        return journal.lastSequence();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
