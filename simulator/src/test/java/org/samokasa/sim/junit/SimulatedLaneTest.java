package org.samokasa.sim.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samokasa.devices.Health;
import org.samokasa.devices.HealthChanged;
import org.samokasa.devices.Scale;
import org.samokasa.devices.ScaleEvent;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.devices.Weighing;
import org.samokasa.sim.app.SimulatedMachines;
import org.samokasa.sim.driver.DriverAtWork;

@SimulatedLane
class SimulatedLaneTest {
    private SimulatedMachines before;

    @BeforeEach
    void setUp(SimulatedMachines machines) {
        before = machines;
        machines.perform("put produce-scale 785 g");
    }

    @Test
    void a_set_up_method_and_its_test_have_the_same_machines(SimulatedMachines machines) {
        assertThat(machines).isSameAs(before);
        assertThat(machines.facts("produce-scale").toString()).contains("785");
    }

    @Test
    void each_test_has_fresh_machines_on_real_wires(SimulatedMachines machines) throws InterruptedException {
        String address = machines.address("produce-scale") + "?bits=7&parity=even";
        try (DriverAtWork driver = new DriverAtWork("scale", "8217", address)) {
            ((Scale) driver.device()).watch(true);
            driver.await(event -> event instanceof ScaleEvent.Weighed weighed
                    && weighed.weighing().equals(new Weighing.Stable(785)));
        }
    }

    @Test
    @SimulatedLane(config = "machines = [ { name = produce-scale, kind = scale, port = \"pty:till\" } ]")
    void a_method_can_have_machines_of_its_own(SimulatedMachines machines) {
        assertThat(machines.address("produce-scale")).endsWith("/till");
    }

    @Test
    void a_scan_reaches_the_driver(SimulatedMachines machines) throws InterruptedException {
        try (DriverAtWork driver = new DriverAtWork("scanner", "serial-text", machines.address("scanner"))) {
            driver.await(event -> event instanceof HealthChanged up && up.health() instanceof Health.Up);
            machines.perform("scan 4006381333931");
            driver.await(event -> event instanceof ScannerEvent.Scanned scanned
                    && scanned.text().equals("]E04006381333931"));
        }
        assertThatThrownBy(() -> machines.address("toaster")).hasMessageContaining("there are: [scanner");
    }
}
