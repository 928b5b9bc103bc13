package org.samokasa.kiosk.persistence.journal;

import java.io.IOException;
import java.util.Optional;

/** Reads a journal without taking its lock, so a lane may go on writing meanwhile. */
public final class JournalReader {
    private JournalReader() {}

    /**
     * Walks the whole journal and hands every intact record to the sink, until the end or the first damage.
     *
     * @throws IOException if a file cannot be read; damage is not an exception but part of the answer
     */
    public static Verification read(JournalFiles files, RecordSink sink) throws IOException {
        JournalScan scan = new JournalScan(files, sink);
        try {
            scan.run();
            return scan.verification(Optional.empty());
        } catch (JournalCorruptException e) {
            return scan.verification(Optional.of(e.damage()));
        }
    }

    /** Walks the whole journal and only counts. */
    public static Verification verify(JournalFiles files) throws IOException {
        return read(files, (sequence, payload) -> {});
    }
}
