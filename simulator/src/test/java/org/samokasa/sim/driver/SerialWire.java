package org.samokasa.sim.driver;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.transport.ByteLink;
import org.samokasa.transport.LinkEvent;

/** A wire in memory that says it is a serial one. */
record SerialWire(ByteLink wire) implements ByteLink {
    @Override
    public boolean isSerial() {
        return true;
    }

    @Override
    public List<LinkEvent> poll(Instant now) {
        return wire.poll(now);
    }

    @Override
    public boolean send(Bytes bytes) {
        return wire.send(bytes);
    }

    @Override
    public boolean isOpen() {
        return wire.isOpen();
    }

    @Override
    public void restart(String why) {
        wire.restart(why);
    }

    @Override
    public Optional<Instant> nextDue() {
        return wire.nextDue();
    }

    @Override
    public void onActivity(Runnable wake) {
        wire.onActivity(wake);
    }

    @Override
    public void close() {
        wire.close();
    }
}
