package org.samokasa.sim.app;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.shelf.Shelf;
import org.samokasa.sim.transport.PortAddress;

/**
 * What the configuration file asks for.
 *
 * @param machines in the order of the file
 * @param weather empty when all is well until somebody says otherwise
 * @param usbPort loopback port at which another process finds the USB bus, 0 lets the system choose; empty for none
 * @param scenarios folder of the scenarios that the panel saves and plays
 */
record SimulatorConfig(
        Shelf shelf, List<Placed> machines, Optional<WeatherSettings> weather, OptionalInt usbPort, Path scenarios) {
    /** A machine, where it is plugged in, and how its wire is explained. */
    record Placed(MachineUnit unit, PortAddress port, WireWords words) {}

    /**
     * Faults that come by themselves.
     *
     * @param every pause between two of them on average
     * @param seed empty takes a fresh one at each start
     */
    record WeatherSettings(Duration every, Optional<Long> seed) {}

    SimulatorConfig {
        machines = List.copyOf(machines);
    }

    /**
     * Reads a HOCON file; paths in it are relative to it.
     *
     * @throws IllegalArgumentException listing everything that is wrong, each with its line
     */
    static SimulatorConfig read(Path file, MachineFactory factory) {
        Path folder = file.toAbsolutePath().getParent();
        Config config;
        try {
            config = ConfigFactory.parseFile(
                            file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false))
                    .resolve();
        } catch (ConfigException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return new Reader(file, folder, config, factory).read();
    }

    private static final class Reader {
        private final Path file;
        private final Path folder;
        private final Config config;
        private final MachineFactory factory;
        private final List<String> wrong = new ArrayList<>();

        Reader(Path file, Path folder, Config config, MachineFactory factory) {
            this.file = file;
            this.folder = folder;
            this.config = config;
            this.factory = factory;
        }

        SimulatorConfig read() {
            Shelf shelf = shelf();
            Path ptyFolder = folder.resolve(config.hasPath("ptyFolder") ? config.getString("ptyFolder") : ".");
            long seed = config.hasPath("seed") ? config.getLong("seed") : 1;
            List<Placed> machines = new ArrayList<>();
            for (Config machine : machines()) {
                try {
                    PortAddress port = PortAddress.parse(machine.getString("port"), ptyFolder);
                    MachineUnit unit = factory.create(machine, shelf, seed + machines.size());
                    machines.add(new Placed(unit, port, WireWords.of(machine)));
                } catch (ConfigException e) {
                    wrong.add(e.getMessage());
                } catch (IllegalArgumentException e) {
                    wrong.add(file + ": " + machine.origin().lineNumber() + ": " + e.getMessage());
                }
            }
            Optional<WeatherSettings> weather = weather();
            if (!wrong.isEmpty()) {
                throw new IllegalArgumentException(String.join(System.lineSeparator(), wrong));
            }
            OptionalInt usb = config.hasPath("usb") ? OptionalInt.of(config.getInt("usb")) : OptionalInt.empty();
            Path scenarios = folder.resolve(config.hasPath("scenarios") ? config.getString("scenarios") : "scenarios");
            return new SimulatorConfig(shelf, machines, weather, usb, scenarios);
        }

        private Optional<WeatherSettings> weather() {
            if (!config.hasPath("weather")) {
                return Optional.empty();
            }
            try {
                Duration every = config.getDuration("weather.every");
                if (every.toMillis() < 100) {
                    wrong.add(file + ": weather.every must be at least 100 ms");
                }
                Optional<Long> seed =
                        config.hasPath("weather.seed") ? Optional.of(config.getLong("weather.seed")) : Optional.empty();
                return Optional.of(new WeatherSettings(every, seed));
            } catch (ConfigException e) {
                wrong.add(e.getMessage());
                return Optional.empty();
            }
        }

        private List<? extends Config> machines() {
            try {
                return config.getConfigList("machines");
            } catch (ConfigException e) {
                wrong.add(e.getMessage());
                return List.of();
            }
        }

        private Shelf shelf() {
            if (!config.hasPath("products")) {
                return Shelf.EMPTY;
            }
            Path list = folder.resolve(config.getString("products"));
            try {
                return Shelf.parse(Files.readAllLines(list, StandardCharsets.UTF_8));
            } catch (IOException e) {
                wrong.add(list + ": cannot be read: " + e.getMessage());
            } catch (IllegalArgumentException e) {
                wrong.add(list + ": " + e.getMessage());
            }
            return Shelf.EMPTY;
        }
    }
}
