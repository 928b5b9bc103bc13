package org.samokasa.kiosk.app.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.Health;
import org.samokasa.devices.HealthChanged;
import org.samokasa.devices.ScaleEvent;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.devices.Weighing;
import org.samokasa.sim.app.SimulatedMachines;
import org.samokasa.sim.junit.SimulatedLane;

/** A lane's configuration names two machines at one address; each lives on its thread, and both on one real wire. */
@Timeout(120)
@SimulatedLane(config = """
        machines = [ { name = produce-scale, kind = magellan, port = "pty:bioptic" } ]
        """)
class OneCableTest {
    @TempDir
    Path folder;

    private LaneConfig lane(String address, String second) throws Exception {
        Path file = folder.resolve("lane.conf");
        Files.writeString(file, """
                include "org/samokasa/kiosk/app/sample-shop.conf"
                lane { number = 4, data = "%s" }
                machines {
                  scanner { driver = magellan, address = "%s" }
                  produce-scale { driver = magellan, address = "%s" }
                  %s
                }
                """.formatted(folder, address, address, second));
        return LaneConfig.read(file);
    }

    private static void await(BlockingQueue<DeviceEvent> told, Predicate<DeviceEvent> wanted)
            throws InterruptedException {
        DeviceEvent event = told.poll(60, TimeUnit.SECONDS);
        while (event != null && !wanted.test(event)) {
            event = told.poll(60, TimeUnit.SECONDS);
        }
        assertThat(event).as("the event that was waited for").isNotNull();
    }

    @Test
    void scanner_and_scale_share_the_wire(SimulatedMachines machines) throws Exception {
        BlockingQueue<DeviceEvent> told = new LinkedBlockingQueue<>();
        String address = machines.address("produce-scale") + "?bits=7&parity=odd";
        try (Machines lane = new Machines(lane(address, ""), InstantSource.system(), told::add)) {
            lane.start();
            await(
                    told,
                    event -> event instanceof HealthChanged change
                            && change.device().value().equals("produce-scale")
                            && change.health() instanceof Health.Up);
            machines.perform("put produce-scale 785 g");
            await(
                    told,
                    event -> event instanceof ScaleEvent.Weighed weighed
                            && weighed.weighing().equals(new Weighing.Stable(785)));
            machines.perform("scan 4006381333931");
            await(
                    told,
                    event -> event instanceof ScannerEvent.Scanned scanned
                            && scanned.device().value().equals("scanner")
                            && scanned.text().equals("]E04006381333931"));
        }
    }

    @Test
    void a_cable_has_one_scale(SimulatedMachines machines) throws Exception {
        String address = machines.address("produce-scale");
        LaneConfig two = lane(address, "bagging-scale { driver = magellan, address = \"" + address + "\" }");
        assertThatThrownBy(() -> new Machines(two, InstantSource.system(), event -> {}))
                .hasMessageContaining("-scale")
                .hasMessageContaining("there is a scale on");
    }
}
