package org.samokasa.kiosk.app.hub.alert;

import java.io.IOException;
import org.samokasa.kiosk.network.alert.HelpAlert;

/** A way for alerts to leave the hub. May block; used by one thread. */
public interface AlertWire extends AutoCloseable {
    /** For the log and the file that keeps how far it has come: letters, digits and dashes. */
    String name();

    /** Whether this alert is any of its business. */
    default boolean wants(HelpAlert alert) {
        return true;
    }

    /** Returns when it has arrived; said again with the same id after a doubt. */
    void send(HelpAlert alert) throws IOException, InterruptedException;

    @Override
    default void close() {}
}
