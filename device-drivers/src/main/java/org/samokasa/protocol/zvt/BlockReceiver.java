package org.samokasa.protocol.zvt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * Cuts a serial line into blocks, ACKs and NAKs (section 1.5). What is broken is told once, after the line has been quiet
 * for T1: a NAK amid the sender's bytes would be lost.
 */
public final class BlockReceiver {
    /** The longest message and all its bytes doubled. */
    private static final int MESSAGE_MAX = 65_535 + 5;

    static final int ACK = 0x06;
    static final int NAK = 0x15;

    /** What the line yields. */
    public sealed interface Signal {
        record Ack() implements Signal {}

        record Nak() implements Signal {}

        /** A message whose check was right. */
        record Block(Bytes message) implements Signal {}

        record Broken(String why) implements Signal {}
    }

    private enum State {
        HUNT,
        GOT_DLE,
        BODY,
        BODY_DLE,
        CRC_LOW,
        CRC_HIGH,
        /** A check byte 10 that somebody doubled against the rule (section 1.2). */
        CRC_DOUBLED,
        /** Drops all until the line is quiet. */
        BROKEN
    }

    private State state = State.HUNT;
    private byte[] message = new byte[512];
    private int size;
    private int crc;
    private String broken = "";
    private Instant heardAt = Instant.EPOCH;

    /** A block as the line carries it. */
    public static Bytes block(Bytes message) {
        return SerialFrame.encode(message);
    }

    public List<Signal> feed(Bytes bytes, Instant now) {
        List<Signal> signals = new ArrayList<>(poll(now));
        for (int i = 0; i < bytes.size(); i++) {
            take(bytes.at(i)).ifPresent(signals::add);
        }
        heardAt = now;
        return signals;
    }

    /** Tells what is broken once the line is quiet. */
    public List<Signal> poll(Instant now) {
        if (nextDue().filter(due -> !due.isAfter(now)).isEmpty()) {
            return List.of();
        }
        String why = state == State.BROKEN ? broken : "the block has no end";
        reset();
        return List.of(new Signal.Broken(why));
    }

    public Optional<Instant> nextDue() {
        boolean waiting = state != State.HUNT && state != State.GOT_DLE;
        return waiting ? Optional.of(heardAt.plus(ZvtTimes.BYTE_GAP)) : Optional.empty();
    }

    /** Forgets everything. */
    public void reset() {
        state = State.HUNT;
        java.util.Arrays.fill(message, 0, size, (byte) 0);
        size = 0;
    }

    private Optional<Signal> take(int octet) {
        switch (state) {
            case HUNT:
                return hunt(octet);
            case GOT_DLE:
                state = octet == SerialFrame.STX ? State.BODY : octet == SerialFrame.DLE ? State.GOT_DLE : State.HUNT;
                return Optional.empty();
            case BODY:
                if (octet == SerialFrame.DLE) {
                    state = State.BODY_DLE;
                } else {
                    append(octet);
                }
                return Optional.empty();
            case BODY_DLE:
                afterDle(octet);
                return Optional.empty();
            case CRC_LOW:
                crc = octet;
                state = State.CRC_HIGH;
                return Optional.empty();
            case CRC_HIGH:
                return check(crc | octet << 8);
            case CRC_DOUBLED:
                return check(SerialFrame.DLE | octet << 8);
            default:
                return Optional.empty();
        }
    }

    private Optional<Signal> hunt(int octet) {
        if (octet == SerialFrame.DLE) {
            state = State.GOT_DLE;
        }
        return octet == ACK
                ? Optional.of(new Signal.Ack())
                : octet == NAK ? Optional.of(new Signal.Nak()) : Optional.empty();
    }

    private void afterDle(int octet) {
        switch (octet) {
            case SerialFrame.DLE -> {
                state = State.BODY;
                append(octet);
            }
            case SerialFrame.ETX -> state = State.CRC_LOW;
            case SerialFrame.STX -> {
                size = 0;
                state = State.BODY;
            }
            default -> spoil(String.format("10 followed by %02X inside a block", octet));
        }
    }

    private void append(int octet) {
        if (size == MESSAGE_MAX) {
            spoil("a block longer than any message");
            return;
        }
        if (size == message.length) {
            message = java.util.Arrays.copyOf(message, Math.min(MESSAGE_MAX, 2 * size));
        }
        message[size++] = (byte) octet;
    }

    private Optional<Signal> check(int received) {
        Bytes whole = Bytes.copyOf(message, 0, size);
        if (size > 0 && received == SerialFrame.crc(whole)) {
            reset();
            return Optional.of(new Signal.Block(whole));
        }
        boolean doubled = state == State.CRC_HIGH && received == (SerialFrame.DLE | SerialFrame.DLE << 8);
        if (doubled) {
            state = State.CRC_DOUBLED;
        } else {
            spoil("the check of a block is wrong");
        }
        return Optional.empty();
    }

    private void spoil(String why) {
        state = State.BROKEN;
        broken = why;
    }
}
