package org.samokasa.kiosk.app.hub;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.samokasa.kiosk.network.Topics;
import org.samokasa.kiosk.network.mqtt.MqttAddress;

/** Reads the hub's configuration file and finds everything that is wrong with it at once. */
final class HubConfigReader {
    private static final String HOST = "127.0.0.1";
    private static final int WEB_PORT = 8080;
    private static final int MQTT_PORT = 1883;
    private static final int PORT_MAX = 65_535;
    private static final Set<String> KEYS = Set.of(
            "shop", "data", "web.host", "web.port", "mqtt.host", "mqtt.port", "mqtt.url", "mqtt.user", "mqtt.password");

    /** Everything that is wrong, each with its line. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(List<String> errors) {
            super(String.join(System.lineSeparator(), errors));
        }
    }

    private final Path file;
    private final Config config;
    private final List<String> errors = new ArrayList<>();

    private HubConfigReader(Path file, Config config) {
        this.file = file;
        this.config = config;
    }

    /** @throws Wrong with one line for each thing that is wrong */
    static HubConfig read(Path file) throws Wrong {
        if (!Files.isReadable(file)) {
            throw new Wrong(List.of(file + ": cannot be read"));
        }
        Config config;
        try {
            config = ConfigFactory.parseFile(file.toFile()).resolve();
        } catch (ConfigException e) {
            throw new Wrong(List.of(e.getMessage()));
        }
        HubConfigReader reader = new HubConfigReader(file, config);
        HubConfig read = reader.all();
        if (!reader.errors.isEmpty()) {
            throw new Wrong(reader.errors);
        }
        return read;
    }

    private HubConfig all() {
        for (Map.Entry<String, ConfigValue> entry : config.entrySet()) {
            if (!KEYS.contains(entry.getKey())) {
                wrong(entry.getValue().origin(), entry.getKey() + " is not a setting of the hub");
            }
        }
        String shop = text("shop").orElse("");
        try {
            new Topics(shop);
        } catch (IllegalArgumentException e) {
            wrong("shop", e.getMessage());
        }
        Optional<String> data = text("data");
        if (data.isEmpty()) {
            wrong("data", "data is missing: the directory for journal and tables");
        }
        HubConfig.Listen web = new HubConfig.Listen(text("web.host").orElse(HOST), port("web.port", WEB_PORT));
        Path directory = file.toAbsolutePath().resolveSibling(data.orElse("."));
        return new HubConfig(shop, directory.normalize(), web, broker());
    }

    private HubConfig.Broker broker() {
        Optional<String> user = text("mqtt.user");
        Optional<String> password = text("mqtt.password");
        if (user.isPresent() != password.isPresent()) {
            wrong("mqtt.user", "mqtt.user and mqtt.password belong together");
        }
        HubConfig.Listen listen = new HubConfig.Listen(text("mqtt.host").orElse(HOST), port("mqtt.port", MQTT_PORT));
        Optional<String> url = text("mqtt.url");
        if (url.isPresent()) {
            return external(url.get(), user, password).orElse(new HubConfig.Broker.Embedded(listen, Optional.empty()));
        }
        if (!listen.isLoopback() && password.isEmpty()) {
            wrong("mqtt.host", "a broker that others can reach needs mqtt.user and mqtt.password");
        }
        Optional<EmbeddedBroker.Login> login = user.flatMap(u -> password.map(p -> new EmbeddedBroker.Login(u, p)));
        return new HubConfig.Broker.Embedded(listen, login);
    }

    private Optional<HubConfig.Broker> external(String url, Optional<String> user, Optional<String> password) {
        if (config.hasPath("mqtt.host") || config.hasPath("mqtt.port")) {
            wrong("mqtt.url", "mqtt.url names another broker, so mqtt.host and mqtt.port mean nothing");
        }
        try {
            return Optional.of(new HubConfig.Broker.External(MqttAddress.of(url, user, password)));
        } catch (IllegalArgumentException e) {
            wrong("mqtt.url", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> text(String key) {
        return value(key, config::getString).filter(text -> !text.isBlank());
    }

    private int port(String key, int otherwise) {
        int port = value(key, config::getInt).orElse(otherwise);
        if (port < 0 || port > PORT_MAX) {
            wrong(key, key + " must be 0 to " + PORT_MAX);
        }
        return port;
    }

    private <T> Optional<T> value(String key, Function<String, T> getter) {
        try {
            return config.hasPath(key) ? Optional.of(getter.apply(key)) : Optional.empty();
        } catch (ConfigException e) {
            wrong(key, key + " has the wrong type");
            return Optional.empty();
        }
    }

    private void wrong(String key, String message) {
        if (config.hasPath(key)) {
            wrong(config.getValue(key).origin(), message);
        } else {
            errors.add(file + ": " + message);
        }
    }

    private void wrong(ConfigOrigin origin, String message) {
        errors.add(file + ":" + origin.lineNumber() + ": " + message);
    }
}
