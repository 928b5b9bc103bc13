package org.samokasa.kiosk.persistence.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One file of a journal, read and written at given offsets in bytes. */
public interface SegmentFile extends Closeable {
    /** Length of the file, in bytes. */
    long size() throws IOException;

    /** Fills the buffer from the offset on; fewer bytes only where the file ends. */
    void read(ByteBuffer into, long offset) throws IOException;

    /** Writes all remaining bytes of the buffer at the offset; the file grows when needed. */
    void write(ByteBuffer from, long offset) throws IOException;

    /** Returns when everything written so far survives a power cut; an exception means nobody knows. */
    void force() throws IOException;
}
