package org.samokasa.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.samokasa.protocol.Bytes;

/**
 * One wire with several owners, for machines that share a cable. Each owner has a {@link #tap}: it hears everything, says what
 * it likes, and may live on a thread of its own. Whoever polls first reads the wire for all; nobody waits for another owner.
 */
public final class SharedLink {
    /** Between two restarts of the real wire: the other owner loses bytes each time. */
    static final Duration RESTART_PAUSE = Duration.ofSeconds(30);
    /** Events one owner may leave unread; then the wire is not read on until it comes. */
    static final int UNREAD_MAX = 1_024;

    private final ByteLink wire;
    private final List<Tap> taps = new CopyOnWriteArrayList<>();
    private Instant now = Instant.EPOCH;
    private Instant heardAt = Instant.EPOCH;
    private Instant restartedAt = Instant.EPOCH;
    private boolean closed;

    public SharedLink(ByteLink wire) {
        this.wire = wire;
        wire.onActivity(() -> taps.forEach(Tap::wake));
    }

    /** One more owner. The wire is closed when the last of them closed its tap. */
    public synchronized ByteLink tap() {
        if (closed) {
            throw new IllegalStateException("the wire was closed with its last tap");
        }
        Tap tap = new Tap();
        if (wire.isOpen()) {
            tap.unread.add(new LinkEvent.Opened());
        }
        taps.add(tap);
        return tap;
    }

    /** True once every owner has gone. */
    public synchronized boolean isClosed() {
        return closed;
    }

    /** Reads the wire for all owners, unless one of them is too far behind. */
    private List<Tap> distribute(Instant at) {
        now = at.isAfter(now) ? at : now;
        if (taps.stream().anyMatch(tap -> tap.unread.size() >= UNREAD_MAX)) {
            return List.of();
        }
        List<LinkEvent> events = wire.poll(now);
        for (LinkEvent event : events) {
            if (event instanceof LinkEvent.Received || event instanceof LinkEvent.Opened) {
                heardAt = now;
            }
            for (Tap tap : taps) {
                tap.hear(event);
            }
        }
        return events.isEmpty() ? List.of() : taps;
    }

    private final class Tap implements ByteLink {
        private final Deque<LinkEvent> unread = new ArrayDeque<>();
        private volatile Runnable wake = () -> {};
        private boolean deaf;
        /** The loss that we caused ourselves is told only to the owner who wished it. */
        private boolean sparedLoss;

        @Override
        public List<LinkEvent> poll(Instant at) {
            List<LinkEvent> news;
            List<Tap> others;
            synchronized (SharedLink.this) {
                if (deaf) {
                    return List.of();
                }
                others = distribute(at);
                news = new ArrayList<>(unread);
                unread.clear();
            }
            others.stream().filter(tap -> tap != this).forEach(Tap::wake);
            return news;
        }

        private void hear(LinkEvent event) {
            if (event instanceof LinkEvent.Lost && sparedLoss) {
                sparedLoss = false;
                return;
            }
            unread.add(event);
        }

        private void wake() {
            wake.run();
        }

        @Override
        public boolean send(Bytes bytes) {
            synchronized (SharedLink.this) {
                return !deaf && wire.send(bytes);
            }
        }

        @Override
        public boolean isOpen() {
            synchronized (SharedLink.this) {
                return !deaf && wire.isOpen();
            }
        }

        /**
         * The wire itself is opened anew only when nobody heard anything for a while; otherwise just this owner starts
         * afresh, and the other one keeps what is under way.
         */
        @Override
        public void restart(String why) {
            synchronized (SharedLink.this) {
                if (deaf || !wire.isOpen()) {
                    return;
                }
                boolean silent = !now.isBefore(heardAt.plus(RESTART_PAUSE));
                if (silent && !now.isBefore(restartedAt.plus(RESTART_PAUSE))) {
                    restartedAt = now;
                    taps.forEach(tap -> tap.sparedLoss = tap != this);
                    wire.restart(why);
                } else {
                    unread.add(new LinkEvent.Lost(why));
                    unread.add(new LinkEvent.Opened());
                }
            }
            wake();
        }

        @Override
        public Optional<Instant> nextDue() {
            synchronized (SharedLink.this) {
                if (deaf) {
                    return Optional.empty();
                }
                return unread.isEmpty() ? wire.nextDue() : Optional.of(now);
            }
        }

        @Override
        public void onActivity(Runnable newWake) {
            wake = newWake;
            newWake.run();
        }

        @Override
        public void close() {
            synchronized (SharedLink.this) {
                if (deaf) {
                    return;
                }
                deaf = true;
                unread.clear();
                taps.remove(this);
                if (taps.isEmpty()) {
                    closed = true;
                    wire.close();
                }
            }
        }
    }
}
