package org.samokasa.kiosk.app.hub;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.samokasa.kiosk.app.config.ConfigFile;
import org.samokasa.kiosk.app.hub.alert.AlertSettings;
import org.samokasa.kiosk.network.Topics;
import org.samokasa.kiosk.network.mqtt.MqttAddress;
import org.samokasa.kiosk.store.OpeningHours;
import org.samokasa.kiosk.store.ShopPolicy;

/** Reads {@code hub.conf}; docs/operating.md explains every key. */
final class HubConfigReader {
    private static final String HOST = "127.0.0.1";
    private static final int WEB_PORT = 8080;
    private static final int MQTT_PORT = 1883;
    private static final int PORT_MAX = 65_535;

    private HubConfigReader() {}

    /** @throws org.samokasa.kiosk.app.config.ConfigException naming every error with its line */
    static HubConfig read(Path file) {
        ConfigFile config = ConfigFile.read(file);
        String shop = config.text("shop");
        config.parsed("shop", null, Topics::new);
        // Beside the configuration unless absolute.
        Path data = file.toAbsolutePath().resolveSibling(config.text("data")).normalize();
        HubConfig.Listen web = config.optionalSection("web")
                .map(section -> listen(section, WEB_PORT))
                .orElse(new HubConfig.Listen(HOST, WEB_PORT));
        ZoneId zone =
                config.has("zone") ? config.parsed("zone", ZoneId.systemDefault(), ZoneId::of) : ZoneId.systemDefault();
        HubConfig read = new HubConfig(
                shop,
                data,
                web,
                config.optionalSection("mqtt").map(HubConfigReader::broker).orElse(embedded(Optional.empty())),
                floor(config, zone),
                config.optionalSection("alerts")
                        .map(alerts -> AlertConfigReader.read(alerts, zone))
                        .orElse(AlertSettings.DEFAULT));
        config.finish();
        return read;
    }

    private static HubConfig.Floor floor(ConfigFile config, ZoneId zone) {
        List<HubConfig.Member> staff =
                config.has("staff") ? StaffConfigReader.staff(config.sections("staff")) : List.of();
        List<String> twoPersons = config.texts("twoPersons");
        if (!twoPersons.isEmpty()
                && staff.stream().noneMatch(member -> member.pin().isPresent())) {
            config.error("twoPersons", "needs staff with PINs: a typed name proves nobody");
        }
        return new HubConfig.Floor(
                staff,
                new ShopPolicy(
                        config.optionalSection("hours")
                                .map(hours -> StaffConfigReader.hours(hours, zone))
                                .orElse(new OpeningHours(zone, Map.of())),
                        StaffConfigReader.presence(config),
                        Set.copyOf(twoPersons)),
                StaffConfigReader.map(config),
                StaffConfigReader.quiet(config),
                config.optionalSection("facts").map(FactsConfigReader::read));
    }

    private static HubConfig.Listen listen(ConfigFile section, int port) {
        return new HubConfig.Listen(section.text("host", HOST), section.integer("port", 0, PORT_MAX, port));
    }

    private static HubConfig.Broker embedded(Optional<EmbeddedBroker.Login> login) {
        return new HubConfig.Broker.Embedded(new HubConfig.Listen(HOST, MQTT_PORT), login);
    }

    private static HubConfig.Broker broker(ConfigFile mqtt) {
        Optional<String> user = mqtt.optionalText("user");
        Optional<String> password = mqtt.optionalText("password");
        if (user.isPresent() != password.isPresent()) {
            mqtt.error("user", "and mqtt.password belong together");
        }
        if (mqtt.has("url")) {
            return external(mqtt, user, password);
        }
        HubConfig.Listen listen = listen(mqtt, MQTT_PORT);
        if (!listen.isLoopback() && password.isEmpty()) {
            mqtt.error("host", "of a broker that others can reach needs mqtt.user and mqtt.password");
        }
        Optional<EmbeddedBroker.Login> login = user.flatMap(u -> password.map(p -> new EmbeddedBroker.Login(u, p)));
        return new HubConfig.Broker.Embedded(listen, login);
    }

    private static HubConfig.Broker external(ConfigFile mqtt, Optional<String> user, Optional<String> password) {
        if (mqtt.has("host") || mqtt.has("port")) {
            mqtt.error("url", "names another broker, so mqtt.host and mqtt.port mean nothing");
        }
        return mqtt.parsed(
                "url",
                embedded(Optional.empty()),
                url -> new HubConfig.Broker.External(MqttAddress.of(url, user, password)));
    }
}
