package org.samokasa.kiosk.persistence.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * An append-only journal for one writer.
 *
 * <p>{@link #append} returns when its records survive a power cut, and not before. All records of one call are one
 * frame: they are there together or not at all, and only the frame being written can be torn. After a write or a force
 * that failed nobody knows what the disk holds, so the journal takes nothing more until it is opened again.
 *
 * <p>One limit is inherent: a last frame that was acknowledged and has rotted since looks like one that was torn, and
 * is cleared like it. Every earlier frame is vouched for by those that follow.
 *
 * <p>Not safe for use by several threads.
 */
public final class SegmentedJournal implements Closeable {
    private static final int ZEROS_BYTES = 1 << 16;
    private static final int IDENTITY_BYTES = 8;

    private final JournalFiles files;
    private final JournalOptions options;
    private final Closeable lock;
    private SegmentFile segment;
    private int segmentNumber;
    private long segmentBytes;
    private long position;
    private ChainPoint chain;
    private Optional<byte[]> firstHash;
    private Optional<Exception> stopped = Optional.empty();

    private SegmentedJournal(JournalFiles files, JournalOptions options, Closeable lock) {
        this.files = files;
        this.options = options;
        this.lock = lock;
    }

    /**
     * Opens the journal of a directory, or begins one. A torn last write is cleared. When this returns, every record
     * survives a power cut, also one that the process before never acknowledged; until then nothing may be done because
     * of a record.
     *
     * @param sink sees every record there is, oldest first, before this returns
     * @throws JournalCorruptException if something else than the last write is not intact, naming where
     * @throws JournalException        if another process has the journal open
     * @throws IOException             if the disk does not do what it is asked
     */
    public static SegmentedJournal open(JournalFiles files, JournalOptions options, RecordSink sink)
            throws IOException {
        SegmentedJournal journal = new SegmentedJournal(files, options, files.lock());
        try {
            journal.start(sink);
            return journal;
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private void start(RecordSink sink) throws IOException {
        JournalScan scan = new JournalScan(files, sink);
        scan.run();
        chain = scan.chain();
        firstHash = scan.firstHash();
        if (scan.last().isEmpty()) {
            beginSegment(1);
            return;
        }
        JournalScan.LastSegment last = scan.last().get();
        segment = files.open(last.name());
        segmentNumber = last.number();
        segmentBytes = segment.size();
        position = last.end();
        makeSafe(last);
    }

    /**
     * Puts on the disk what the process before may have left in the operating system's cache alone: it was killed
     * between a write and its force, or before the name of the segment was forced, or a force failed. After a failed
     * force Linux goes on showing what was never written, does not write it and reports the next force as successful;
     * only writing it again helps. That can be the last frame and no other.
     *
     * @see "fsync(2), section NOTES; wiki.postgresql.org/wiki/Fsync_Errors"
     */
    private void makeSafe(JournalScan.LastSegment last) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(last.end() - last.lastFrame());
        segment.read(frame, last.lastFrame());
        segment.write(frame.flip(), last.lastFrame());
        if (!last.clean()) {
            fillWithZeros(segment, position, segmentBytes);
        }
        segment.force();
        files.forceDirectory();
    }

    /**
     * Makes records durable, all or none.
     *
     * @param payloads at least one, together smaller than a segment
     * @return the number of the first; the others follow it one by one
     * @throws JournalException         if the disk refused, now or before: nothing may be acknowledged, and nothing
     *     more is taken until the journal is opened again
     * @throws IllegalArgumentException if there is no payload or they are too long together; the journal goes on
     */
    public long append(List<byte[]> payloads) throws JournalException {
        if (stopped.isPresent()) {
            throw new JournalException("journal has stopped: " + stopped.get().getMessage(), stopped.get());
        }
        if (payloads.isEmpty() || Frame.length(payloads) > options.frameBytesMax()) {
            throw new IllegalArgumentException(
                    payloads.size() + " payloads in a frame of " + Frame.length(payloads) + " bytes");
        }
        Frame frame = Frame.of(chain, payloads);
        try {
            write(frame);
        } catch (IOException | RuntimeException e) {
            stopped = Optional.of(e);
            throw new JournalException("record " + frame.firstSequence() + " is not durable: " + e.getMessage(), e);
        }
        chain = frame.end();
        if (firstHash.isEmpty()) {
            firstHash = Optional.of(frame.hash());
        }
        return frame.firstSequence();
    }

    private void write(Frame frame) throws IOException {
        if (position + frame.bytes().length > segmentBytes) {
            segment.close();
            beginSegment(segmentNumber + 1);
        }
        segment.write(ByteBuffer.wrap(frame.bytes()), position);
        segment.force();
        position += frame.bytes().length;
    }

    /**
     * Makes a segment under a passing name and renames it when all of it is on the disk: a file with a segment's name
     * is always whole, so a short one is damage and not a power cut.
     */
    private void beginSegment(int number) throws IOException {
        String name = SegmentHeader.fileName(number);
        String passingName = name + ".new";
        SegmentFile file = files.create(passingName);
        try {
            fillWithZeros(file, 0, options.segmentBytes());
            file.write(new SegmentHeader(number, options.segmentBytes(), chain).encode(), 0);
            file.force();
            files.rename(passingName, name);
            files.forceDirectory();
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
        segment = file;
        segmentNumber = number;
        segmentBytes = options.segmentBytes();
        position = SegmentHeader.BYTES;
    }

    private static void fillWithZeros(SegmentFile file, long from, long to) throws IOException {
        for (long at = from; at < to; at += ZEROS_BYTES) {
            file.write(ByteBuffer.allocate((int) Math.min(ZEROS_BYTES, to - at)), at);
        }
    }

    /** Number of the last durable record; 0 before the first. */
    public long lastSequence() {
        return chain.nextSequence() - 1;
    }

    /**
     * A name for this very journal, made from the hash of its first frame: another one, or one begun again, has another
     * name. Empty before the first append.
     */
    public Optional<String> identity() {
        return firstHash.map(hash -> HexFormat.of().formatHex(hash, 0, IDENTITY_BYTES));
    }

    /** Why nothing more is taken; empty while all is well. */
    public Optional<Exception> stopped() {
        return stopped;
    }

    @Override
    public void close() throws IOException {
        stopped = stopped.or(() -> Optional.of(new JournalException("closed")));
        try {
            if (segment != null) {
                segment.close();
            }
        } finally {
            lock.close();
        }
    }
}
