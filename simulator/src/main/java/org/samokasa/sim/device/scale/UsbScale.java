package org.samokasa.sim.device.scale;

import java.time.Instant;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.device.VirtualMachine;

/** What scales on USB have in common: an instrument, and a wire that carries reports. */
public abstract class UsbScale implements VirtualMachine, Platter {
    /** The most that fits into both protocols. */
    private static final int CAPACITY_GRAMS_MAX = 60_000;

    private final String name;
    private final Instrument instrument;
    private Wire wire;

    UsbScale(String name, Instrument instrument) {
        if (instrument.capacityGrams() > CAPACITY_GRAMS_MAX) {
            throw new IllegalArgumentException("no scale on USB weighs " + instrument.capacityGrams() + " g");
        }
        this.name = name;
        this.instrument = instrument;
    }

    final Instrument.Reading read(Instant now) {
        return instrument.read(now);
    }

    final void zero(Instant now) {
        instrument.zero(now);
    }

    @Override
    public final void put(int grams, Instant now) {
        instrument.put(grams, now);
    }

    @Override
    public final void take(int grams, Instant now) {
        instrument.put(-grams, now);
    }

    @Override
    public final void load(int grams, Instant now) {
        instrument.load(grams, now);
    }

    @Override
    public final int loadGrams() {
        return instrument.loadGrams();
    }

    @Override
    public final String display(Instant now) {
        return instrument.display(now);
    }

    final void say(Bytes report) {
        if (wire != null) {
            wire.send(report);
        }
    }

    final boolean isConnected() {
        return wire != null;
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
}
