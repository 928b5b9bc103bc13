package org.samokasa.kiosk.persistence.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One walk through all segments of a journal, checking everything that can be checked. */
final class JournalScan {
    private static final Pattern SEGMENT_NAME = Pattern.compile("journal-\\d{8}\\.segment");

    /**
     * The last segment, as far as it is intact.
     *
     * @param lastFrame offset of the last intact frame, in bytes; the same as {@code end} if there is none
     * @param end       offset behind the last intact frame, in bytes
     * @param clean     whether only zeros follow
     */
    record LastSegment(String name, int number, int lastFrame, int end, boolean clean) {}

    private static final byte[] ZEROS = new byte[1 << 16];

    private final JournalFiles files;
    private final RecordSink sink;
    private final MessageDigest sha256 = Frame.sha256();
    private ChainPoint chain = ChainPoint.START;
    private long frames;
    private int lastFrame;
    private int segments;
    private Optional<byte[]> firstHash = Optional.empty();
    private Optional<LastSegment> last = Optional.empty();

    JournalScan(JournalFiles files, RecordSink sink) {
        this.files = files;
        this.sink = sink;
    }

    /** Walks; the sink has seen every intact record before the first damage. */
    void run() throws IOException {
        List<String> names = files.list().stream()
                .filter(name -> SEGMENT_NAME.matcher(name).matches())
                .sorted()
                .toList();
        for (int i = 0; i < names.size(); i++) {
            int number = i + 1;
            if (!names.get(i).equals(SegmentHeader.fileName(number))) {
                throw damaged(SegmentHeader.fileName(number), 0, "segment file is missing");
            }
            segments = number;
            walk(names.get(i), number, i == names.size() - 1);
        }
    }

    private void walk(String name, int number, boolean isLast) throws IOException {
        ByteBuffer bytes = load(name);
        SegmentHeader header =
                SegmentHeader.decode(bytes).orElseThrow(() -> damaged(name, 0, "segment header is not intact"));
        if (header.number() != number) {
            throw damaged(name, 0, "this is segment " + header.number());
        }
        if (!header.continues(chain)) {
            throw damaged(name, 0, "does not continue the segment before it");
        }
        if (header.segmentBytes() != bytes.limit()) {
            throw damaged(name, bytes.limit(), "file was made with " + header.segmentBytes() + " bytes");
        }
        int end = walkFrames(name, bytes);
        boolean clean = onlyZeros(bytes, end);
        if (!clean && Frame.anyFrom(bytes, end)) {
            throw damaged(name, end, "frame is not intact, and intact ones follow");
        }
        // Behind the last frame of an earlier segment anything may stand: the next header proves nothing is missing.
        if (isLast) {
            last = Optional.of(new LastSegment(name, number, lastFrame, end, clean));
        }
    }

    private int walkFrames(String name, ByteBuffer bytes) throws JournalCorruptException {
        int offset = SegmentHeader.BYTES;
        lastFrame = offset;
        Optional<Frame> next = Frame.decode(bytes, offset);
        while (next.isPresent()) {
            Frame frame = next.get();
            deliver(name, offset, frame);
            lastFrame = offset;
            offset += frame.bytes().length;
            next = Frame.decode(bytes, offset);
        }
        return offset;
    }

    private void deliver(String name, int offset, Frame frame) throws JournalCorruptException {
        if (frame.firstSequence() != chain.nextSequence()) {
            throw damaged(name, offset, "frame starts with record " + frame.firstSequence());
        }
        if (!frame.chainsFrom(chain, sha256)) {
            throw damaged(name, offset, "hash does not continue the frame before it");
        }
        long sequence = chain.nextSequence();
        for (byte[] payload :
                frame.payloads().orElseThrow(() -> damaged(name, offset, "record lengths do not add up"))) {
            sink.accept(sequence, payload);
            sequence++;
        }
        chain = frame.end();
        frames++;
        if (firstHash.isEmpty()) {
            firstHash = Optional.of(frame.hash());
        }
    }

    private ByteBuffer load(String name) throws IOException {
        try (SegmentFile file = files.openForReading(name)) {
            long size = file.size();
            if (size > JournalOptions.SEGMENT_BYTES_MAX) {
                throw damaged(name, JournalOptions.SEGMENT_BYTES_MAX, "file is larger than any segment");
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) size);
            file.read(bytes, 0);
            return bytes.flip();
        }
    }

    /** Megabytes of them in a young segment, so compared in blocks. */
    private static boolean onlyZeros(ByteBuffer bytes, int from) {
        for (int at = from; at < bytes.limit(); at += ZEROS.length) {
            int length = Math.min(ZEROS.length, bytes.limit() - at);
            if (!Arrays.equals(bytes.array(), at, at + length, ZEROS, 0, length)) {
                return false;
            }
        }
        return true;
    }

    private JournalCorruptException damaged(String name, long offset, String reason) {
        return new JournalCorruptException(new Damage(name, offset, chain.nextSequence(), reason));
    }

    ChainPoint chain() {
        return chain;
    }

    Optional<byte[]> firstHash() {
        return firstHash;
    }

    Optional<LastSegment> last() {
        return last;
    }

    /** What was found so far. */
    Verification verification(Optional<Damage> damage) {
        boolean unfinished = last.map(segment -> !segment.clean()).orElse(false);
        return new Verification(chain.nextSequence() - 1, frames, segments, unfinished, damage);
    }
}
