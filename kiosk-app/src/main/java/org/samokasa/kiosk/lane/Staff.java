package org.samokasa.kiosk.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who of the staff is at the lane's own screen, and how often the PIN was wrong.
 *
 * @param wrongTries since it was right last
 * @param lockedUntil before this no PIN is taken, not even the right one
 * @param since when somebody signed in; empty when nobody is
 */
public record Staff(int wrongTries, Instant lockedUntil, Optional<Instant> since) {
    public static final Staff NOBODY = new Staff(0, Instant.EPOCH, Optional.empty());

    /** Fifth wrong PIN in a row: a finger slips once or twice, not five times. */
    static final int TRIES_MAX = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    /** 60 x 2^6 s is just over an hour: guessing four digits then takes more than a year. */
    private static final int DOUBLINGS_MAX = 6;

    public boolean isHere() {
        return since.isPresent();
    }

    public boolean isLocked(Instant now) {
        return now.isBefore(lockedUntil);
    }

    /** One minute after the fifth wrong try in a row, twice as long after each more, about an hour at most. */
    public static Duration pauseAfter(int wrongTries) {
        int doublings = Math.min(DOUBLINGS_MAX, wrongTries - TRIES_MAX);
        return doublings < 0 ? Duration.ZERO : FIRST_PAUSE.multipliedBy(1L << doublings);
    }
}
