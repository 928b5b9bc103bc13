package org.samokasa.kiosk.persistence.journal;

/** Takes the records of a journal, oldest first. */
@FunctionalInterface
public interface RecordSink {
    /**
     * @param sequence number of the record, one more than that of the record before; the first is 1
     * @param payload  the bytes that were appended; the receiver may keep the array
     */
    void accept(long sequence, byte[] payload);
}
