package org.samokasa.sim.device.scanner;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.device.VirtualMachine;

/** What readers on USB have in common: a symbol under the beam becomes one or more reports. */
public abstract class UsbReader implements VirtualMachine {
    private final String name;
    private Wire wire;
    private int beeps;
    private int refusals;
    private String lastRead = "";

    UsbReader(String name) {
        this.name = name;
    }

    /** The reports for a symbol; the text has its AIM identifier. */
    abstract List<Bytes> reports(String symbol);

    /** Whether the beam is on. */
    public abstract boolean isEnabled();

    /**
     * Holds a symbol under the beam. A disabled reader and one without a host read nothing.
     *
     * @param text data, with or without an AIM identifier; GS written as the character or as {@code {GS}}
     * @return true when it was read and sent
     */
    public final boolean scan(String text) {
        if (wire == null || !isEnabled()) {
            return false;
        }
        lastRead = AimIdentifier.ensure(text.replace("{GS}", "\u001D"));
        reports(lastRead).forEach(wire::send);
        return true;
    }

    final void beep() {
        beeps++;
    }

    final void refuse() {
        refusals++;
    }

    final void say(Bytes report) {
        if (wire != null) {
            wire.send(report);
        }
    }

    public final int beeps() {
        return beeps;
    }

    /** How often it was told that a code is not on file. */
    public final int refusals() {
        return refusals;
    }

    public final String lastRead() {
        return lastRead;
    }

    @Override
    public final String name() {
        return name;
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
    public void poll(Instant now) {
        // A reader has nothing to do by itself.
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }
}
