package org.samokasa.kiosk.web;

import io.undertow.Handlers;

/** The web server of a help centre's page. */
public final class CentreServer implements AutoCloseable {
    private final PageServer server;
    private final CentreEvents events;

    /**
     * @param host address to listen on
     * @param port 0 for any free one
     * @param key  secret that opens the API
     */
    public CentreServer(String host, int port, String key, CentreDesk desk) {
        this.events = new CentreEvents(desk);
        CentreApi api = new CentreApi(desk);
        this.server = new PageServer(
                host, port, key, "centre.html", api.routes(), api.signedIn(Handlers.serverSentEvents(events)));
    }

    /** Begins to listen. */
    public void start() {
        server.start();
    }

    /** The port it listens on; meaningful after {@link #start}. */
    public int port() {
        return server.port();
    }

    /** Tells every open page that the centre is alive; to be called every five seconds. */
    public void beat() {
        events.beat();
    }

    @Override
    public void close() {
        events.close();
        server.close();
    }
}
