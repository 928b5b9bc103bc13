package org.samokasa.kiosk.persistence.journal;

/**
 * How a journal lays out its files.
 *
 * @param segmentBytes size of a new segment file; also bounds a frame. Segments made before keep their size
 */
public record JournalOptions(int segmentBytes) {
    /** 4 MiB: some ten thousand sales, and zeros that a slow flash disk writes within a fraction of a second. */
    public static final JournalOptions DEFAULT = new JournalOptions(4 << 20);

    /** Room for a header and a small frame. */
    static final int SEGMENT_BYTES_MIN = 512;

    /** A segment is read into memory as a whole. */
    static final int SEGMENT_BYTES_MAX = 1 << 28;

    public JournalOptions {
        if (segmentBytes < SEGMENT_BYTES_MIN || segmentBytes > SEGMENT_BYTES_MAX) {
            throw new IllegalArgumentException("segmentBytes must be " + SEGMENT_BYTES_MIN + ".." + SEGMENT_BYTES_MAX);
        }
    }

    /** Largest frame that fits an empty segment, in bytes. */
    int frameBytesMax() {
        return segmentBytes - SegmentHeader.BYTES;
    }
}
