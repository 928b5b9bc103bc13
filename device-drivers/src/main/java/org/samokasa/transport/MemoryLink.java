package org.samokasa.transport;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * A wire in memory for virtual time and tests: no thread, nothing happens before {@link #poll}. Strict: using it after
 * {@link #close} throws, naming the wire.
 */
public final class MemoryLink implements ByteLink {
    private final String name;
    private final FarEnd farEnd = new FarEnd();
    private final Deque<LinkEvent> waiting = new ArrayDeque<>();
    private Runnable wake = () -> {};
    private Instant polledAt = Instant.EPOCH;
    private boolean plugged;
    private boolean open;
    private boolean closed;
    private int restarts;
    /** Sent while the machine takes nothing. */
    private Bytes held = Bytes.EMPTY;

    /** @param name appears in complaints */
    public MemoryLink(String name) {
        this.name = name;
    }

    /** The machine's end. */
    public FarEnd farEnd() {
        return farEnd;
    }

    @Override
    public List<LinkEvent> poll(Instant now) {
        strict();
        polledAt = now;
        if (plugged && !open && waiting.isEmpty()) {
            open = true;
            waiting.add(new LinkEvent.Opened());
            if (!farEnd.description.isEmpty()) {
                waiting.add(new LinkEvent.Described(farEnd.description));
            }
            farEnd.listener.opened();
        }
        List<LinkEvent> news = new ArrayList<>(waiting);
        waiting.clear();
        return news;
    }

    @Override
    public boolean send(Bytes bytes) {
        strict();
        if (!open) {
            return false;
        }
        if (farEnd.holding) {
            held = held.plus(bytes);
        } else {
            farEnd.listener.received(bytes);
        }
        return true;
    }

    @Override
    public int waitingBytes() {
        return held.size();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void restart(String why) {
        strict();
        restarts++;
        lose(why);
    }

    @Override
    public void release() {
        strict();
        if (open) {
            open = false;
            farEnd.listener.closed();
        }
        waiting.clear();
    }

    private void lose(String why) {
        held = Bytes.EMPTY;
        if (open) {
            open = false;
            waiting.add(new LinkEvent.Lost(why));
            farEnd.listener.closed();
            wake.run();
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        boolean work = !closed && (!waiting.isEmpty() || (plugged && !open));
        return work ? Optional.of(polledAt) : Optional.empty();
    }

    @Override
    public void onActivity(Runnable newWake) {
        strict();
        wake = newWake;
    }

    @Override
    public void close() {
        if (!closed) {
            lose("closed");
            closed = true;
        }
    }

    private void strict() {
        if (closed) {
            throw new IllegalStateException("the wire '" + name + "' was closed and is used again");
        }
    }

    /** What the machine's end is told, at once and on the caller's thread. */
    public interface Listener {
        void opened();

        void received(Bytes bytes);

        void closed();
    }

    /** The machine's end; without a listener it keeps what arrives for {@link #take}. */
    public final class FarEnd {
        private Bytes arrived = Bytes.EMPTY;
        private boolean holding;
        private Bytes description = Bytes.EMPTY;
        private Listener listener = new Listener() {
            @Override
            public void opened() {
                arrived = Bytes.EMPTY;
            }

            @Override
            public void received(Bytes bytes) {
                arrived = arrived.plus(bytes);
            }

            @Override
            public void closed() {
                // What arrived before the end stays readable, as on a real line.
            }
        };

        private FarEnd() {}

        /** What the machine says of itself each time the wire opens; empty says nothing. */
        public void describe(Bytes newDescription) {
            description = newDescription;
        }

        public void listen(Listener newListener) {
            listener = newListener;
        }

        /** Plugs the wire in: the shop's side is open from its next poll on. */
        public void connect() {
            plugged = true;
            wake.run();
        }

        /** Pulls the plug. */
        public void disconnect(String why) {
            plugged = false;
            lose(why);
        }

        /** Drops the connection and stays plugged in: the shop's side opens again. */
        public void hangUp(String why) {
            lose(why);
        }

        /** Told to the shop's side as a failed attempt to open. */
        public void refuse(String why) {
            waiting.add(new LinkEvent.Unavailable(why));
            wake.run();
        }

        /** Takes no bytes until {@link #letGo}, as a machine that holds the line by flow control. */
        public void hold() {
            holding = true;
        }

        public void letGo() {
            holding = false;
            Bytes all = held;
            held = Bytes.EMPTY;
            if (!all.isEmpty()) {
                listener.received(all);
            }
        }

        public boolean isConnected() {
            return open;
        }

        /** Sends to the shop's side. Nothing is heard while it is not open, as on a real line. */
        public void send(Bytes bytes) {
            if (open) {
                waiting.add(new LinkEvent.Received(bytes));
                wake.run();
            }
        }

        /** Everything that arrived since the last call or since the wire opened. */
        public Bytes take() {
            Bytes taken = arrived;
            arrived = Bytes.EMPTY;
            return taken;
        }

        /** How often the shop's side asked for a fresh connection. */
        public int restarts() {
            return restarts;
        }
    }
}
