package org.samokasa.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.samokasa.protocol.Bytes;

/** A link that keeps one {@link Line} open: tells its loss once and opens a new one with growing pauses, for ever. */
final class SupervisedLink implements ByteLink {
    /** Pause before the first, second .. attempt; the last one repeats. Short at first: most losses are a wobbly plug. */
    static final List<Duration> PAUSES = List.of(
            Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10));

    /** Open for so long, or heard once, a connection counts as good and the pauses start again from nothing. */
    static final Duration SETTLED = Duration.ofSeconds(10);

    private static final int EVENTS_MAX = 1_024;

    private final String name;
    private final Supplier<Line> lines;
    private final BlockingQueue<Connection.Told> events = new ArrayBlockingQueue<>(EVENTS_MAX);
    private final Runnable released;
    private volatile Runnable wake = () -> {};
    private volatile boolean hinted;

    private Connection connection;
    private boolean open;
    private boolean heard;
    private boolean closed;
    private Instant openedAt = Instant.EPOCH;
    private Instant polledAt = Instant.EPOCH;
    private Instant nextAttempt = Instant.EPOCH;
    private int failures = 1;
    private String toldFailure = "";
    private String restartedBecause;

    SupervisedLink(String name, Supplier<Line> lines) {
        this(name, lines, () -> {});
    }

    /** @param released runs when the link is closed */
    SupervisedLink(String name, Supplier<Line> lines, Runnable released) {
        this.name = name;
        this.lines = lines;
        this.released = released;
    }

    /** The machine may just have come back: the next attempt is due now. Any thread. */
    void hint() {
        hinted = true;
        wake.run();
    }

    @Override
    public List<LinkEvent> poll(Instant now) {
        if (closed) {
            return List.of();
        }
        polledAt = now;
        List<LinkEvent> news = new ArrayList<>();
        if (restartedBecause != null) {
            news.add(new LinkEvent.Lost(restartedBecause));
            restartedBecause = null;
        }
        for (Connection.Told told = events.poll(); told != null; told = events.poll()) {
            if (told.by() == connection) {
                take(told.event(), now, news);
            }
        }
        if (hinted) {
            hinted = false;
            nextAttempt = now;
        }
        if (connection == null && !now.isBefore(nextAttempt)) {
            connection = new Connection(name, lines.get(), events, () -> wake.run());
            connection.start();
        }
        return news;
    }

    private void take(LinkEvent event, Instant now, List<LinkEvent> news) {
        if (event instanceof LinkEvent.Opened) {
            open = true;
            heard = false;
            openedAt = now;
            toldFailure = "";
        } else if (event instanceof LinkEvent.Received) {
            heard = true;
        } else if (event instanceof LinkEvent.Lost) {
            forget(now);
        } else if (event instanceof LinkEvent.Unavailable failure) {
            forget(now);
            if (failure.why().equals(toldFailure)) {
                return;
            }
            toldFailure = failure.why();
        }
        news.add(event);
    }

    private void forget(Instant now) {
        if (open && (heard || !now.isBefore(openedAt.plus(SETTLED)))) {
            failures = 0;
        }
        nextAttempt = now.plus(PAUSES.get(Math.min(failures, PAUSES.size() - 1)));
        failures++;
        open = false;
        connection = null;
    }

    @Override
    public boolean send(Bytes bytes) {
        return open && !closed && connection.send(bytes);
    }

    @Override
    public boolean isOpen() {
        return open && !closed;
    }

    @Override
    public int waitingBytes() {
        return isOpen() ? connection.waitingBytes() : 0;
    }

    @Override
    public void restart(String why) {
        if (closed || connection == null) {
            return;
        }
        connection.abandon();
        if (open) {
            restartedBecause = why;
        }
        forget(polledAt);
        wake.run();
    }

    @Override
    public void release() {
        if (closed) {
            return;
        }
        if (connection != null) {
            connection.abandon();
            connection = null;
        }
        open = false;
        restartedBecause = null;
        toldFailure = "";
        failures = 1;
        nextAttempt = Instant.EPOCH;
    }

    @Override
    public boolean isSerial() {
        return name.startsWith("serial:");
    }

    @Override
    public Optional<ByteLink> another() {
        return Optional.of(new SupervisedLink(name, lines));
    }

    @Override
    public Optional<Instant> nextDue() {
        if (closed) {
            return Optional.empty();
        }
        if (restartedBecause != null) {
            return Optional.of(polledAt);
        }
        return connection == null ? Optional.of(nextAttempt) : Optional.empty();
    }

    @Override
    public void onActivity(Runnable newWake) {
        wake = newWake;
        if (!events.isEmpty()) {
            newWake.run();
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        open = false;
        released.run();
        if (connection != null) {
            connection.abandon();
            events.clear();
            connection.awaitEnd();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
