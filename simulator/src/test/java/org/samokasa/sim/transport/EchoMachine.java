package org.samokasa.sim.transport;

import java.time.Instant;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.device.VirtualMachine;

/** Sends back what it gets and greets when asked. */
final class EchoMachine implements VirtualMachine {
    private Wire wire;

    @Override
    public String name() {
        return "echo";
    }

    @Override
    public void connected(Wire newWire, Instant now) {
        wire = newWire;
    }

    @Override
    public void disconnected(Instant now) {
        wire = null;
    }

    @Override
    public void receive(Bytes bytes, Instant now) {
        wire.send(bytes);
    }

    @Override
    public void poll(Instant now) {}

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }

    boolean greet(Bytes greeting) {
        if (wire != null) {
            wire.send(greeting);
        }
        return wire != null;
    }

    void hangUp() {
        wire.hangUp();
    }
}
