package org.samokasa.kiosk.app.hub;

import java.nio.file.Path;
import java.util.Optional;
import org.samokasa.kiosk.network.mqtt.MqttAddress;

/**
 * How a hub is set up.
 *
 * @param shop name of the shop, one level of the topics
 * @param data directory of journal and tables
 * @param web  where the console listens
 * @param mqtt the broker inside or elsewhere
 */
record HubConfig(String shop, Path data, Listen web, Broker mqtt) {
    /**
     * An address to listen on.
     *
     * @param port 0 for any free one
     */
    record Listen(String host, int port) {
        boolean isLoopback() {
            return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
        }
    }

    /** Which broker. */
    sealed interface Broker {
        /** Our own. */
        record Embedded(Listen listen, Optional<EmbeddedBroker.Login> login) implements Broker {}

        /** One that is there already. */
        record External(MqttAddress address) implements Broker {}
    }
}
