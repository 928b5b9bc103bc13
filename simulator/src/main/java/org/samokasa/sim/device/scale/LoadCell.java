package org.samokasa.sim.device.scale;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * The physics under a platter, in whole milligrams: a changed load settles over most of a second, noise lies on top, the
 * zero is wherever it was last set. A bad cell also drifts, and a bad pan keeps a little of what is taken off.
 */
public final class LoadCell {
    /** What is still missing of a change, in percent, each 100 ms; an exponential of about 170 ms written as a table. */
    private static final int[] MISSING_PERCENT = {100, 55, 31, 17, 10, 5, 3, 2, 1, 0};

    private static final long STEP_MILLIS = 100;
    static final Duration SETTLING = Duration.ofMillis(STEP_MILLIS * (MISSING_PERCENT.length - 1));

    private static final long HOUR_MILLIS = 3_600_000;

    private final long noiseMilligrams;
    private final RandomGenerator chance;
    private long driftMilligramsPerHour;
    private long stickyMilligrams;
    private long stuckMilligrams;
    private Instant driftsSince = Instant.EPOCH;
    private long loadMilligrams;
    private long fromMilligrams;
    private long zeroMilligrams;
    private Instant changedAt = Instant.EPOCH;

    /** @param noiseMilligrams largest deviation of one reading */
    public LoadCell(long noiseMilligrams, RandomGenerator chance) {
        this.noiseMilligrams = noiseMilligrams;
        this.chance = chance;
    }

    /** From the first reading on, so much an hour is added, or with a negative number taken away. */
    public LoadCell drifting(long milligramsPerHour) {
        driftMilligramsPerHour = milligramsPerHour;
        return this;
    }

    /** A pan that rubs: of what is taken off, up to so much stays felt until something is put on again. */
    public LoadCell sticky(long milligrams) {
        stickyMilligrams = milligrams;
        return this;
    }

    /** Adds to the load, or with a negative number takes away; what is not there cannot be taken. */
    public void add(long milligrams, Instant now) {
        load(Math.max(0, loadMilligrams + milligrams), now);
    }

    /** Makes this the whole load. */
    public void load(long milligrams, Instant now) {
        if (milligrams != loadMilligrams) {
            fromMilligrams = settled(now);
            stuckMilligrams = Math.max(0, Math.min(stickyMilligrams, loadMilligrams - milligrams));
            loadMilligrams = milligrams;
            changedAt = now;
        }
    }

    public long loadMilligrams() {
        return loadMilligrams;
    }

    /** What the cell feels becomes zero. */
    public void zero(Instant now) {
        zeroMilligrams = loadMilligrams + stuckMilligrams + drift(now);
    }

    public boolean isMoving(Instant now) {
        return now.isBefore(changedAt.plus(SETTLING));
    }

    /** One reading against the zero; may be negative. */
    public long readMilligrams(Instant now) {
        long noise = noiseMilligrams == 0 ? 0 : chance.nextLong(-noiseMilligrams, noiseMilligrams + 1);
        return settled(now) + drift(now) - zeroMilligrams + noise;
    }

    private long drift(Instant now) {
        if (driftsSince.equals(Instant.EPOCH)) {
            driftsSince = now;
        }
        return driftMilligramsPerHour * Duration.between(driftsSince, now).toMillis() / HOUR_MILLIS;
    }

    private long settled(Instant now) {
        long felt = loadMilligrams + stuckMilligrams;
        long millis = Duration.between(changedAt, now).toMillis();
        if (millis >= SETTLING.toMillis()) {
            return felt;
        }
        int step = (int) (millis / STEP_MILLIS);
        long within = millis % STEP_MILLIS;
        long missing = MISSING_PERCENT[step] * (STEP_MILLIS - within) + MISSING_PERCENT[step + 1] * within;
        return felt - (felt - fromMilligrams) * missing / (100 * STEP_MILLIS);
    }
}
