package org.samokasa.kiosk.disk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.lane.LaneJournal;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.kiosk.persistence.journal.JournalOptions;
import org.samokasa.kiosk.persistence.lane.StoredLaneJournal;

/**
 * A scripted shift as it went onto a disk.
 *
 * @param decisions what was appended, one list of payloads for each decision of the lane
 * @param events    the same as events, one after the other
 * @param moments   the disk before each operation, and at the end
 */
record RecordedShift(List<List<byte[]>> decisions, List<LaneEvent> events, List<Moment> moments) {
    /** Small, so that a shift fills a few of them. */
    static final JournalOptions SEGMENTS = new JournalOptions(8 << 10);

    /**
     * The disk at one moment.
     *
     * @param next         what is about to happen, for messages
     * @param acknowledged decisions whose append has returned
     */
    record Moment(String next, FaultyDisk disk, int acknowledged) {
        @Override
        public String toString() {
            return "before " + next + " with " + acknowledged + " decisions acknowledged";
        }
    }

    /** Works the shift through the lane's engine and its real journal. */
    static RecordedShift record() throws IOException {
        FaultyDisk disk = new FaultyDisk();
        List<Moment> moments = new ArrayList<>();
        List<List<byte[]>> decisions = new ArrayList<>();
        List<LaneEvent> events = new ArrayList<>();
        disk.beforeEach(operation -> moments.add(new Moment(operation.toString(), disk.afterKill(), decisions.size())));
        try (StoredLaneJournal stored = StoredLaneJournal.open(disk, SEGMENTS, (position, event) -> {})) {
            LaneJournal noting = decided -> {
                long position = stored.append(decided);
                decisions.add(decided.stream()
                        .map(event -> RecordJson.write(LaneEvent.class, event))
                        .toList());
                events.addAll(decided);
                return position;
            };
            ScriptedShift.work(noting);
        }
        moments.add(new Moment("the end", disk.afterKill(), decisions.size()));
        disk.assertNothingLeftOpen();
        return new RecordedShift(List.copyOf(decisions), List.copyOf(events), List.copyOf(moments));
    }
}
