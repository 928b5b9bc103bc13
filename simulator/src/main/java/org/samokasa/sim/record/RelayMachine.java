package org.samokasa.sim.record;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.device.VirtualMachine;
import org.samokasa.transport.ByteLink;
import org.samokasa.transport.LinkEvent;

/** Passes a real machine's wire on, so that what goes over it can be recorded and disturbed. */
public final class RelayMachine implements VirtualMachine {
    /** How late a byte of the real machine may be passed on. */
    private static final Duration LOOK = Duration.ofMillis(2);

    private final String name;
    private final ByteLink machine;
    private Wire shop;
    private String state = "not open yet";
    private Instant looked = Instant.EPOCH;

    /** @param machine the wire to the real one; closed by nobody but the end of the process */
    public RelayMachine(String name, ByteLink machine) {
        this.name = Objects.requireNonNull(name, "name");
        this.machine = Objects.requireNonNull(machine, "machine");
    }

    @Override
    public String name() {
        return name;
    }

    /** How the wire to the real machine is, in words. */
    public String state() {
        return state;
    }

    @Override
    public void connected(Wire wire, Instant now) {
        shop = wire;
    }

    @Override
    public void disconnected(Instant now) {
        shop = null;
    }

    /** What a machine that is not there is told is lost, as on any wire. */
    @Override
    public void receive(Bytes bytes, Instant now) {
        machine.send(bytes);
    }

    @Override
    public void poll(Instant now) {
        looked = now;
        for (LinkEvent event : machine.poll(now)) {
            if (event instanceof LinkEvent.Opened) {
                state = "open";
            } else if (event instanceof LinkEvent.Received received) {
                tellShop(received.bytes());
            } else if (event instanceof LinkEvent.Lost lost) {
                state = "lost: " + lost.why();
                hangUp();
            } else if (event instanceof LinkEvent.Unavailable failed) {
                state = "cannot be opened: " + failed.why();
            }
        }
    }

    private void tellShop(Bytes bytes) {
        if (shop != null) {
            shop.send(bytes);
        }
    }

    private void hangUp() {
        if (shop != null) {
            shop.hangUp();
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        return machine.isOpen()
                ? Optional.of(looked.plus(LOOK))
                : machine.nextDue().or(() -> Optional.of(looked.plus(LOOK)));
    }
}
