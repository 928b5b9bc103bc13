package org.samokasa.sim.device.scale;

import java.time.Instant;
import java.util.Locale;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.device.VirtualMachine;

/** What scales on USB have in common: a platter, whole intervals, limits. Weights in grams. */
public abstract class UsbScale implements VirtualMachine {
    /** Zeroing reaches four percent of the capacity, as OIML R76 allows. */
    private static final int ZERO_PERCENT = 4;
    /** Above the capacity a scale still shows nine intervals (OIML R76, 4.2.3). */
    private static final int INTERVALS_OVER = 9;

    private final String name;
    private final LoadCell cell;
    private final int intervalGrams;
    private final int capacityGrams;
    private Wire wire;

    /**
     * @param intervalGrams the scale's division, for instance 1 or 5
     * @param capacityGrams for instance 15000; the most that fits into both protocols is 60000
     */
    UsbScale(String name, LoadCell cell, int intervalGrams, int capacityGrams) {
        if (intervalGrams < 1 || capacityGrams < intervalGrams || capacityGrams > 60_000) {
            throw new IllegalArgumentException("no scale has " + intervalGrams + " g in " + capacityGrams + " g");
        }
        this.name = name;
        this.cell = cell;
        this.intervalGrams = intervalGrams;
        this.capacityGrams = capacityGrams;
    }

    /** How the platter is. */
    enum State {
        ZERO,
        MOVING,
        STABLE,
        UNDER_ZERO,
        OVER
    }

    final State state(Instant now) {
        int grams = grams(now);
        if (grams < 0) {
            return State.UNDER_ZERO;
        }
        if (grams > capacityGrams + INTERVALS_OVER * intervalGrams) {
            return State.OVER;
        }
        if (cell.isMoving(now)) {
            return State.MOVING;
        }
        if (grams == 0) {
            // Zero tracking: dust that does not even make half an interval becomes part of the zero.
            cell.zero(now);
            return State.ZERO;
        }
        return State.STABLE;
    }

    final int grams(Instant now) {
        long interval = intervalGrams * 1_000L;
        return (int) (Math.floorDiv(cell.readMilligrams(now) + interval / 2, interval) * intervalGrams);
    }

    /** Far from zero or still moving it refuses. */
    final void takeAsZero(Instant now) {
        long reach = capacityGrams * 1_000L * ZERO_PERCENT / 100;
        if (!cell.isMoving(now) && cell.loadMilligrams() <= reach) {
            cell.zero(now);
        }
    }

    /** Adds to the load; a negative number takes away. */
    public final void put(int grams, Instant now) {
        cell.add(grams * 1_000L, now);
    }

    /** Makes this the whole load. */
    public final void load(int grams, Instant now) {
        cell.load(grams * 1_000L, now);
    }

    public final int loadGrams() {
        return (int) (cell.loadMilligrams() / 1_000);
    }

    /** What the scale's own display shows. */
    public final String display(Instant now) {
        return switch (state(now)) {
            case UNDER_ZERO -> "below zero";
            case OVER -> "overload";
            case MOVING -> kilograms(Math.max(0, grams(now))) + " ~";
            case ZERO, STABLE -> kilograms(Math.max(0, grams(now)));
        };
    }

    private static String kilograms(int grams) {
        return String.format(Locale.ROOT, "%d.%03d kg", grams / 1_000, grams % 1_000);
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
