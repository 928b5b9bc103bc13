package org.samokasa.protocol.zvt;

import org.samokasa.protocol.Bytes;

/**
 * One block of the serial line (section 1.2): DLE STX, the message with each DLE doubled, DLE ETX and two CRC bytes that
 * are never doubled.
 *
 * @param message unstuffed
 * @param crc as received
 * @param crcExpected as computed
 * @param end index behind the block
 */
record SerialFrame(Bytes message, int crc, int crcExpected, int end) {
    static final int DLE = 0x10;
    static final int STX = 0x02;
    static final int ETX = 0x03;

    /** CRC-16/KERMIT: polynomial 1021 reflected (section 1.3). */
    private static final int POLYNOMIAL = 0x8408;

    /** The block that starts here, or why there is none. */
    sealed interface Reading {}

    record Found(SerialFrame frame) implements Reading {}

    record Broken(String why) implements Reading {}

    /** A message as the line carries it. */
    static Bytes encode(Bytes message) {
        byte[] block = new byte[2 * message.size() + 6];
        int size = 0;
        block[size++] = DLE;
        block[size++] = STX;
        for (int i = 0; i < message.size(); i++) {
            block[size++] = (byte) message.at(i);
            if (message.at(i) == DLE) {
                block[size++] = DLE;
            }
        }
        block[size++] = DLE;
        block[size++] = ETX;
        int crc = crc(message);
        block[size++] = (byte) crc;
        block[size++] = (byte) (crc >> 8);
        return Bytes.copyOf(block, 0, size);
    }

    static boolean startsAt(Bytes bytes, int from) {
        return bytes.size() >= from + 2 && bytes.at(from) == DLE && bytes.at(from + 1) == STX;
    }

    /** @param from where {@link #startsAt} is true */
    static Reading read(Bytes bytes, int from) {
        byte[] message = new byte[bytes.size()];
        int size = 0;
        int position = from + 2;
        while (position < bytes.size()) {
            int octet = bytes.at(position++);
            if (octet == DLE) {
                if (position == bytes.size()) {
                    break;
                }
                int next = bytes.at(position++);
                if (next == ETX) {
                    return close(Bytes.copyOf(message, 0, size), bytes, position);
                }
                if (next != DLE) {
                    return new Broken(String.format("10 followed by %02X inside a block", next));
                }
            }
            message[size++] = (byte) octet;
        }
        return new Broken("the block has no end");
    }

    boolean isSound() {
        return crc == crcExpected;
    }

    /** Over the unstuffed message and the closing ETX. */
    static int crc(Bytes message) {
        int crc = 0;
        for (int i = 0; i <= message.size(); i++) {
            crc ^= i < message.size() ? message.at(i) : ETX;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ POLYNOMIAL;
            }
        }
        return crc;
    }

    private static Reading close(Bytes message, Bytes bytes, int position) {
        if (bytes.size() < position + 2) {
            return new Broken("the check bytes are missing");
        }
        int crc = bytes.at(position) | bytes.at(position + 1) << 8;
        return new Found(new SerialFrame(message, crc, crc(message), position + 2));
    }
}
