package org.samokasa.kiosk.web;

import io.undertow.server.handlers.sse.ServerSentEventConnection;
import io.undertow.server.handlers.sse.ServerSentEventConnectionCallback;
import java.io.IOException;
import java.time.Instant;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.web.ConsoleStaff.Person;
import org.samokasa.kiosk.web.ConsoleState.LaneTile;
import org.samokasa.kiosk.web.ConsoleState.RequestCard;
import org.samokasa.kiosk.web.ConsoleState.SuspendedCard;

/**
 * Live events to every open console: all there is on connecting ({@code snapshot}), then what changes ({@code shop,
 * lane, requests, suspended}), and a {@code beat} by which a page sees that it still hears us. A page that was away connects again
 * and begins with a snapshot, so nothing has to be kept for it.
 */
final class ConsoleEvents implements ServerSentEventConnectionCallback {
    /** Consoles at once; a shop has a dozen. */
    private static final int CONNECTIONS_MAX = 200;

    /** Events that a slow page may have before it; then it is dropped and will come back for a snapshot. */
    private static final int WAITING_MAX = 100;

    /** Everything, with the hub's time, so that ages are right on a device whose clock is not. */
    record Snapshot(Instant now, ConsoleState state) {}

    /** The part above the lanes. */
    record ShopPart(String shop, boolean brokerUp, List<Person> onDuty) {}

    /** Baskets that were put aside. */
    record SuspendedPart(List<SuspendedCard> suspended) {}

    /** All requests; they are few and their order matters. */
    record RequestsPart(List<RequestCard> requests, List<RequestCard> ended) {}

    /** A sign of life. */
    record Beat(Instant now) {}

    private final Supplier<Instant> clock;
    private final ConsoleStaff staff;
    /** Concurrent: a connection tells of its end while it is locked itself, and must then not wait for us. */
    private final Map<ServerSentEventConnection, AtomicInteger> waiting = new ConcurrentHashMap<>();

    private ConsoleState current;

    ConsoleEvents(ConsoleState current, Supplier<Instant> clock, ConsoleStaff staff) {
        this.current = current;
        this.clock = clock;
        this.staff = staff;
    }

    @Override
    public synchronized void connected(ServerSentEventConnection connection, String lastEventId) {
        if (waiting.size() >= CONNECTIONS_MAX) {
            connection.shutdown();
            return;
        }
        waiting.put(connection, new AtomicInteger());
        connection.addCloseTask(this::forget);
        who(connection).ifPresent(name -> {
            staff.opened(name);
            connection.addCloseTask(closed -> staff.closed(name));
        });
        send(connection, "snapshot", json(Snapshot.class, new Snapshot(clock.get(), current)));
    }

    /** Whose page it is, if it says so. */
    private Optional<String> who(ServerSentEventConnection connection) {
        Deque<String> session = connection.getQueryParameters().get("session");
        return session == null ? Optional.empty() : staff.who(session.getFirst());
    }

    private void forget(ServerSentEventConnection connection) {
        waiting.remove(connection);
    }

    /** Tells every page what is different from the last state. */
    synchronized void publish(ConsoleState next) {
        ConsoleState before = current;
        current = next;
        ShopPart part = part(next);
        if (!part.equals(part(before))) {
            toAll("shop", json(ShopPart.class, part));
        }
        if (!next.suspended().equals(before.suspended())) {
            toAll("suspended", json(SuspendedPart.class, new SuspendedPart(next.suspended())));
        }
        Map<Integer, LaneTile> known = new HashMap<>();
        before.lanes().forEach(tile -> known.put(tile.lane(), tile));
        for (LaneTile tile : next.lanes()) {
            if (!tile.equals(known.get(tile.lane()))) {
                toAll("lane", json(LaneTile.class, tile));
            }
        }
        boolean sameRequests =
                Objects.equals(before.requests(), next.requests()) && Objects.equals(before.ended(), next.ended());
        if (!sameRequests) {
            toAll("requests", json(RequestsPart.class, new RequestsPart(next.requests(), next.ended())));
        }
    }

    private static ShopPart part(ConsoleState state) {
        return new ShopPart(state.shop(), state.brokerUp(), state.onDuty());
    }

    /** Tells every page that we are here. */
    synchronized void beat() {
        toAll("beat", json(Beat.class, new Beat(clock.get())));
    }

    synchronized void close() {
        List.copyOf(waiting.keySet()).forEach(ServerSentEventConnection::shutdown);
    }

    private void toAll(String event, String data) {
        List.copyOf(waiting.keySet()).forEach(connection -> send(connection, event, data));
    }

    private void send(ServerSentEventConnection connection, String event, String data) {
        AtomicInteger count = waiting.get(connection);
        if (count == null) {
            return;
        }
        if (count.incrementAndGet() > WAITING_MAX) {
            waiting.remove(connection);
            connection.shutdown();
            return;
        }
        connection.send(data, event, null, new ServerSentEventConnection.EventCallback() {
            @Override
            public void done(ServerSentEventConnection c, String d, String e, String id) {
                count.decrementAndGet();
            }

            @Override
            public void failed(ServerSentEventConnection c, String d, String e, String id, IOException reason) {
                forget(c);
            }
        });
    }

    private static <T> String json(Class<T> type, T value) {
        return new String(RecordJson.write(type, value), java.nio.charset.StandardCharsets.UTF_8);
    }
}
