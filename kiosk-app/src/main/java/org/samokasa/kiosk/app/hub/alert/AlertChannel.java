package org.samokasa.kiosk.app.hub.alert;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.samokasa.kiosk.network.alert.DeliveryQueue;
import org.samokasa.kiosk.network.alert.HelpAlert;

/**
 * One wire with its queue, its thread and its memory of how far it has come in the hub's journal, so that a restart neither
 * forgets an alert nor says all of them again.
 */
final class AlertChannel implements AutoCloseable {
    private static final Logger LOGGER = System.getLogger(AlertChannel.class.getName());
    private static final long LOOK_MILLIS = 250;
    private static final long STOP_MILLIS = 2_000;

    private final AlertWire wire;
    private final InstantSource clock;
    private final Path memory;
    private final DeliveryQueue queue = new DeliveryQueue();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Thread thread;
    private volatile boolean closed;
    private boolean down;
    private String arrivedUpTo;

    /** @param folder where the memory is kept; made if it is not there */
    AlertChannel(AlertWire wire, InstantSource clock, Path folder) throws IOException {
        this.wire = wire;
        this.clock = clock;
        Files.createDirectories(folder);
        this.memory = folder.resolve(wire.name());
        this.arrivedUpTo = Files.exists(memory) ? Files.readString(memory).strip() : "";
        this.thread = new Thread(this::run, "alerts-" + wire.name());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** @param alert one that the journal has; older ones than what has arrived already are passed over */
    void offer(HelpAlert alert) {
        if (!wire.wants(alert) || !isLater(alert.id())) {
            return;
        }
        lock.lock();
        try {
            queue.offer(alert);
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Ids are STREAM:POSITION; another stream is another journal, of which nothing has arrived. */
    private boolean isLater(String id) {
        int colon = id.lastIndexOf(':');
        boolean sameStream = arrivedUpTo.startsWith(id.substring(0, colon + 1));
        return !sameStream
                || Long.parseLong(id.substring(colon + 1)) > Long.parseLong(arrivedUpTo.substring(colon + 1));
    }

    private void run() {
        try {
            while (!closed) {
                Optional<HelpAlert> due = next();
                if (due.isPresent()) {
                    deliver(due.get());
                }
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<HelpAlert> next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Optional<HelpAlert> due = queue.due(clock.instant());
            if (due.isEmpty()) {
                news.await(LOOK_MILLIS, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
            return due;
        } finally {
            lock.unlock();
        }
    }

    private void deliver(HelpAlert alert) throws InterruptedException {
        try {
            wire.send(alert);
            done(alert);
        } catch (IOException | RuntimeException e) {
            // Once in the log is enough: it is tried again for minutes.
            if (!down) {
                LOGGER.log(Logger.Level.WARNING, "alerts by {0} do not arrive: {1}", wire.name(), e.getMessage());
            }
            down = true;
            lock.lock();
            try {
                queue.failed(clock.instant());
            } finally {
                lock.unlock();
            }
        }
    }

    private void done(HelpAlert alert) {
        if (down) {
            LOGGER.log(Logger.Level.INFO, "alerts by {0} arrive again", wire.name());
        }
        down = false;
        lock.lock();
        try {
            queue.arrived();
        } finally {
            lock.unlock();
        }
        remember(alert.id());
    }

    /** Not forced: after a power cut an alert may be said twice, and has the same id then. */
    private void remember(String id) {
        arrivedUpTo = id;
        Path passing = memory.resolveSibling(memory.getFileName() + ".new");
        try {
            Files.writeString(passing, id);
            Files.move(passing, memory, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOGGER.log(Logger.Level.WARNING, "{0} cannot be written: {1}", memory, e.getMessage());
        }
    }

    /** What is being sent may arrive first, so that the next start does not say it again. */
    @Override
    public void close() {
        closed = true;
        lock.lock();
        try {
            news.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
        wire.close();
    }
}
