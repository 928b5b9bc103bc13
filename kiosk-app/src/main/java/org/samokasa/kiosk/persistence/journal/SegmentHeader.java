package org.samokasa.kiosk.persistence.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The first bytes of a segment file; a file only gets its final name after they are on the disk.
 *
 * <pre>
 *  0  8  magic "SKJRNL" 0x00 0x01 (the last byte is the version of the format)
 *  8  4  number of the segment, from 1
 * 12  4  size of the file in bytes
 * 16  8  number of its first record
 * 24 32  hash of the frame before it, zeros in segment 1
 * 56  4  zero
 * 60  4  CRC32C of the 60 bytes before
 * </pre>
 * All numbers are big-endian.
 */
record SegmentHeader(int number, int segmentBytes, ChainPoint start) {
    static final int BYTES = 64;
    private static final long MAGIC = 0x534B4A524E4C0001L;
    private static final int CRC_OFFSET = 60;

    /** File name of a segment; names sort as their numbers do. */
    static String fileName(int number) {
        return String.format("journal-%08d.segment", number);
    }

    ByteBuffer encode() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.putLong(MAGIC).putInt(number).putInt(segmentBytes);
        bytes.putLong(start.nextSequence()).put(start.hash()).putInt(0);
        bytes.putInt(checksum(bytes));
        return bytes.flip();
    }

    /** The header at the start of a file, or nothing if these bytes are not one. */
    static Optional<SegmentHeader> decode(ByteBuffer file) {
        if (file.limit() < BYTES || file.getLong(0) != MAGIC || file.getInt(CRC_OFFSET) != checksum(file)) {
            return Optional.empty();
        }
        byte[] hash = new byte[ChainPoint.HASH_BYTES];
        file.get(24, hash);
        return Optional.of(new SegmentHeader(file.getInt(8), file.getInt(12), new ChainPoint(file.getLong(16), hash)));
    }

    boolean continues(ChainPoint end) {
        return start.nextSequence() == end.nextSequence() && Arrays.equals(start.hash(), end.hash());
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.duplicate().position(0).limit(CRC_OFFSET));
        return (int) crc.getValue();
    }
}
