package org.samokasa.kiosk.web;

import io.undertow.Handlers;

/** The web server of the console. */
public final class ConsoleServer implements AutoCloseable {
    private final PageServer server;
    private final ConsoleEvents events;

    /**
     * @param host  address to listen on
     * @param port  0 for any free one
     * @param token secret that opens the API
     */
    public ConsoleServer(String host, int port, String token, ConsoleDesk desk, ConsoleStaff staff) {
        this.events = new ConsoleEvents(desk.state(), desk::now, staff);
        this.server = new PageServer(
                host,
                port,
                token,
                "index.html",
                new ConsoleApi(desk, staff).handler(),
                Handlers.serverSentEvents(events));
    }

    /** Begins to listen. */
    public void start() {
        server.start();
    }

    /** The port it listens on; meaningful after {@link #start}. */
    public int port() {
        return server.port();
    }

    /** Tells every open page what has changed. */
    public void publish(ConsoleState state) {
        events.publish(state);
    }

    /** Tells every open page that the hub is alive; to be called every five seconds. */
    public void beat() {
        events.beat();
    }

    @Override
    public void close() {
        events.close();
        server.close();
    }
}
