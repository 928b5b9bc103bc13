package org.samokasa.kiosk.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.samokasa.kiosk.persistence.journal.SegmentFile;

/** A file of a {@link FaultyDisk}, opened once; a file keeps working when it is renamed. */
public final class FaultyFile implements SegmentFile {
    private final FaultyDisk disk;
    private final String name;
    private final StoredFile file;
    private final boolean writable;
    private final Throwable openedAt;
    private boolean closed;

    FaultyFile(FaultyDisk disk, String name, StoredFile file, boolean writable) {
        this.disk = disk;
        this.name = name;
        this.file = file;
        this.writable = writable;
        this.openedAt = new Throwable(name + " was opened here");
    }

    AssertionError misuse(String what) {
        return new AssertionError(name + " " + what, openedAt);
    }

    private void check(boolean writes) {
        if (closed) {
            throw misuse("is used after it was closed");
        }
        if (writes && !writable) {
            throw misuse("is open for reading only");
        }
    }

    @Override
    public long size() {
        synchronized (disk) {
            check(false);
            return file.shown.length();
        }
    }

    @Override
    public void read(ByteBuffer into, long offset) {
        synchronized (disk) {
            check(false);
            if (offset < 0 || offset > file.shown.length()) {
                throw misuse("is read at " + offset + ", behind its end at " + file.shown.length());
            }
            file.shown.read(into, (int) offset);
        }
    }

    @Override
    public void write(ByteBuffer from, long offset) throws IOException {
        synchronized (disk) {
            check(true);
            byte[] bytes = new byte[from.remaining()];
            from.get(bytes);
            disk.write(name, file, Math.toIntExact(offset), bytes);
        }
    }

    /** Cuts the file off; one that is not longer stays as it is. */
    public void shorten(long length) throws IOException {
        synchronized (disk) {
            check(true);
            disk.shorten(name, file, Math.toIntExact(length));
        }
    }

    @Override
    public void force() throws IOException {
        synchronized (disk) {
            check(false);
            disk.force(name, file);
        }
    }

    @Override
    public void close() {
        synchronized (disk) {
            if (!closed) {
                closed = true;
                disk.closed(this);
            }
        }
    }
}
