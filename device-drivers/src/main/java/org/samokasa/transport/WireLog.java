package org.samokasa.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.samokasa.protocol.Bytes;

/**
 * The newest bytes on one machine's wire, in both directions, for whoever looks after it. Takes the same memory however
 * much is said. Any thread.
 */
public final class WireLog {
    /** A few exchanges with any machine; a technician looks at the last one or two. */
    static final int ENTRIES_MAX = 48;

    /** Of one entry so many bytes are kept: a whole answer of a scale or reader, the beginning of a receipt. */
    static final int BYTES_MAX = 64;

    /** Pieces of one direction this close together are one message: at 9600 baud 100 ms are 96 bytes. */
    static final Duration TOGETHER = Duration.ofMillis(100);

    private final Deque<Entry> entries = new ArrayDeque<>();

    /**
     * Bytes that went one way without a pause.
     *
     * @param at when the first of them went
     * @param sent true towards the machine
     * @param size how many there were, whatever was kept of them
     * @param kept the first of them; none where nothing may be kept
     */
    public record Entry(Instant at, boolean sent, int size, Bytes kept) {
        Entry plus(Entry more) {
            Bytes both = kept.plus(more.kept);
            return new Entry(at, sent, size + more.size, both.slice(0, Math.min(BYTES_MAX, both.size())));
        }

        boolean continuesWith(Entry next) {
            boolean soon = next.at.isBefore(at.plus(TOGETHER));
            return sent == next.sent && soon && kept.isEmpty() == next.kept.isEmpty() && size < BYTES_MAX;
        }
    }

    /** @param kept what may be seen of it, empty for nothing; cut here to what fits */
    synchronized void saw(Instant at, boolean sent, int size, Bytes kept) {
        Entry next = new Entry(at, sent, size, kept.slice(0, Math.min(BYTES_MAX, kept.size())));
        Entry last = entries.peekLast();
        if (last != null && last.continuesWith(next)) {
            entries.removeLast();
            next = last.plus(next);
        }
        entries.add(next);
        if (entries.size() > ENTRIES_MAX) {
            entries.remove();
        }
    }

    /** Newest first. */
    public synchronized List<Entry> newest() {
        return entries.stream().collect(ArrayDeque<Entry>::new, Deque::addFirst, Deque::addAll).stream()
                .toList();
    }
}
