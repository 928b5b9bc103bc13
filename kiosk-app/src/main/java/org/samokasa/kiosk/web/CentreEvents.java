package org.samokasa.kiosk.web;

import io.undertow.server.handlers.sse.ServerSentEventConnection;
import io.undertow.server.handlers.sse.ServerSentEventConnectionCallback;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.samokasa.kiosk.json.RecordJson;

/**
 * One line of events to each open page of the centre. What belongs to a shop has the shop's id and a space before it; the
 * rest is what the hub said, not looked at, so that a shop that says nonsense spoils no other's words.
 */
final class CentreEvents implements ServerSentEventConnectionCallback {
    /** Pages at once; a centre has a few rooms of operators. */
    private static final int PAGES_MAX = 500;

    /** Events of one shop that a slow page may have before it, */
    private static final int WAITING_MAX = 100;

    /** and how many characters of them, so that no shop fills the memory. One event may always wait. */
    private static final int CHARACTERS_MAX = 4_000_000;

    private final CentreDesk desk;
    /** Concurrent: a connection tells of its end while it is locked itself, and must then not wait for us. */
    private final Map<ServerSentEventConnection, PageLine> pages = new ConcurrentHashMap<>();

    CentreEvents(CentreDesk desk) {
        this.desk = desk;
    }

    @Override
    public void connected(ServerSentEventConnection connection, String lastEventId) {
        if (pages.size() >= PAGES_MAX) {
            connection.shutdown();
            return;
        }
        PageLine page = new PageLine(connection);
        pages.put(connection, page);
        Deque<String> session = connection.getQueryParameters().get("session");
        Runnable end = desk.watch(session == null ? "" : session.getFirst(), page);
        connection.addCloseTask(closed -> {
            pages.remove(closed);
            end.run();
        });
        if (!connection.isOpen()) {
            pages.remove(connection);
            end.run();
        }
    }

    /** Tells every page that the centre is alive. */
    void beat() {
        byte[] now = RecordJson.write(ConsoleEvents.Beat.class, new ConsoleEvents.Beat(desk.now()));
        String text = new String(now, StandardCharsets.UTF_8);
        pages.values().forEach(page -> page.send("", "beat", text));
    }

    void close() {
        List.copyOf(pages.keySet()).forEach(ServerSentEventConnection::shutdown);
    }

    /** The line to a page. */
    private static final class PageLine implements CentreDesk.Page {
        private final ServerSentEventConnection connection;
        private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

        PageLine(ServerSentEventConnection connection) {
            this.connection = connection;
        }

        @Override
        public boolean tell(String shop, String event, String data) {
            return send(shop, event, shop.isEmpty() ? data : shop + " " + data);
        }

        @Override
        public void close() {
            connection.shutdown();
        }

        boolean send(String shop, String event, String data) {
            Waiting before = waiting.computeIfAbsent(shop, any -> new Waiting());
            if (!before.takes(data.length())) {
                return false;
            }
            // A carriage return would end the line, and the rest of it could pass for another shop's word.
            connection.send(data.replace('\r', ' '), event, null, new ServerSentEventConnection.EventCallback() {
                @Override
                public void done(ServerSentEventConnection c, String d, String e, String id) {
                    before.left(data.length());
                }

                @Override
                public void failed(ServerSentEventConnection c, String d, String e, String id, IOException reason) {
                    before.left(data.length());
                }
            });
            return true;
        }
    }

    /** What of one shop is on its way to one page. */
    private static final class Waiting {
        private int events;
        private long characters;

        synchronized boolean takes(int length) {
            if (events >= WAITING_MAX || (events > 0 && characters + length > CHARACTERS_MAX)) {
                return false;
            }
            events++;
            characters += length;
            return true;
        }

        synchronized void left(int length) {
            events--;
            characters -= length;
        }
    }
}
