package org.samokasa.kiosk.app.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.samokasa.kiosk.app.ProcessLog;

/** A hub as its configuration file says, inside the test's own process; for tests of those who talk to hubs. */
public final class HubOfFile implements AutoCloseable {
    /** The broker complains loudly when a test ends before its clients have settled in. */
    private static final Logger HASTE = Logger.getLogger("org.apache.activemq.artemis.core.protocol.mqtt");

    private final HubConfig config;
    private final Hub hub;

    private HubOfFile(HubConfig config, Hub hub) {
        this.config = config;
        this.hub = hub;
    }

    public static HubOfFile start(Path file) throws IOException {
        ProcessLog.quiet();
        HASTE.setLevel(Level.OFF);
        HubConfig config = HubConfigReader.read(file);
        return new HubOfFile(config, Hub.start(config, InstantSource.system()));
    }

    /** With the key. */
    public String consoleUrl() {
        return hub.consoleUrl();
    }

    public String address() {
        return consoleUrl().substring(0, consoleUrl().indexOf("/?"));
    }

    public String key() {
        return consoleUrl().substring(consoleUrl().indexOf("token=") + "token=".length());
    }

    public LaneDouble lane(int number) throws InterruptedException {
        return new LaneDouble(config.shop(), number, hub.mqttPort()).awaitLink();
    }

    @Override
    public void close() {
        hub.close();
    }
}
