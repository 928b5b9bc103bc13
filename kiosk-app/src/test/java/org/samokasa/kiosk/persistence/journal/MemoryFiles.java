package org.samokasa.kiosk.persistence.journal;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A directory in memory whose disk can be told to fail; strict about names and about what was left open. */
final class MemoryFiles implements JournalFiles {
    final Map<String, byte[]> contents = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private int open;
    private boolean locked;
    private long bytesUntilFull = Long.MAX_VALUE;
    private boolean forceFails;
    private boolean renameFails;

    MemoryFiles copy() {
        MemoryFiles copy = new MemoryFiles();
        contents.forEach((name, bytes) -> copy.contents.put(name, bytes.clone()));
        return copy;
    }

    void fullAfter(long bytes) {
        bytesUntilFull = bytes;
    }

    void forceFails(boolean fails) {
        forceFails = fails;
    }

    void renameFails(boolean fails) {
        renameFails = fails;
    }

    /** What was done since the last call of this method, in order. */
    List<String> takeCalls() {
        List<String> taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }

    boolean nothingLeftOpen() {
        return open == 0 && !locked;
    }

    @Override
    public List<String> list() {
        return List.copyOf(contents.keySet());
    }

    @Override
    public SegmentFile open(String name) throws IOException {
        if (!contents.containsKey(name)) {
            throw new FileNotFoundException(name);
        }
        open++;
        return new InMemory(name);
    }

    @Override
    public SegmentFile openForReading(String name) throws IOException {
        return open(name);
    }

    @Override
    public SegmentFile create(String name) {
        calls.add("create " + name);
        contents.put(name, new byte[0]);
        open++;
        return new InMemory(name);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        if (renameFails) {
            throw new IOException("rename refused");
        }
        calls.add("rename " + to);
        contents.put(to, Objects.requireNonNull(contents.remove(from)));
    }

    @Override
    public void forceDirectory() {
        calls.add("force directory");
    }

    @Override
    public Closeable lock() throws IOException {
        if (locked) {
            throw new JournalException("locked");
        }
        locked = true;
        return () -> locked = false;
    }

    private final class InMemory implements SegmentFile {
        private final String name;
        private boolean closed;

        InMemory(String name) {
            this.name = name;
        }

        /** A file keeps its handle when it is renamed. */
        private String currentName() {
            if (closed) {
                throw new IllegalStateException(name + " was closed");
            }
            return contents.containsKey(name) ? name : name.replace(".new", "");
        }

        @Override
        public long size() {
            return contents.get(currentName()).length;
        }

        @Override
        public void read(ByteBuffer into, long offset) {
            byte[] bytes = contents.get(currentName());
            into.put(bytes, (int) offset, Math.min(into.remaining(), bytes.length - (int) offset));
        }

        @Override
        public void write(ByteBuffer from, long offset) throws IOException {
            calls.add("write");
            int count = (int) Math.min(from.remaining(), bytesUntilFull);
            bytesUntilFull -= count;
            byte[] bytes = contents.get(currentName());
            byte[] grown = Arrays.copyOf(bytes, Math.max(bytes.length, (int) offset + count));
            from.get(grown, (int) offset, count);
            contents.put(currentName(), grown);
            if (from.hasRemaining()) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void force() throws IOException {
            currentName();
            calls.add("force");
            if (forceFails) {
                throw new IOException("Input/output error");
            }
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                open--;
            }
        }
    }
}
