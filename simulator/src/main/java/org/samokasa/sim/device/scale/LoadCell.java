package org.samokasa.sim.device.scale;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * The physics under a platter, in whole milligrams: a changed load settles over most of a second, noise lies on top, and
 * the zero is wherever it was last set.
 */
public final class LoadCell {
    /** What is still missing of a change, in percent, each 100 ms; an exponential of about 170 ms written as a table. */
    private static final int[] MISSING_PERCENT = {100, 55, 31, 17, 10, 5, 3, 2, 1, 0};

    private static final long STEP_MILLIS = 100;
    static final Duration SETTLING = Duration.ofMillis(STEP_MILLIS * (MISSING_PERCENT.length - 1));

    private final long noiseMilligrams;
    private final RandomGenerator chance;
    private long loadMilligrams;
    private long fromMilligrams;
    private long zeroMilligrams;
    private Instant changedAt = Instant.EPOCH;

    /** @param noiseMilligrams largest deviation of one reading */
    public LoadCell(long noiseMilligrams, RandomGenerator chance) {
        this.noiseMilligrams = noiseMilligrams;
        this.chance = chance;
    }

    /** Adds to the load, or with a negative number takes away; what is not there cannot be taken. */
    public void add(long milligrams, Instant now) {
        load(Math.max(0, loadMilligrams + milligrams), now);
    }

    /** Makes this the whole load. */
    public void load(long milligrams, Instant now) {
        if (milligrams != loadMilligrams) {
            fromMilligrams = settled(now);
            loadMilligrams = milligrams;
            changedAt = now;
        }
    }

    public long loadMilligrams() {
        return loadMilligrams;
    }

    /** What is on the platter becomes zero. */
    public void zero() {
        zeroMilligrams = loadMilligrams;
    }

    public long zeroMilligrams() {
        return zeroMilligrams;
    }

    public boolean isMoving(Instant now) {
        return now.isBefore(changedAt.plus(SETTLING));
    }

    /** One reading against the zero; may be negative. */
    public long readMilligrams(Instant now) {
        long noise = noiseMilligrams == 0 ? 0 : chance.nextLong(-noiseMilligrams, noiseMilligrams + 1);
        return settled(now) - zeroMilligrams + noise;
    }

    private long settled(Instant now) {
        long millis = Duration.between(changedAt, now).toMillis();
        if (millis >= SETTLING.toMillis()) {
            return loadMilligrams;
        }
        int step = (int) (millis / STEP_MILLIS);
        long within = millis % STEP_MILLIS;
        long missing = MISSING_PERCENT[step] * (STEP_MILLIS - within) + MISSING_PERCENT[step + 1] * within;
        return loadMilligrams - (loadMilligrams - fromMilligrams) * missing / (100 * STEP_MILLIS);
    }
}
