package org.samokasa.sim.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.hid.HidIdentity;
import org.samokasa.sim.device.VirtualMachine;

/** A machine whose wire to the shop can be faulty. Deterministic: the same faults on the same bytes do the same. */
public final class FaultyMachine implements VirtualMachine {
    private record Delayed(Instant at, Bytes bytes) {}

    private final VirtualMachine machine;
    private final List<Fault.OfWire> faults = new ArrayList<>();
    private final Deque<Delayed> delayed = new ArrayDeque<>();
    private Wire wire;
    private Optional<Bytes> before = Optional.empty();
    private Instant now = Instant.EPOCH;

    public FaultyMachine(VirtualMachine machine) {
        this.machine = machine;
    }

    /** From now on; several faults act one after the other in the order in which they came. */
    public void inflict(Fault.OfWire fault) {
        faults.add(fault);
    }

    /** All is well from now on; what is still under way arrives in its time. */
    public void heal() {
        faults.clear();
    }

    public List<Fault.OfWire> faults() {
        return List.copyOf(faults);
    }

    private void send(Bytes bytes) {
        List<Bytes> messages = List.of(bytes);
        Instant at = now;
        Duration pause = Duration.ZERO;
        for (int place = 0; place < faults.size(); place++) {
            if (faults.get(place) instanceof Fault.Late late) {
                at = at.plus(late.by());
            } else if (faults.get(place) instanceof Fault.Split split) {
                pause = split.pause();
            }
            List<Bytes> changed = new ArrayList<>();
            for (Bytes message : messages) {
                changed.addAll(apply(place, message));
            }
            messages = changed;
        }
        faults.removeIf(Objects::isNull);
        before = Optional.of(bytes);
        for (Bytes message : messages) {
            deliver(at, message);
            at = at.plus(pause);
        }
    }

    private void deliver(Instant at, Bytes message) {
        if (at.isAfter(now) || !delayed.isEmpty()) {
            delayed.add(new Delayed(at, message));
        } else {
            wire.send(message);
        }
    }

    /** A fault that is over leaves its place empty until the message is through, so that the others keep theirs. */
    private List<Bytes> apply(int place, Bytes message) {
        Fault.OfWire fault = faults.get(place);
        if (fault instanceof Fault.Silent) {
            return List.of();
        }
        if (fault instanceof Fault.Duplicate) {
            return List.of(message, message);
        }
        if (fault instanceof Fault.Split) {
            return IntStream.range(0, message.size())
                    .mapToObj(i -> message.slice(i, i + 1))
                    .toList();
        }
        if (fault instanceof Fault.Stale) {
            return before.map(List::of).orElse(List.of());
        }
        if (fault instanceof Fault.Garble) {
            return List.of(changed(message, 0, message.size(), 0x80));
        }
        if (fault instanceof Fault.FlipBit flip) {
            faults.set(place, null);
            int bit = flip.bit() % (message.size() * 8);
            return List.of(changed(message, bit / 8, bit / 8 + 1, -(1 << (bit % 8))));
        }
        if (fault instanceof Fault.DropBytes drop) {
            int dropped = Math.min(drop.count(), message.size());
            faults.set(place, drop.count() > dropped ? new Fault.DropBytes(drop.count() - dropped) : null);
            return dropped == message.size() ? List.of() : List.of(message.slice(dropped, message.size()));
        }
        if (fault instanceof Fault.HalfFrameThenSilence) {
            faults.set(place, new Fault.Silent());
            return List.of(message.slice(0, (message.size() + 1) / 2));
        }
        return List.of(message);
    }

    /** A positive mask is set, a negative one is flipped. */
    private static Bytes changed(Bytes message, int from, int to, int mask) {
        byte[] octets = message.toArray();
        for (int i = from; i < to; i++) {
            octets[i] = (byte) (mask > 0 ? octets[i] | mask : octets[i] ^ -mask);
        }
        return Bytes.copyOf(octets);
    }

    @Override
    public String name() {
        return machine.name();
    }

    /** Only the first wire is faulty. */
    @Override
    public VirtualMachine line(int number) {
        return number == 0 ? this : machine.line(number);
    }

    @Override
    public Optional<HidIdentity> usb() {
        return machine.usb();
    }

    @Override
    public void connected(Wire newWire, Instant at) {
        now = at;
        wire = newWire;
        delayed.clear();
        machine.connected(
                new Wire() {
                    @Override
                    public void send(Bytes bytes) {
                        if (!bytes.isEmpty()) {
                            FaultyMachine.this.send(bytes);
                        }
                    }

                    @Override
                    public void hangUp() {
                        newWire.hangUp();
                    }
                },
                at);
    }

    @Override
    public void disconnected(Instant at) {
        now = at;
        wire = null;
        delayed.clear();
        machine.disconnected(at);
    }

    @Override
    public void receive(Bytes bytes, Instant at) {
        now = at;
        machine.receive(bytes, at);
    }

    @Override
    public void poll(Instant at) {
        now = at;
        while (!delayed.isEmpty() && !delayed.element().at().isAfter(at)) {
            wire.send(delayed.remove().bytes());
        }
        machine.poll(at);
    }

    @Override
    public Optional<Instant> nextDue() {
        Optional<Instant> own = machine.nextDue();
        if (delayed.isEmpty()) {
            return own;
        }
        Instant arrival = delayed.element().at();
        return own.filter(at -> at.isBefore(arrival)).or(() -> Optional.of(arrival));
    }
}
