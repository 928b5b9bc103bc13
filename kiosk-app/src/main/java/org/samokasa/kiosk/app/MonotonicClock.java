package org.samokasa.kiosk.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The wall clock, kept from going backwards and from standing still: a lane's facts are in order and its waits come to
 * their end whatever happens to the machine's clock. Set back, the clock goes on a tenth slower than time does until the
 * wall clock has caught up. Safe for several threads.
 */
public final class MonotonicClock implements InstantSource {
    private static final int SLOWER_BY = 10;

    private final InstantSource wall;
    private final LongSupplier nanos;
    private Instant latest;
    private long ticked;

    /** @param notBefore the time of the newest fact on disk */
    public MonotonicClock(Instant notBefore) {
        this(InstantSource.system(), System::nanoTime, notBefore);
    }

    /**
     * @param wall what people set
     * @param nanos counts the nanoseconds that pass and nothing else
     * @param notBefore the time of the newest fact on disk
     */
    public MonotonicClock(InstantSource wall, LongSupplier nanos, Instant notBefore) {
        this.wall = wall;
        this.nanos = nanos;
        this.latest = notBefore;
        this.ticked = nanos.getAsLong();
    }

    @Override
    public synchronized Instant instant() {
        long tick = nanos.getAsLong();
        long passed = tick - ticked;
        ticked = tick;
        Instant pace = latest.plusNanos(passed - passed / SLOWER_BY);
        Instant now = wall.instant();
        latest = now.isAfter(pace) ? now : pace;
        return latest;
    }
}
