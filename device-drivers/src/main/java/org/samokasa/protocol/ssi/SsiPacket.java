package org.samokasa.protocol.ssi;

import org.samokasa.protocol.Bytes;

/**
 * One packet; sheet section 9.1.
 *
 * @param source {@link #DECODER} or {@link #HOST}
 * @param status a sum of {@link #AGAIN}, {@link #MORE}, {@link #PERMANENT}
 * @param data at most {@link #DATA_BYTES_MAX}
 */
public record SsiPacket(SsiOpcode opcode, int source, int status, Bytes data) {
    public static final int DECODER = 0x00;
    public static final int HOST = 0x04;

    /** Sent before. */
    public static final int AGAIN = 0x01;
    /** The text goes on in the next packet. */
    public static final int MORE = 0x02;
    /** A parameter is to survive the power-off; wears the memory, so we never send it. */
    public static final int PERMANENT = 0x08;

    public static final int DATA_BYTES_MAX = 251;

    /** Length, opcode, source, status. */
    static final int HEAD_BYTES = 4;
    /** Two bytes that the length does not count. */
    static final int CHECK_BYTES = 2;

    public SsiPacket {
        if (data.size() > DATA_BYTES_MAX) {
            throw new IllegalArgumentException("a packet holds " + DATA_BYTES_MAX + " bytes, got " + data.size());
        }
    }

    public static SsiPacket ofHost(SsiOpcode opcode, int... data) {
        return new SsiPacket(opcode, HOST, 0, Bytes.of(data));
    }

    public static SsiPacket ofDecoder(SsiOpcode opcode, int status, Bytes data) {
        return new SsiPacket(opcode, DECODER, status, data);
    }

    public boolean isAgain() {
        return (status & AGAIN) != 0;
    }

    public boolean hasMore() {
        return (status & MORE) != 0;
    }

    public SsiPacket again() {
        return new SsiPacket(opcode, source, status | AGAIN, data);
    }

    /** ACK and NAK are never answered. */
    public boolean wantsAnswer() {
        return opcode != SsiOpcode.CMD_ACK && opcode != SsiOpcode.CMD_NAK;
    }

    public Bytes encode() {
        Bytes counted = Bytes.of(HEAD_BYTES + data.size(), opcode.code(), source, status)
                .plus(data);
        int check = -sum(counted) & 0xFFFF;
        return counted.plus(Bytes.of(check >> 8, check & 0xFF));
    }

    /** Of all bytes, not shortened. */
    static int sum(Bytes bytes) {
        int sum = 0;
        for (int i = 0; i < bytes.size(); i++) {
            sum += bytes.at(i);
        }
        return sum;
    }
}
