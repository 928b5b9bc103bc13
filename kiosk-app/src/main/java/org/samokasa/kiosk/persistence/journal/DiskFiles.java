package org.samokasa.kiosk.persistence.journal;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** A directory of the real file system. */
public final class DiskFiles implements JournalFiles {
    /** Read in one go: Java copies what is read once more, and so much of it is still in the processor's cache then. */
    private static final int READ_BYTES = 1 << 16;

    private final Path directory;
    private final String contents;

    /** The directory is made when a journal is first opened there. */
    public DiskFiles(Path directory) {
        this(directory, "journal");
    }

    /** @param contents what lies there, in a word; names the lock, so that two kinds of files can share a directory */
    public DiskFiles(Path directory, String contents) {
        this.directory = directory;
        this.contents = contents;
    }

    @Override
    public List<String> list() throws IOException {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(directory)) {
            return paths.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Override
    public SegmentFile open(String name) throws IOException {
        return new OnDisk(FileChannel.open(directory.resolve(name), StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    @Override
    public SegmentFile openForReading(String name) throws IOException {
        return new OnDisk(FileChannel.open(directory.resolve(name), StandardOpenOption.READ));
    }

    @Override
    public SegmentFile create(String name) throws IOException {
        return new OnDisk(FileChannel.open(
                directory.resolve(name),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(directory.resolve(from), directory.resolve(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void forceDirectory() throws IOException {
        force(directory);
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /**
     * Makes the names of the directory itself and of those above it safe: on its first day they may be as new as the
     * journal, and a journal in a directory that a power cut takes away is gone. One that we may not write to holds no
     * name of our making, and on a read-only file system the force itself may fail.
     */
    private void forceParents() throws IOException {
        Path parent = directory.toAbsolutePath().getParent();
        while (parent != null && Files.isWritable(parent) && Files.isReadable(parent)) {
            force(parent);
            parent = parent.getParent();
        }
    }

    @Override
    public Closeable lock() throws IOException {
        Files.createDirectories(directory);
        forceParents();
        FileChannel channel = FileChannel.open(
                directory.resolve(contents + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new JournalException("this process has the " + contents + " in " + directory + " open already", e);
        }
        channel.close();
        throw new JournalException("another process has the " + contents + " in " + directory + " open");
    }

    /** A file behind a channel. An interrupt closes the channel, which stops the journal: do not interrupt a writer. */
    private record OnDisk(FileChannel channel) implements SegmentFile {
        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void read(ByteBuffer into, long offset) throws IOException {
            long at = offset;
            int end = into.limit();
            while (into.position() < end) {
                into.limit(Math.min(end, into.position() + READ_BYTES));
                int count = channel.read(into, at);
                into.limit(end);
                if (count < 0) {
                    return;
                }
                at += count;
            }
        }

        @Override
        public void write(ByteBuffer from, long offset) throws IOException {
            long at = offset;
            while (from.hasRemaining()) {
                int count = channel.write(from, at);
                if (count <= 0) {
                    throw new EOFException("the disk took no more bytes at " + at);
                }
                at += count;
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
