package org.samokasa.kiosk.app.lane;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.samokasa.kiosk.lane.LaneEngine;
import org.samokasa.kiosk.lane.command.ClockCommand;
import org.samokasa.kiosk.lane.command.LaneCommand;

/** The one writer of a lane: drains one bounded queue of devices, touches, timers and hub messages. */
public final class LaneLoop implements AutoCloseable {
    /** Far more than machines and fingers make in a second; a full queue slows the machines down and loses nothing. */
    private static final int QUEUE_MAX = 4_096;

    /** A lane without a deadline looks around this often. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

    private static final System.Logger LOG = System.getLogger(LaneLoop.class.getName());

    private final LaneEngine engine;
    private final InstantSource clock;
    private final List<Follower> followers;
    private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
    private final Thread thread = new Thread(this::run, "lane");
    private volatile boolean closed;

    /** A command, and who waits for it to be dealt with. */
    private record Entry(LaneCommand command, Optional<CountDownLatch> waiter) {
        static Entry of(LaneCommand command) {
            return new Entry(command, Optional.empty());
        }
    }

    /** Is told of every step, on the lane's thread, after its facts are durable. */
    public interface Follower {
        void followed(LaneEngine engine, LaneEngine.Step step);
    }

    public LaneLoop(LaneEngine engine, InstantSource clock, List<Follower> followers) {
        this.engine = engine;
        this.clock = clock;
        this.followers = List.copyOf(followers);
    }

    public void start() {
        thread.start();
    }

    /** Hands a command over; waits while the queue is full. Not for the event thread of the screen. */
    public void put(LaneCommand command) {
        try {
            queue.put(Entry.of(command));
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hands a command over and returns when what follows from it is on disk and under way, or the lane has ended. */
    public void putAndWait(LaneCommand command) {
        CountDownLatch dealtWith = new CountDownLatch(1);
        try {
            queue.put(new Entry(command, Optional.of(dealtWith)));
            while (!closed && !dealtWith.await(LONGEST_SLEEP.toMillis(), TimeUnit.MILLISECONDS)) {
                // Looks again whether the lane still runs.
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hands a command over if there is room; false tells that the lane is stuck. */
    public boolean offer(LaneCommand command) {
        return queue.offer(Entry.of(command));
    }

    private void run() {
        take(new ClockCommand.Recovered());
        while (!closed) {
            try {
                Entry next = queue.poll(untilDeadline().toNanos(), TimeUnit.NANOSECONDS);
                take(next == null ? new ClockCommand.Tick() : next.command());
                if (next != null) {
                    next.waiter().ifPresent(CountDownLatch::countDown);
                }
            } catch (InterruptedException asked) {
                closed = true;
            }
        }
    }

    private void take(LaneCommand command) {
        try {
            LaneEngine.Step step = engine.take(command, clock.instant());
            followers.forEach(follower -> follower.followed(engine, step));
        } catch (RuntimeException defect) {
            LOG.log(System.Logger.Level.ERROR, "the lane could not take " + command, defect);
        }
    }

    private Duration untilDeadline() {
        return engine.wakeAt()
                .map(due -> Duration.between(clock.instant(), due))
                .filter(until -> until.compareTo(LONGEST_SLEEP) < 0)
                .map(until -> until.isNegative() ? Duration.ZERO : until)
                .orElse(LONGEST_SLEEP);
    }

    @Override
    public void close() {
        // Not an interrupt: that would close the journal's file in the middle of a write.
        closed = true;
        queue.offer(Entry.of(new ClockCommand.Tick()));
        try {
            thread.join(2_000);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
