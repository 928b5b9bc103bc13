package org.samokasa.kiosk.network.mqtt;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** A connection to a broker, as those who talk over it need it. */
public interface MqttLine extends AutoCloseable {
    /** What the broker says for us when we are gone. */
    record Will(String topic, byte[] payload) {}

    /** Makes lines that are not started yet. */
    @FunctionalInterface
    interface Network {
        /**
         * @param clientId      unique at the broker: a second client of that name throws out the first
         * @param will          retained, published by the broker when the connection is lost, and by us when we close it
         * @param subscriptions topic filters
         * @param executor      runs one task at a time, in order; the receiver is called on it
         */
        MqttLine line(
                String clientId,
                Optional<Will> will,
                List<String> subscriptions,
                Executor executor,
                MqttReceiver receiver);
    }

    /** Begins to connect, and returns. */
    void start();

    /** Sends with QoS 1 if the line is up; if it does not arrive, nobody hears of it here. */
    void publish(String topic, byte[] payload, boolean retained);

    /** Says the will and ends the connection. */
    @Override
    void close();
}
