package org.samokasa.sim.device.scale;

import java.time.Instant;
import java.util.Locale;

/**
 * A weighing instrument without a wire: load cell, interval, capacity, zeroing and zero tracking. What it says and in which
 * words is the business of a {@link ScaleTalk}. Weights in grams, whole intervals.
 */
public final class Instrument {
    /** Zeroing reaches four percent of the capacity, as OIML R76 allows. */
    private static final int ZERO_PERCENT = 4;
    /** At power-on ten percent may be taken as zero (OIML R76: 20 percent span of the initial zero setting). */
    private static final int FIRST_ZERO_PERCENT = 10;
    /** Above the capacity a scale still shows nine intervals (OIML R76, 4.2.3). */
    private static final int INTERVALS_OVER = 9;
    /** Below so many intervals nothing may be sold (OIML R76, class III). */
    private static final int INTERVALS_LEAST = 20;

    /** How the instrument is at one moment. */
    public enum State {
        STABLE,
        MOVING,
        UNDER_ZERO,
        OVER,
        /** Switched on with a load that is too big to be taken as zero. */
        NEEDS_ZERO
    }

    /** @param grams what it would show; of use when stable or moving */
    public record Reading(State state, int grams) {}

    private final LoadCell cell;
    private final int intervalGrams;
    private final int capacityGrams;
    private boolean needsZero;
    private int movements;

    /**
     * @param intervalGrams the scale's division, for instance 1 or 5
     * @param capacityGrams for instance 15000
     */
    public Instrument(LoadCell cell, int intervalGrams, int capacityGrams) {
        if (intervalGrams < 1 || capacityGrams < intervalGrams || capacityGrams > 90_000) {
            throw new IllegalArgumentException("no scale has " + intervalGrams + " g in " + capacityGrams + " g");
        }
        this.cell = cell;
        this.intervalGrams = intervalGrams;
        this.capacityGrams = capacityGrams;
    }

    /** Something lies on the platter while it is switched on: a little becomes zero, a lot makes it refuse to weigh. */
    public void switchOnWith(int grams, Instant now) {
        load(grams, now);
        needsZero = grams > reach(FIRST_ZERO_PERCENT);
        if (!needsZero) {
            cell.zero(now);
        }
    }

    public void put(int grams, Instant now) {
        load(Math.max(0, loadGrams() + grams), now);
    }

    /** Makes this the whole load. */
    public void load(int grams, Instant now) {
        if (grams != loadGrams()) {
            movements++;
        }
        cell.load(grams * 1_000L, now);
    }

    /** How often its load has changed; for makes that give each load only once. */
    public int movements() {
        return movements;
    }

    public int loadGrams() {
        return (int) (cell.loadMilligrams() / 1_000);
    }

    public int intervalGrams() {
        return intervalGrams;
    }

    public int capacityGrams() {
        return capacityGrams;
    }

    /** The least load that may be sold. */
    public int leastGrams() {
        return INTERVALS_LEAST * intervalGrams;
    }

    /** What it shows now. Dust that does not even make half an interval becomes part of the zero (zero tracking). */
    public Reading read(Instant now) {
        Reading reading = look(now);
        if (reading.state() == State.STABLE && reading.grams() == 0) {
            cell.zero(now);
        }
        return reading;
    }

    private Reading look(Instant now) {
        long interval = intervalGrams * 1_000L;
        int grams = (int) (Math.floorDiv(cell.readMilligrams(now) + interval / 2, interval) * intervalGrams);
        if (needsZero && loadGrams() > reach(FIRST_ZERO_PERCENT)) {
            return new Reading(State.NEEDS_ZERO, grams);
        }
        needsZero = false;
        if (grams < 0) {
            return new Reading(State.UNDER_ZERO, grams);
        }
        if (grams > capacityGrams + INTERVALS_OVER * intervalGrams) {
            return new Reading(State.OVER, grams);
        }
        return new Reading(cell.isMoving(now) ? State.MOVING : State.STABLE, grams);
    }

    /** Takes the load as zero. Far from zero or still moving it refuses; the next reading tells. */
    public void zero(Instant now) {
        if (!cell.isMoving(now) && loadGrams() <= reach(ZERO_PERCENT)) {
            cell.zero(now);
        }
    }

    private int reach(int percent) {
        return capacityGrams * percent / 100;
    }

    /** What the instrument's own display shows. */
    public String display(Instant now) {
        Reading reading = look(now);
        return switch (reading.state()) {
            case UNDER_ZERO -> "below zero";
            case OVER -> "overload";
            case NEEDS_ZERO -> "- - - -";
            case STABLE, MOVING ->
                String.format(Locale.ROOT, "%d.%03d kg", reading.grams() / 1_000, reading.grams() % 1_000)
                        + (reading.state() == State.MOVING ? " ~" : "");
        };
    }
}
