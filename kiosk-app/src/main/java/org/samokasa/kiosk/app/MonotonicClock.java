package org.samokasa.kiosk.app;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The wall clock, kept from going backwards: a lane's facts are in order whatever happens to the machine's clock. Safe for
 * several threads.
 */
public final class MonotonicClock implements InstantSource {
    private Instant latest = Instant.EPOCH;

    /** @param notBefore the time of the newest fact on disk */
    public MonotonicClock(Instant notBefore) {
        this.latest = notBefore;
    }

    @Override
    public synchronized Instant instant() {
        Instant now = Instant.now();
        if (now.isAfter(latest)) {
            latest = now;
        }
        return latest;
    }
}
