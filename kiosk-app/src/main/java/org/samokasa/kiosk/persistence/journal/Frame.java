package org.samokasa.kiosk.persistence.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Records that became durable together.
 *
 * <pre>
 *  0  4  magic 0xFF "SK" 0x01; 0xFF never occurs in UTF-8, so no text inside a record looks like a frame
 *  4  4  CRC32C of everything after these four bytes
 *  8  4  length of the body in bytes
 * 12  8  number of the first record
 * 20  4  count of records
 * 24 32  SHA-256 of: hash of the frame before, number of the first record, count, body
 * 56  n  body: for each record its length (4 bytes) and its bytes
 * </pre>
 * All numbers are big-endian. Behind the last frame of a segment there are zeros.
 *
 * @param firstSequence number of the first record
 * @param bytes         the whole frame, as it stands in the file
 * @param hash          its own hash
 * @param count         records it says it holds
 */
record Frame(long firstSequence, byte[] bytes, byte[] hash, int count) {
    static final int HEADER_BYTES = 56;
    private static final int MAGIC = 0xFF534B01;
    private static final int CRC_FROM = 8;
    private static final int COUNT_OFFSET = 20;
    private static final int HASH_OFFSET = 24;

    /** Length that the frame of these payloads would have, in bytes. */
    static long length(List<byte[]> payloads) {
        return HEADER_BYTES
                + payloads.stream().mapToLong(p -> Integer.BYTES + p.length).sum();
    }

    /** The frame that continues a chain; the caller has bounded its length. */
    static Frame of(ChainPoint start, List<byte[]> payloads) {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(length(payloads)));
        buffer.putInt(MAGIC).putInt(0).putInt(buffer.capacity() - HEADER_BYTES);
        buffer.putLong(start.nextSequence()).putInt(payloads.size()).position(HEADER_BYTES);
        for (byte[] payload : payloads) {
            buffer.putInt(payload.length).put(payload);
        }
        byte[] bytes = buffer.array();
        byte[] hash = chainedHash(sha256(), start.hash(), bytes);
        buffer.put(HASH_OFFSET, hash);
        buffer.putInt(4, checksum(bytes));
        return new Frame(start.nextSequence(), bytes, hash, payloads.size());
    }

    /** The frame at an offset of a segment, or nothing if these bytes are not a whole and intact one. */
    static Optional<Frame> decode(ByteBuffer segment, int offset) {
        int room = segment.limit() - offset - HEADER_BYTES;
        if (room < 0 || segment.getInt(offset) != MAGIC) {
            return Optional.empty();
        }
        int bodyLength = segment.getInt(offset + 8);
        if (bodyLength < 0 || bodyLength > room) {
            return Optional.empty();
        }
        byte[] bytes = new byte[HEADER_BYTES + bodyLength];
        segment.get(offset, bytes);
        if (segment.getInt(offset + 4) != checksum(bytes)) {
            return Optional.empty();
        }
        byte[] hash = new byte[ChainPoint.HASH_BYTES];
        segment.get(offset + HASH_OFFSET, hash);
        int count = segment.getInt(offset + COUNT_OFFSET);
        return Optional.of(new Frame(segment.getLong(offset + 12), bytes, hash, count));
    }

    /** Whether an intact frame stands anywhere from the offset on. */
    static boolean anyFrom(ByteBuffer segment, int offset) {
        for (int at = offset; at <= segment.limit() - HEADER_BYTES; at++) {
            if (decode(segment, at).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether this frame is the one that belongs after that point.
     *
     * @param sha256 of the caller's own, because making one for each frame takes longer than using it
     */
    boolean chainsFrom(ChainPoint point, MessageDigest sha256) {
        return Arrays.equals(hash, chainedHash(sha256, point.hash(), bytes));
    }

    ChainPoint end() {
        return new ChainPoint(firstSequence + count, hash);
    }

    /** The records, or nothing if the lengths inside do not add up. */
    Optional<List<byte[]>> payloads() {
        ByteBuffer body = ByteBuffer.wrap(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES);
        List<byte[]> payloads = new ArrayList<>();
        while (body.remaining() >= Integer.BYTES && payloads.size() < count) {
            int length = body.getInt();
            if (length < 0 || length > body.remaining()) {
                return Optional.empty();
            }
            byte[] payload = new byte[length];
            body.get(payload);
            payloads.add(payload);
        }
        return body.hasRemaining() || payloads.size() != count || count < 1 ? Optional.empty() : Optional.of(payloads);
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, CRC_FROM, bytes.length - CRC_FROM);
        return (int) crc.getValue();
    }

    private static byte[] chainedHash(MessageDigest digest, byte[] before, byte[] bytes) {
        digest.update(before);
        digest.update(bytes, 12, HASH_OFFSET - 12);
        digest.update(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES);
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
