package org.samokasa.transport;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.samokasa.protocol.Bytes;

/** Owns a link as an application would: waits for its wake and polls it. */
final class LinkWatcher implements AutoCloseable {
    private static final Duration GENEROUS = Duration.ofSeconds(30);

    private final ByteLink link;
    private final Semaphore wakes = new Semaphore(0);
    private final Deque<LinkEvent> pending = new ArrayDeque<>();

    LinkWatcher(ByteLink link) {
        this.link = link;
        link.onActivity(wakes::release);
    }

    ByteLink link() {
        return link;
    }

    /** The next event; fails when there is none for long. */
    LinkEvent next() throws InterruptedException {
        Instant end = Instant.now().plus(GENEROUS);
        while (Instant.now().isBefore(end)) {
            pending.addAll(link.poll(Instant.now()));
            if (!pending.isEmpty()) {
                return pending.remove();
            }
            wakes.tryAcquire(50, TimeUnit.MILLISECONDS);
            wakes.drainPermits();
        }
        return fail("nothing happened on the link " + link);
    }

    /** The next event of this kind, others before it are passed over. */
    <E extends LinkEvent> E next(Class<E> kind) throws InterruptedException {
        LinkEvent event = next();
        while (!kind.isInstance(event)) {
            event = next();
        }
        return kind.cast(event);
    }

    Bytes bytes(int count) throws InterruptedException {
        Bytes all = Bytes.EMPTY;
        while (all.size() < count) {
            all = all.plus(next(LinkEvent.Received.class).bytes());
        }
        return all;
    }

    @Override
    public void close() {
        link.close();
    }
}
