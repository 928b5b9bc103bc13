package org.samokasa.transport;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.samokasa.protocol.Bytes;

/**
 * What a reader that types says, as the kiosk's window picks it out of the keys. A process has one keyboard, so whoever
 * watches the window gives labels here and every open link gets them. What is received is one label in UTF-8.
 */
public final class KeyboardLink implements ByteLink {
    /** Labels waiting for a driver that is not polled. */
    private static final int WAITING_MAX = 256;

    private static final List<KeyboardLink> LINKS = new CopyOnWriteArrayList<>();
    private static volatile boolean watched;

    private final BlockingQueue<LinkEvent> events = new LinkedBlockingQueue<>(WAITING_MAX);
    private volatile Runnable wake = () -> {};
    private boolean told;
    private boolean open;
    private volatile boolean closed;

    KeyboardLink() {
        LINKS.add(this);
    }

    /** A window takes the keys from now on, or no more. Any thread. */
    public static void watch(boolean byWindow) {
        watched = byWindow;
        LINKS.forEach(link -> link.wake.run());
    }

    /** A reader typed this. Any thread. */
    public static void typed(String label) {
        Bytes bytes = Bytes.copyOf(label.getBytes(StandardCharsets.UTF_8));
        for (KeyboardLink link : LINKS) {
            link.events.offer(new LinkEvent.Received(bytes));
            link.wake.run();
        }
    }

    @Override
    public List<LinkEvent> poll(Instant now) {
        List<LinkEvent> news = new ArrayList<>();
        if (closed) {
            return news;
        }
        boolean nowOpen = watched;
        if (nowOpen && !open) {
            news.add(new LinkEvent.Opened());
        } else if (!nowOpen && (open || !told)) {
            String why = "no window takes the keys of the reader";
            news.add(open ? new LinkEvent.Lost(why) : new LinkEvent.Unavailable(why));
        }
        told = true;
        open = nowOpen;
        events.drainTo(news);
        return news;
    }

    /** A keyboard cannot be told anything. */
    @Override
    public boolean send(Bytes bytes) {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open && !closed;
    }

    @Override
    public void restart(String why) {
        // There is no connection to make anew.
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
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
        closed = true;
        LINKS.remove(this);
    }

    @Override
    public String toString() {
        return "keyboard:";
    }
}
