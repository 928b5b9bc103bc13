package org.samokasa.sim.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.Scale;
import org.samokasa.devices.ScaleEvent;
import org.samokasa.devices.Weighing;
import org.samokasa.sim.driver.DriverAtWork;
import org.samokasa.sim.record.Recording;
import org.samokasa.sim.record.Recording.What;
import org.samokasa.sim.transport.WireTap;

/** A scale is recorded through a relay on real wires, and a driver weighs again with nothing but the recording. */
@Timeout(180)
class RecordAndReplayTest {
    @TempDir
    Path folder;

    private Simulator simulator(String file, String machines, WireTap tap) throws Exception {
        Path config = Files.writeString(folder.resolve(file), "machines = [" + machines + "]");
        return new Simulator(SimulatorConfig.read(config, MachineFactory.standard()), InstantSource.system(), tap);
    }

    private static String address(Simulator simulator, String machine) {
        return simulator.address(simulator.machines().find(machine).orElseThrow());
    }

    private static Predicate<DeviceEvent> weighed(int grams) {
        return event -> event instanceof ScaleEvent.Weighed weighed
                && weighed.weighing().equals(new Weighing.Stable(grams));
    }

    private Recording weighThroughARelay() throws Exception {
        Path recordings = folder.resolve("recordings");
        String real = "{ name = real, kind = scale, port = \"pty:real\", intervalGrams = 1 }";
        try (Simulator there = simulator("real.conf", real, WireTap.NONE);
                Simulator here = simulator(
                        "relay.conf",
                        "{ name = scale, kind = relay, port = \"pty:relayed\", to = \"" + address(there, "real")
                                + "\" }",
                        RecordingFolder.open(recordings));
                DriverAtWork driver = new DriverAtWork("scale", "8217", address(here, "scale"))) {
            ((Scale) driver.device()).watch(true);
            driver.await(weighed(0));
            there.perform("put real 785 g");
            driver.await(weighed(785));
            // A driver on a busy machine asks again what it has not heard in time, and a replay has only what was
            // recorded.
            there.perform("put real 400 g");
            driver.await(weighed(1_185));
        }
        return Recording.parse(Files.readAllLines(recordings.resolve("scale.rec")));
    }

    @Test
    void a_recording_made_through_a_relay_weighs_again() throws Exception {
        Recording recording = weighThroughARelay();
        assertThat(recording.moments().get(0).what()).isEqualTo(What.OPENED);
        assertThat(recording.moments()).anyMatch(moment -> moment.what() == What.SHOP);
        Files.write(folder.resolve("scale.rec"), recording.lines());
        try (Simulator simulator = simulator(
                        "replay.conf",
                        "{ name = scale, kind = replay, port = \"pty:scale\", file = \"scale.rec\" }",
                        WireTap.NONE);
                DriverAtWork driver = new DriverAtWork("scale", "8217", address(simulator, "scale"))) {
            ((Scale) driver.device()).watch(true);
            driver.await(weighed(0));
            driver.await(weighed(785));
            assertThat(simulator.facts(simulator.machines().find("scale").orElseThrow()))
                    .containsEntry("differences", "0");
        }
    }
}
