package org.samokasa.transport;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.samokasa.protocol.Bytes;

/**
 * The life of one {@link Line}: a daemon thread opens it and reads, a second one writes. Everything it has to tell goes
 * into the owner's bounded queue; a full queue stops the reading, not the owner.
 */
final class Connection {
    /** Something this connection told; the owner drops what a connection it gave up still tells. */
    record Told(Connection by, LinkEvent event) {}

    private static final int READ_BYTES = 4_096;
    /** What may wait to be written: several long receipts with pictures. More means the machine takes nothing. */
    static final int WAITING_BYTES_MAX = 1 << 20;

    private static final long JOIN_MILLIS = 450;

    private final Line line;
    private final BlockingQueue<Told> events;
    private final Runnable wake;
    private final BlockingQueue<Bytes> outgoing = new LinkedBlockingQueue<>();
    private final AtomicInteger waitingBytes = new AtomicInteger();
    private final AtomicReference<String> whyLost = new AtomicReference<>();
    private final Thread reader;
    private final Thread writer;

    Connection(String name, Line line, BlockingQueue<Told> events, Runnable wake) {
        this.line = line;
        this.events = events;
        this.wake = wake;
        reader = daemon("read " + name, this::live);
        writer = daemon("write " + name, this::writeAll);
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    void start() {
        reader.start();
    }

    /** Queues bytes for the writer; false when the machine has not taken what was sent before and the limit is reached. */
    boolean send(Bytes bytes) {
        if (waitingBytes.addAndGet(bytes.size()) > WAITING_BYTES_MAX) {
            give("the machine takes no more bytes");
            return false;
        }
        return outgoing.add(bytes);
    }

    int waitingBytes() {
        return waitingBytes.get();
    }

    private void live() {
        try {
            line.open();
        } catch (IOException | RuntimeException e) {
            line.close();
            tell(new LinkEvent.Unavailable(reason(e)));
            return;
        }
        tell(new LinkEvent.Opened());
        if (!line.description().isEmpty()) {
            tell(new LinkEvent.Described(line.description()));
        }
        writer.start();
        read();
        writer.interrupt();
        line.close();
        tell(new LinkEvent.Lost(whyLost.get()));
    }

    private void read() {
        byte[] buffer = new byte[READ_BYTES];
        try {
            int count = line.read(buffer);
            while (count >= 0) {
                if (count > 0) {
                    tell(new LinkEvent.Received(Bytes.copyOf(buffer, 0, count)));
                }
                count = line.read(buffer);
            }
            whyLost.compareAndSet(null, "the far end is gone");
        } catch (IOException | RuntimeException e) {
            whyLost.compareAndSet(null, reason(e));
        }
    }

    private void writeAll() {
        try {
            while (true) {
                Bytes next = outgoing.take();
                line.write(next.toArray());
                waitingBytes.addAndGet(-next.size());
            }
        } catch (IOException | RuntimeException e) {
            give(reason(e));
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void give(String why) {
        whyLost.compareAndSet(null, why);
        line.close();
    }

    private void tell(LinkEvent event) {
        try {
            events.put(new Told(this, event));
            wake.run();
        } catch (InterruptedException nobodyListens) {
            Thread.currentThread().interrupt();
        }
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** Ends the connection; the threads run out by themselves. */
    void abandon() {
        whyLost.compareAndSet(null, "closed");
        line.close();
        reader.interrupt();
        writer.interrupt();
    }

    /** Waits, not for ever, until the port is really free. */
    void awaitEnd() {
        try {
            reader.join(JOIN_MILLIS);
            writer.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
