package org.samokasa.kiosk.persistence.journal;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * The one directory a journal lives in, as little of a file system as it needs, so that a disk that tears, fills up or
 * loses what was not forced can be slid under it. {@link DiskFiles} is the real one.
 */
public interface JournalFiles {
    /** The names of all files in the directory, in no order. */
    List<String> list() throws IOException;

    /** Opens a file that is there, for reading and writing. */
    SegmentFile open(String name) throws IOException;

    /** Opens a file that is there, for reading; needs no lock and no right to write. */
    SegmentFile openForReading(String name) throws IOException;

    /** Makes a file, or empties it if it is there. */
    SegmentFile create(String name) throws IOException;

    /** Gives a file another name in one step; readers see the old name or the new one. */
    void rename(String from, String to) throws IOException;

    /** Returns when the names made so far survive a power cut. */
    void forceDirectory() throws IOException;

    /**
     * Keeps every other writer out until closed.
     *
     * @throws JournalException if somebody else holds the lock
     */
    Closeable lock() throws IOException;
}
