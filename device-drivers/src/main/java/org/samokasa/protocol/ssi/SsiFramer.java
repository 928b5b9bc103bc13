package org.samokasa.protocol.ssi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * Finds packets of one side. A packet begins at a length of 4 or more before a known opcode and this side's number; when the
 * sum is wrong, one byte is dropped and the rest is looked at again, never more (sheet section 9.4).
 */
public final class SsiFramer {
    /** What came out of the stream. */
    public sealed interface Frame {
        record Whole(SsiPacket packet) implements Frame {}

        /** What began like a packet and has a wrong sum. */
        record Damaged(Bytes bytes, String why) implements Frame {
            /** What its status said, as far as a damaged packet can be believed. */
            boolean isAgain() {
                return bytes.size() >= SsiPacket.HEAD_BYTES && (bytes.at(3) & SsiPacket.AGAIN) != 0;
            }
        }

        /** Bytes that begin no packet. */
        record Noise(Bytes bytes) implements Frame {}
    }

    private final int source;
    private Bytes collected = Bytes.EMPTY;

    /** @param source whose packets: {@link SsiPacket#DECODER} or {@link SsiPacket#HOST} */
    public SsiFramer(int source) {
        this.source = source;
    }

    public List<Frame> feed(Bytes chunk) {
        collected = collected.plus(chunk);
        return frames();
    }

    /** Nothing more comes of what has begun: its first byte begins no packet. The bytes behind it are looked at again. */
    public List<Frame> giveUpFirst() {
        if (collected.isEmpty()) {
            return List.of();
        }
        List<Frame> frames = new ArrayList<>();
        // A single byte is too little to say that a packet began.
        frames.add(
                collected.size() == 1
                        ? new Frame.Noise(collected)
                        : new Frame.Damaged(collected, "the packet stopped after " + collected.size() + " bytes"));
        drop(1);
        frames.addAll(frames());
        return frames;
    }

    private List<Frame> frames() {
        List<Frame> frames = new ArrayList<>();
        Bytes noise = Bytes.EMPTY;
        while (!collected.isEmpty()) {
            if (!mayBegin()) {
                noise = noise.plus(collected.slice(0, 1));
                drop(1);
                continue;
            }
            int whole = collected.at(0) + SsiPacket.CHECK_BYTES;
            if (collected.size() < SsiPacket.HEAD_BYTES || collected.size() < whole) {
                break;
            }
            if (!noise.isEmpty()) {
                frames.add(new Frame.Noise(noise));
                noise = Bytes.EMPTY;
            }
            frames.add(take(whole));
        }
        if (!noise.isEmpty()) {
            frames.add(new Frame.Noise(noise));
        }
        return frames;
    }

    /** Whether the bytes that are there can be the beginning of a packet. */
    private boolean mayBegin() {
        return collected.at(0) >= SsiPacket.HEAD_BYTES
                && (collected.size() < 2 || SsiOpcode.of(collected.at(1)).isPresent())
                && (collected.size() < 3 || collected.at(2) == source);
    }

    private Frame take(int whole) {
        Bytes bytes = collected.slice(0, whole);
        int counted = whole - SsiPacket.CHECK_BYTES;
        int check = bytes.at(counted) << 8 | bytes.at(counted + 1);
        int off = SsiPacket.sum(bytes.slice(0, counted)) + check & 0xFFFF;
        Optional<SsiOpcode> opcode = SsiOpcode.of(bytes.at(1));
        if (off != 0 || opcode.isEmpty()) {
            drop(1);
            return new Frame.Damaged(bytes, String.format("the sum is off by %04X", off));
        }
        drop(whole);
        return new Frame.Whole(
                new SsiPacket(opcode.get(), source, bytes.at(3), bytes.slice(SsiPacket.HEAD_BYTES, counted)));
    }

    private void drop(int count) {
        collected = collected.slice(count, collected.size());
    }

    /** True while a packet has begun and not ended. */
    public boolean isHalfWay() {
        return !collected.isEmpty();
    }

    /** How many bytes of a packet have arrived that is not whole yet. */
    public int pending() {
        return collected.size();
    }

    public void reset() {
        collected = Bytes.EMPTY;
    }
}
