package org.samokasa.protocol.zvt;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samokasa.protocol.Bytes;

/**
 * The till's side of the serial block protocol (sections 1.4 to 1.6): one block at a time, acknowledged before the next;
 * three transmissions, then a transmission error. Blocks carry no number, so a repeated one is told from a new one by
 * whether the terminal has acknowledged what we said since.
 */
public final class BlockSession {
    private static final int TRANSMISSIONS_MAX = 3;

    private static final Bytes ACK = Bytes.of(BlockReceiver.ACK);
    private static final Bytes NAK = Bytes.of(BlockReceiver.NAK);

    /** What is to be done, in this order. */
    public sealed interface Out {
        record Write(Bytes bytes) implements Out {}

        /** A message of the terminal. */
        record Deliver(Bytes message) implements Out {}

        /** A block did not get through; the line is of no use now. */
        record Failed(String why) implements Out {}
    }

    private final BlockReceiver receiver = new BlockReceiver();
    private final Deque<Bytes> waiting = new ArrayDeque<>();
    private Bytes inFlight;
    private int transmissions;
    private Instant acknowledgementDue;
    /** The last message taken, until the terminal has acknowledged something that we sent after it. */
    private Bytes unanswered;

    /** The line is fresh. */
    public void reset() {
        receiver.reset();
        waiting.clear();
        inFlight = null;
        unanswered = null;
    }

    public List<Out> send(Bytes message, Instant now) {
        List<Out> out = new ArrayList<>();
        waiting.add(message);
        begin(out, now);
        return out;
    }

    public List<Out> received(Bytes bytes, Instant now) {
        List<Out> out = new ArrayList<>();
        receiver.feed(bytes, now).forEach(signal -> on(signal, out, now));
        return out;
    }

    public List<Out> poll(Instant now) {
        List<Out> out = new ArrayList<>();
        receiver.poll(now).forEach(signal -> on(signal, out, now));
        if (inFlight != null && !acknowledgementDue.isAfter(now)) {
            again("no acknowledgement", out, now);
        }
        return out;
    }

    public Optional<Instant> nextDue() {
        Optional<Instant> acknowledgement = inFlight == null ? Optional.empty() : Optional.of(acknowledgementDue);
        return Stream.of(acknowledgement, receiver.nextDue())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private void on(BlockReceiver.Signal signal, List<Out> out, Instant now) {
        if (signal instanceof BlockReceiver.Signal.Block block) {
            take(block.message(), out, now);
        } else if (signal instanceof BlockReceiver.Signal.Broken) {
            out.add(new Out.Write(NAK));
        } else if (inFlight != null && signal instanceof BlockReceiver.Signal.Ack) {
            arrived(out, now);
        } else if (inFlight != null) {
            again("refused", out, now);
        }
    }

    private void take(Bytes message, List<Out> out, Instant now) {
        // At once, before looking into it: it only says that the check was right.
        out.add(new Out.Write(ACK));
        if (message.equals(unanswered)) {
            if (inFlight != null) {
                again("the terminal repeats itself", out, now);
            }
            return;
        }
        if (inFlight != null) {
            // It speaks, so it has heard us; its ACK was lost.
            arrived(out, now);
        }
        unanswered = message;
        out.add(new Out.Deliver(message));
    }

    private void arrived(List<Out> out, Instant now) {
        inFlight = null;
        unanswered = null;
        begin(out, now);
    }

    private void begin(List<Out> out, Instant now) {
        if (inFlight == null && !waiting.isEmpty()) {
            inFlight = waiting.remove();
            transmissions = 0;
            transmit(out, now);
        }
    }

    private void again(String why, List<Out> out, Instant now) {
        if (transmissions < TRANSMISSIONS_MAX) {
            transmit(out, now);
        } else {
            inFlight = null;
            waiting.clear();
            out.add(new Out.Failed("transmission error: " + why + " after " + TRANSMISSIONS_MAX + " transmissions"));
        }
    }

    private void transmit(List<Out> out, Instant now) {
        transmissions++;
        acknowledgementDue = now.plus(ZvtTimes.BLOCK_ACK);
        out.add(new Out.Write(BlockReceiver.block(inFlight)));
    }
}
