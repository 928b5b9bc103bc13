package org.samokasa.kiosk.app.lane;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samokasa.kiosk.app.PinHash;
import org.samokasa.kiosk.app.config.ConfigFile;
import org.samokasa.kiosk.app.config.ShopConfig;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.network.mqtt.MqttAddress;

/**
 * One lane's configuration, {@code lane.conf}; docs/operating.md explains every key.
 *
 * @param data directory of journal and catalogue
 * @param hub MQTT address of the store hub, empty for a lane alone
 * @param staffPin {@link PinHash} of the PIN that opens the staff's page, empty for a lane without one
 * @param automationPort loopback port on which a script may drive the screen, 0 for none
 */
public record LaneConfig(
        ShopConfig shop,
        int number,
        Path data,
        Window window,
        List<Machine> machines,
        Optional<MqttAddress> hub,
        Optional<PinHash> staffPin,
        int automationPort) {

    /**
     * @param fullScreen false shows a window of this size
     * @param diagonalInches of the real screen: sizes are in millimetres, and what screens say of themselves is wrong
     * @param theme {@code light}, {@code dark} or {@code contrast}
     */
    public record Window(
            boolean fullScreen, int x, int y, int width, int height, int diagonalTenthInches, String theme) {}

    /** @param options driver options beyond driver and address */
    public record Machine(String name, String driver, String address, Map<String, String> options) {}

    private static final List<String> NAMES = List.of(
            Readings.SCANNER,
            Readings.PRODUCE_SCALE,
            Readings.BAGGING_SCALE,
            Readings.TERMINAL,
            Readings.PRINTER,
            Readings.LIGHT);

    /** @throws org.samokasa.kiosk.app.config.ConfigException naming every error with its line */
    public static LaneConfig read(Path file) {
        ConfigFile config = ConfigFile.read(file);
        ConfigFile lane = config.section("lane");
        LaneConfig read = new LaneConfig(
                ShopConfig.read(config.section("shop")),
                lane.integer("number", 1, 999, 1),
                Path.of(lane.text("data")),
                window(lane),
                machines(config.section("machines")),
                config.optionalSection("hub").map(LaneConfig::hub),
                config.optionalSection("staff").flatMap(LaneConfig::pin),
                config.optionalSection("automation")
                        .map(automation -> automation.integer("port", 0, 65_535, 0))
                        .orElse(0));
        config.finish();
        return read;
    }

    private static Optional<PinHash> pin(ConfigFile staff) {
        return staff.optionalText("pin").isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(staff.parsed("pin", null, PinHash::parse));
    }

    private static MqttAddress hub(ConfigFile hub) {
        Optional<String> user = hub.optionalText("user");
        Optional<String> password = hub.optionalText("password");
        if (!hub.has("mqtt")) {
            hub.error("mqtt", "must be the address of the hub's broker, mqtt://host:port");
        }
        return hub.parsed("mqtt", null, url -> MqttAddress.of(url, user, password));
    }

    private static Window window(ConfigFile lane) {
        return lane.optionalSection("window")
                .map(window -> new Window(
                        window.flag("full-screen", true),
                        window.integer("x", -20_000, 20_000, 0),
                        window.integer("y", -20_000, 20_000, 0),
                        window.integer("width", 320, 20_000, 1920),
                        window.integer("height", 320, 20_000, 1080),
                        window.integer("diagonal-tenth-inches", 70, 1000, 215),
                        window.text("theme", "light")))
                .orElse(new Window(true, 0, 0, 1920, 1080, 215, "light"));
    }

    private static List<Machine> machines(ConfigFile section) {
        List<Machine> machines = new ArrayList<>();
        for (String name : section.keys()) {
            if (!NAMES.contains(name)) {
                section.error(name, "is no machine of a lane; there are " + NAMES);
                continue;
            }
            ConfigFile machine = section.section(name);
            Map<String, String> options = new HashMap<>();
            for (String key : machine.keys()) {
                if (!key.equals("driver") && !key.equals("address")) {
                    options.put(key, machine.text(key));
                }
            }
            machines.add(new Machine(name, machine.text("driver"), machine.text("address"), Map.copyOf(options)));
        }
        return List.copyOf(machines);
    }
}
