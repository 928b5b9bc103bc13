package org.samokasa.kiosk.app.centre;

import java.io.IOException;
import java.lang.System.Logger;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.samokasa.kiosk.app.PageKey;
import org.samokasa.kiosk.web.CentreServer;

/** A running help centre: its page, a way to each hub, and the clock that looks after them. */
final class Centre implements AutoCloseable {
    private static final Logger LOGGER = System.getLogger(Centre.class.getName());
    private static final String KEY_FILE = "centre-token";
    private static final long TICK_MILLIS = 250;
    private static final long BEAT_SECONDS = 5;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "centre-timer");
        thread.setDaemon(true);
        return thread;
    });
    private final CentreConfig config;
    private final String key;
    private final List<HubLine> hubs;
    private final RelayDesk desk;
    private final CentreServer server;

    private Centre(CentreConfig config, InstantSource clock) throws IOException {
        this.config = config;
        this.key = PageKey.in(config.data(), KEY_FILE);
        this.hubs =
                config.shops().stream().map(shop -> new HubLine(shop, clock)).toList();
        this.desk = new RelayDesk(hubs, clock, timer);
        this.server = new CentreServer(config.host(), config.port(), key, desk);
    }

    /**
     * Starts a centre; it listens when this returns. Hubs may be away.
     *
     * @throws IOException if the key cannot be kept or the port is taken
     */
    static Centre start(CentreConfig config, InstantSource clock) throws IOException {
        Centre centre = new Centre(config, clock);
        try {
            centre.server.start();
        } catch (RuntimeException e) {
            centre.close();
            throw new IOException(
                    "the page cannot listen on " + config.host() + ":" + config.port() + ": " + e.getMessage(), e);
        }
        centre.timer.scheduleWithFixedDelay(centre::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        centre.timer.scheduleAtFixedRate(centre.server::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
        return centre;
    }

    private void tick() {
        try {
            desk.tick();
        } catch (RuntimeException e) {
            // A timer that throws is never run again, and no shop would come back.
            LOGGER.log(Logger.Level.ERROR, "a look at the shops failed", e);
        }
    }

    /** Where the page is, with the key that opens it. */
    String url() {
        String host = config.host().equals("0.0.0.0") ? "127.0.0.1" : config.host();
        return "http://" + host + ":" + server.port() + "/?token=" + key;
    }

    @Override
    public void close() {
        server.close();
        timer.shutdownNow();
        hubs.forEach(HubLine::close);
    }
}
