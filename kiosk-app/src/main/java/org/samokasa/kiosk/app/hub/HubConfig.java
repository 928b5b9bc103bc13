package org.samokasa.kiosk.app.hub;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.samokasa.kiosk.app.hub.alert.AlertSettings;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.Helper;
import org.samokasa.kiosk.network.mqtt.MqttAddress;
import org.samokasa.kiosk.store.OpeningHours;

/**
 * How a hub is set up.
 *
 * @param shop name of the shop, one level of the topics
 * @param data directory of journal and tables
 * @param web  where the console listens
 * @param mqtt the broker inside or elsewhere
 * @param floor who works here and when
 * @param alerts how alerts leave the shop
 */
record HubConfig(String shop, Path data, Listen web, Broker mqtt, Floor floor, AlertSettings alerts) {
    /** Nobody in particular, always. */
    HubConfig(String shop, Path data, Listen web, Broker mqtt) {
        this(shop, data, web, mqtt, Floor.ANYBODY, AlertSettings.DEFAULT);
    }

    /** Who works in the shop, when it is open, and what the law wants somebody there for. */
    record Floor(List<Helper> staff, OpeningHours hours, Set<HelpCause> presence) {
        static final Floor ANYBODY = new Floor(List.of(), OpeningHours.ALWAYS, Set.of());

        Floor {
            staff = List.copyOf(staff);
        }
    }

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
