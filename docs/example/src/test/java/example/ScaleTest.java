package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Scale;
import org.samokasa.devices.ScaleEvent;
import org.samokasa.devices.Weighing;
import org.samokasa.driver.Drivers;
import org.samokasa.sim.app.SimulatedMachines;
import org.samokasa.sim.junit.SimulatedLane;
import org.samokasa.transport.DeviceAddress;

/** A driver against its simulated scale, on a real pseudo-terminal. */
@SimulatedLane
class ScaleTest {
    @Test
    void a_scale_that_was_unplugged_weighs_again(SimulatedMachines machines) {
        DeviceAddress address =
                DeviceAddress.parse(machines.address("produce-scale") + "?baud=9600&bits=7&parity=even");
        try (Scale scale =
                (Scale) Drivers.standard().open("scale", "8217", address, Map.of(), new DeviceName("produce-scale"))) {
            scale.watch(true);
            machines.perform("put produce-scale 785 g");
            assertEquals(new Weighing.Stable(785), nextStable(scale));

            machines.perform("unplug produce-scale", "take produce-scale 85 g", "plug produce-scale");
            Weighing weighing = nextStable(scale);
            while (!weighing.equals(new Weighing.Stable(700))) {
                weighing = nextStable(scale);
            }
        }
    }

    /** The owner of a device polls it; a program waits for {@code onActivity} and {@code nextDue} in between. */
    private static Weighing nextStable(Scale scale) {
        return assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            while (true) {
                for (DeviceEvent event : scale.poll(Instant.now())) {
                    if (event instanceof ScaleEvent.Weighed weighed
                            && weighed.weighing() instanceof Weighing.Stable stable
                            && stable.grams() > 0) {
                        return stable;
                    }
                }
                Thread.onSpinWait();
            }
        });
    }
}
