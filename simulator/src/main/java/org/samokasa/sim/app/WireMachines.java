package org.samokasa.sim.app;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.record.Recording;
import org.samokasa.sim.record.RelayMachine;
import org.samokasa.sim.record.ReplayMachine;
import org.samokasa.sim.record.WireOperator;
import org.samokasa.sim.shelf.Shelf;
import org.samokasa.transport.DeviceAddress;
import org.samokasa.transport.Links;

/** Makes machines that are somewhere else: in a recording, or behind another wire. */
final class WireMachines {
    private WireMachines() {}

    /** {@code { kind = replay, file = "scale.rec", follow = shop }}; the path is relative to the configuration. */
    static MachineUnit replay(String name, Config settings, Shelf shelf, long seed) {
        Path file = beside(settings, settings.getString("file"));
        Recording recorded;
        try {
            recorded = Recording.parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
        Recording recording = new Recording(name, recorded.moments());
        ReplayMachine machine = new ReplayMachine(recording, follow(settings));
        return MachineUnit.of(
                "replay", machine, WireOperator.of(machine, recording.moments().size()));
    }

    private static ReplayMachine.Follow follow(Config settings) {
        String word = settings.hasPath("follow") ? settings.getString("follow") : "shop";
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "shop" -> ReplayMachine.Follow.SHOP;
            case "clock" -> ReplayMachine.Follow.CLOCK;
            default -> throw new IllegalArgumentException("follow is shop or clock, not '" + word + "'");
        };
    }

    private static Path beside(Config settings, String file) {
        String config = settings.origin().filename();
        return config == null ? Path.of(file) : Path.of(config).resolveSibling(file);
    }

    /** {@code { kind = relay, to = "serial:/dev/ttyUSB0?baud=9600" }}. */
    static MachineUnit relay(String name, Config settings, Shelf shelf, long seed) {
        RelayMachine machine = new RelayMachine(name, Links.open(DeviceAddress.parse(settings.getString("to"))));
        return MachineUnit.of("relay", machine, WireOperator.of(machine));
    }
}
