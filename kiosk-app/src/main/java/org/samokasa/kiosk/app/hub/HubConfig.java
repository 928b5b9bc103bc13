package org.samokasa.kiosk.app.hub;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.app.PinHash;
import org.samokasa.kiosk.app.hub.alert.AlertSettings;
import org.samokasa.kiosk.help.Helper;
import org.samokasa.kiosk.network.mqtt.MqttAddress;
import org.samokasa.kiosk.store.ShopFacts;
import org.samokasa.kiosk.store.ShopPolicy;

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

    /**
     * Who works in the shop, when it is open, and how it is laid out.
     *
     * @param staff      empty when anybody may sign in with a name
     * @param policy     when it is open and what it has decided
     * @param map        rows of lane numbers, a dot for a free place; empty for any order
     * @param quiet      when consoles make no noise, {@code 22:00-07:00}
     * @param facts      for those who help from far away
     */
    record Floor(
            List<Member> staff,
            ShopPolicy policy,
            List<String> map,
            Optional<String> quiet,
            Optional<ShopFacts> facts) {
        static final Floor ANYBODY = new Floor(List.of(), ShopPolicy.DEFAULT, List.of(), Optional.empty());

        /** A shop that says nothing about itself. */
        Floor(List<Member> staff, ShopPolicy policy, List<String> map, Optional<String> quiet) {
            this(staff, policy, map, quiet, Optional.empty());
        }

        Floor {
            staff = List.copyOf(staff);
            map = List.copyOf(map);
        }

        boolean hasPins() {
            return staff.stream().anyMatch(member -> member.pin().isPresent());
        }
    }

    /**
     * One of the staff.
     *
     * @param pin empty when nobody of the shop has one
     */
    record Member(Helper helper, Optional<PinHash> pin) {}

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
