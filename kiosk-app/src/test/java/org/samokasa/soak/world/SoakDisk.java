package org.samokasa.soak.world;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.samokasa.kiosk.persistence.journal.JournalException;
import org.samokasa.kiosk.persistence.journal.JournalFiles;
import org.samokasa.kiosk.persistence.journal.SegmentFile;

/**
 * A disk that after a power cut holds what was forced and, of what was not, any sectors in any combination. It can be
 * full, and it can fail once.
 */
public final class SoakDisk implements JournalFiles {
    private static final int SECTOR_BYTES = 512;

    private final Fuse fuse;
    private final Map<String, Contents> names = new TreeMap<>();
    private final Map<String, Contents> forcedNames = new TreeMap<>();
    private boolean locked;
    private boolean full;
    private Optional<RandomGenerator> failsOnce = Optional.empty();
    private boolean skipsForces;

    private record Write(int offset, byte[] bytes) {}

    private static final class Contents {
        private byte[] shown = new byte[0];
        private byte[] forced = new byte[0];
        private final List<Write> pending = new ArrayList<>();
    }

    /** @param fuse of the computer the disk is in */
    public SoakDisk(Fuse fuse) {
        this.fuse = fuse;
    }

    /** Full: every write fails until there is room again. */
    public void full(boolean isFull) {
        full = isFull;
    }

    /**
     * The next force fails: any part of what it was to force is on the disk, and no later force makes up for the rest,
     * which goes on being shown (fsync(2), section NOTES).
     */
    public void failOnce(RandomGenerator chance) {
        failsOnce = Optional.of(chance);
    }

    /** What a technician can see before a restart; that the next force fails nobody can see. */
    public boolean hasRoom() {
        return !full;
    }

    public boolean isWell() {
        return !full && failsOnce.isEmpty();
    }

    /** A disk that lies: it says forced and does nothing. For planted bugs alone. */
    public void skipForces(boolean skips) {
        skipsForces = skips;
    }

    /** The power goes: what was not forced is there in parts, or not at all. Open files and the lock are gone. */
    public void powerCut(RandomGenerator chance) {
        names.clear();
        names.putAll(forcedNames);
        for (Contents contents : names.values()) {
            contents.pending.forEach(write -> strike(contents, write, chance));
            contents.pending.clear();
            contents.shown = contents.forced.clone();
        }
        locked = false;
        failsOnce = Optional.empty();
    }

    /** The process ended and the power stayed: what was written is there. */
    public void processEnded() {
        locked = false;
    }

    private static void strike(Contents contents, Write write, RandomGenerator chance) {
        int kind = chance.nextInt(3);
        for (int from = 0; from < write.bytes.length && kind != 0; ) {
            int sectorEnd = (write.offset + from) / SECTOR_BYTES * SECTOR_BYTES + SECTOR_BYTES;
            int to = Math.min(write.bytes.length, sectorEnd - write.offset);
            if (kind == 1 || chance.nextBoolean()) {
                contents.forced = put(contents.forced, write.offset + from, write.bytes, from, to - from);
            }
            from = to;
        }
    }

    private static byte[] put(byte[] into, int offset, byte[] bytes, int from, int count) {
        byte[] grown = into.length >= offset + count ? into : Arrays.copyOf(into, offset + count);
        System.arraycopy(bytes, from, grown, offset, count);
        return grown;
    }

    private Contents existing(String name) throws IOException {
        Contents contents = names.get(name);
        if (contents == null) {
            throw new FileNotFoundException(name);
        }
        return contents;
    }

    @Override
    public List<String> list() {
        return List.copyOf(names.keySet());
    }

    @Override
    public SegmentFile open(String name) throws IOException {
        return new OpenFile(existing(name));
    }

    @Override
    public SegmentFile openForReading(String name) throws IOException {
        return open(name);
    }

    @Override
    public SegmentFile create(String name) throws IOException {
        refuseWhenFull();
        Contents contents = new Contents();
        names.put(name, contents);
        return new OpenFile(contents);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        fuse.passes();
        Contents contents = existing(from);
        names.remove(from);
        names.put(to, contents);
    }

    @Override
    public void forceDirectory() {
        fuse.passes();
        forcedNames.clear();
        forcedNames.putAll(names);
    }

    @Override
    public Closeable lock() throws IOException {
        if (locked) {
            throw new JournalException("another process has the disk");
        }
        locked = true;
        return () -> locked = false;
    }

    private void refuseWhenFull() throws IOException {
        if (full) {
            throw new IOException("No space left on device");
        }
    }

    private final class OpenFile implements SegmentFile {
        private final Contents contents;

        private OpenFile(Contents contents) {
            this.contents = contents;
        }

        @Override
        public long size() {
            return contents.shown.length;
        }

        @Override
        public void read(ByteBuffer into, long offset) {
            into.put(contents.shown, (int) offset, Math.min(into.remaining(), contents.shown.length - (int) offset));
        }

        @Override
        public void write(ByteBuffer from, long offset) throws IOException {
            fuse.passes();
            refuseWhenFull();
            byte[] bytes = new byte[from.remaining()];
            from.get(bytes);
            contents.shown = put(contents.shown, (int) offset, bytes, 0, bytes.length);
            contents.pending.add(new Write((int) offset, bytes));
        }

        @Override
        public void force() throws IOException {
            fuse.passes();
            if (failsOnce.isPresent()) {
                RandomGenerator chance = failsOnce.get();
                contents.pending.forEach(write -> strike(contents, write, chance));
                contents.pending.clear();
                failsOnce = Optional.empty();
                throw new IOException("Input/output error");
            }
            if (skipsForces) {
                return;
            }
            contents.pending.forEach(
                    write -> contents.forced = put(contents.forced, write.offset, write.bytes, 0, write.bytes.length));
            contents.pending.clear();
            fuse.passes();
        }

        @Override
        public void close() {
            // Nothing is given back: a power cut takes everything anyway.
        }
    }
}
