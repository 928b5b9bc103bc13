package org.samokasa.soak.world;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/** One virtual clock and one queue. Things of the same moment happen in the order in which they were planned. */
public final class World {
    /** More turns than this within one millisecond is work without end (invariant I14). */
    private static final int TURNS_PER_MILLISECOND_MAX = 50_000;

    private final PriorityQueue<Entry> queue = new PriorityQueue<>();
    private final long end;
    private Instant now;
    private long nowMillis;
    private long planned;
    private long events;
    private int turnsNow;

    private record Entry(long at, long number, Runnable what) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(number, other.number);
        }
    }

    /** @param start the first moment, in whole milliseconds; @param end the last one */
    public World(Instant start, Instant end) {
        this.now = start;
        this.nowMillis = start.toEpochMilli();
        this.end = end.toEpochMilli();
    }

    public Instant now() {
        return now;
    }

    public long nowMillis() {
        return nowMillis;
    }

    /** How much has happened so far. */
    public long events() {
        return events;
    }

    public void at(Instant moment, Runnable what) {
        at(ceilMillis(moment), what);
    }

    /** Plans something; what lies in the past happens now. */
    public void at(long millis, Runnable what) {
        queue.add(new Entry(Math.max(millis, nowMillis), planned++, what));
    }

    public void after(Duration wait, Runnable what) {
        at(nowMillis + wait.toMillis(), what);
    }

    public void afterMillis(long millis, Runnable what) {
        at(nowMillis + millis, what);
    }

    /** Lets the next thing happen; false when the end has come. */
    public boolean step() {
        Entry next = queue.poll();
        if (next == null || next.at() > end) {
            return false;
        }
        if (next.at() > nowMillis) {
            nowMillis = next.at();
            now = Instant.ofEpochMilli(nowMillis);
            turnsNow = 0;
        } else {
            turnsNow++;
        }
        events++;
        next.what().run();
        if (turnsNow > TURNS_PER_MILLISECOND_MAX) {
            throw new InvariantBroken("I14", "work without end at " + now + " by " + next.what());
        }
        return true;
    }

    private static long ceilMillis(Instant moment) {
        long millis = moment.toEpochMilli();
        return moment.getNano() % 1_000_000 == 0 ? millis : millis + 1;
    }
}
