package org.samokasa.sim.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.samokasa.devices.Health;
import org.samokasa.devices.Light.Lamp;
import org.samokasa.devices.Light.Pattern;
import org.samokasa.driver.light.@Name@Light;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.light.@Name@Machine;
import org.samokasa.sim.device.light.LightOperator;

/** The driver @name@ against its twin, with faults, in virtual time. */
class @Name@TwinTest {
    private static final Pattern CALLING = new Pattern(Lamp.OFF, Lamp.OFF, Lamp.BLINKING);
    private static final Pattern OPEN = new Pattern(Lamp.ON, Lamp.OFF, Lamp.OFF);

    private final @Name@Machine light = new @Name@Machine("light");
    private final TwinBench<@Name@Light> bench =
            new TwinBench<>(@Name@Light::new, MachineUnit.of("light", light, new LightOperator(light)));

    private void assertShows(Pattern pattern, String lamps) {
        bench.device.show(pattern);
        bench.advanceSeconds(30);
        assertThat(light.lamps()).isEqualTo(lamps);
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
    }

    @Test
    void shows_each_pattern() {
        assertShows(OPEN, "green");
        assertShows(CALLING, "red blinking");
        assertShows(Pattern.DARK, "dark");
    }

    @Test
    void each_fault_of_the_wire_heals() {
        for (String fault : new String[] {"drop 2", "flip 9", "late 1500 ms", "split 5 ms", "half", "garble", "silent"}) {
            bench.step("fault light " + fault);
            bench.device.show(CALLING);
            bench.advanceSeconds(30);
            bench.step("heal light");
            assertShows(OPEN, "green");
        }
    }

    @Test
    void shows_what_it_should_after_each_of_a_hundred_replugs() {
        assertShows(CALLING, "red blinking");
        for (int time = 0; time < 100; time++) {
            bench.step("unplug");
            assertThat(bench.device.health()).isInstanceOf(Health.Down.class);
            bench.step("plug");
            bench.advanceSeconds(20);
            assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
        }
        assertThat(light.lamps()).isEqualTo("red blinking");
    }
}
