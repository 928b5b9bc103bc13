package org.samokasa.soak.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.samokasa.protocol.Bytes;

/** Bytes that are wrong in every way: random ones, and right messages with something changed. */
final class Noise {
    private static final int RANDOM_MAX = 96;
    private static final int RUN_MAX = 6_000;
    private static final int CHANGES_MAX = 4;
    /** What protocols frame with: STX, ETX, EOT, ENQ, ACK, CR, LF, DLE, NAK, ESC, GS. */
    private static final byte[] FRAMING = {2, 3, 4, 5, 6, 13, 10, 16, 21, 27, 29};

    private final SplittableRandom chance;
    private final List<Bytes> samples;

    /** @param samples right messages of the protocol, not empty */
    Noise(SplittableRandom chance, List<Bytes> samples) {
        this.chance = chance;
        this.samples = List.copyOf(samples);
    }

    /** The next bytes, in the pieces in which they arrive. */
    List<Bytes> next() {
        byte[] message = switch (chance.nextInt(8)) {
            case 0 -> random(1 + chance.nextInt(RANDOM_MAX));
            case 1 -> framed();
            case 2 -> run();
            case 3 -> sample();
            default -> changed(sample());
        };
        return pieces(message);
    }

    private byte[] random(int size) {
        byte[] bytes = new byte[size];
        chance.nextBytes(bytes);
        return bytes;
    }

    /** Mostly framing: what a parser's states are most easily confused by. */
    private byte[] framed() {
        byte[] bytes = random(1 + chance.nextInt(RANDOM_MAX));
        for (int i = 0; i < bytes.length; i++) {
            if (chance.nextBoolean()) {
                bytes[i] = FRAMING[chance.nextInt(FRAMING.length)];
            }
        }
        return bytes;
    }

    /** One byte over and over: a message that does not end. */
    private byte[] run() {
        byte[] bytes = new byte[1 + chance.nextInt(RUN_MAX)];
        java.util.Arrays.fill(bytes, (byte) chance.nextInt(256));
        return bytes;
    }

    private byte[] sample() {
        return samples.get(chance.nextInt(samples.size())).toArray();
    }

    private byte[] changed(byte[] message) {
        byte[] bytes = message;
        int changes = 1 + chance.nextInt(CHANGES_MAX);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            bytes = changedOnce(bytes);
        }
        return bytes.length == 0 ? message : bytes;
    }

    private byte[] changedOnce(byte[] bytes) {
        int at = chance.nextInt(bytes.length);
        Bytes all = Bytes.copyOf(bytes);
        Bytes before = all.slice(0, at);
        return switch (chance.nextInt(5)) {
            case 0 -> before.toArray();
            case 1 -> before.plus(all.slice(at + 1, bytes.length)).toArray();
            case 2 -> before.plus(all).toArray();
            case 3 ->
                before.plus(Bytes.copyOf(random(1 + chance.nextInt(4))))
                        .plus(all.slice(at, bytes.length))
                        .toArray();
            default -> {
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << chance.nextInt(8));
                yield flipped;
            }
        };
    }

    private List<Bytes> pieces(byte[] message) {
        List<Bytes> pieces = new ArrayList<>();
        int from = 0;
        while (from < message.length) {
            int most = chance.nextInt(3) == 0 ? 3 : message.length;
            int to = Math.min(message.length, from + 1 + chance.nextInt(most));
            pieces.add(Bytes.copyOf(message, from, to));
            from = to;
        }
        return pieces;
    }
}
