package org.samokasa.sim.device.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.zvt.BlockReceiver;
import org.samokasa.protocol.zvt.BlockReceiver.Signal;
import org.samokasa.sim.device.VirtualMachine;

/**
 * A ZVT terminal at a serial line: puts each of its messages into a block and waits for the till's ACK, up to three times
 * (sheet, section 1.4). The receiver is shared with the driver, the conversation is not.
 */
public final class SerialLine implements VirtualMachine {
    private static final Bytes ACK = Bytes.of(0x06);
    private static final Bytes NAK = Bytes.of(0x15);
    private static final Duration ACK_WAIT = Duration.ofSeconds(5);
    private static final int TRANSMISSIONS_MAX = 3;

    private final VirtualMachine terminal;
    private final BlockReceiver receiver = new BlockReceiver();
    private final Deque<Bytes> blocks = new ArrayDeque<>();
    private Wire wire;
    private int transmissions;
    private Instant due;
    private Instant now = Instant.EPOCH;
    private Bytes lastTaken;

    public SerialLine(VirtualMachine terminal) {
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return terminal.name();
    }

    @Override
    public void connected(Wire newWire, Instant at) {
        now = at;
        wire = newWire;
        forget();
        terminal.connected(
                new Wire() {
                    @Override
                    public void send(Bytes bytes) {
                        blocks.add(BlockReceiver.block(bytes));
                        transmit();
                    }

                    @Override
                    public void hangUp() {
                        forget();
                        newWire.hangUp();
                    }
                },
                at);
    }

    private void forget() {
        receiver.reset();
        blocks.clear();
        due = null;
        transmissions = 0;
        lastTaken = null;
    }

    @Override
    public void disconnected(Instant at) {
        now = at;
        wire = null;
        forget();
        terminal.disconnected(at);
    }

    @Override
    public void receive(Bytes bytes, Instant at) {
        now = at;
        act(receiver.feed(bytes, at));
    }

    @Override
    public void poll(Instant at) {
        now = at;
        act(receiver.poll(at));
        if (due != null && !due.isAfter(at)) {
            again();
        }
        terminal.poll(at);
    }

    @Override
    public Optional<Instant> nextDue() {
        return Stream.of(Optional.ofNullable(due), receiver.nextDue(), terminal.nextDue())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private void act(List<Signal> signals) {
        for (Signal signal : signals) {
            if (signal instanceof Signal.Block block) {
                take(block.message());
            } else if (signal instanceof Signal.Broken) {
                write(NAK);
            } else if (due != null && signal instanceof Signal.Ack) {
                through();
            } else if (due != null) {
                again();
            }
        }
    }

    private void take(Bytes message) {
        write(ACK);
        if (message.equals(lastTaken) && due != null) {
            again();
        } else if (!message.equals(lastTaken)) {
            if (due != null) {
                through();
            }
            lastTaken = message;
            terminal.receive(message, now);
        }
    }

    private void through() {
        blocks.remove();
        due = null;
        transmissions = 0;
        lastTaken = null;
        transmit();
    }

    private void transmit() {
        if (due == null && !blocks.isEmpty()) {
            transmissions++;
            due = now.plus(ACK_WAIT);
            write(blocks.element());
        }
    }

    private void again() {
        due = null;
        if (transmissions < TRANSMISSIONS_MAX) {
            transmit();
        } else {
            // A transmission error: the terminal takes the till for gone.
            forget();
            terminal.disconnected(now);
            connected(wire, now);
        }
    }

    private void write(Bytes bytes) {
        if (wire != null) {
            wire.send(bytes);
        }
    }
}
