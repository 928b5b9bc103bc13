package org.samokasa.kiosk.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;

/** A file of a {@link FaultyDisk} as H2 wants to see it. */
final class PowerLossChannel extends FileBaseDefault {
    private final FaultyFile file;

    PowerLossChannel(FaultyFile file) {
        this.file = file;
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public synchronized int read(ByteBuffer into, long position) {
        if (into.hasRemaining() && position >= file.size()) {
            return -1;
        }
        int before = into.remaining();
        file.read(into, position);
        return before - into.remaining();
    }

    @Override
    public synchronized int write(ByteBuffer from, long position) throws IOException {
        int count = from.remaining();
        file.write(from, position);
        return count;
    }

    @Override
    protected void implTruncate(long length) throws IOException {
        if (length < file.size()) {
            file.shorten(length);
        }
    }

    @Override
    public void force(boolean withMetaData) throws IOException {
        file.force();
    }

    @Override
    protected void implCloseChannel() {
        file.close();
    }

    /** Nobody else can reach this disk, so every lock is granted. */
    @Override
    public synchronized FileLock tryLock(long position, long size, boolean shared) {
        return new FileLock((FileChannel) this, position, size, shared) {
            @Override
            public boolean isValid() {
                return true;
            }

            @Override
            public void release() {}
        };
    }
}
