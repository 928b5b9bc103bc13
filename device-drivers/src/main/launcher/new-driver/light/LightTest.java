package org.samokasa.driver.light;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.samokasa.devices.Health;
import org.samokasa.devices.Light.Lamp;
import org.samokasa.devices.Light.Pattern;
import org.samokasa.driver.DriverBench;
import org.samokasa.protocol.Bytes;

/** Bytes: those of @Name@CodecTest. */
class @Name@LightTest {
    private static final Pattern CALLING = new Pattern(Lamp.ON, Lamp.OFF, Lamp.BLINKING);

    private final DriverBench<@Name@Light> bench = new DriverBench<>(@Name@Light::new);

    @Test
    void shows_what_it_should_and_is_up_once_that_was_taken() {
        bench.device.show(CALLING);
        bench.connected();
        assertThat(bench.device.health()).isInstanceOf(Health.Starting.class);
        assertThat(bench.heard()).isEqualTo(Bytes.hex("4C 31 30 32 0D"));
        bench.says(Bytes.ascii("O"));
        bench.says(Bytes.ascii("K\r"));
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
        bench.advance(@Name@Light.REPEAT);
        assertThat(bench.heard()).isEqualTo(Bytes.hex("4C 31 30 32 0D"));
    }

    @Test
    void a_refusal_degrades_it_and_silence_is_told() {
        bench.connected();
        bench.says(Bytes.ascii("NO\r"));
        assertThat(bench.device.health()).isInstanceOf(Health.Degraded.class);
        bench.advance(@Name@Light.REPEAT.multipliedBy(2));
        assertThat(bench.device.health())
                .isInstanceOfSatisfying(
                        Health.Down.class, down -> assertThat(down.cause()).isEqualTo(Health.Cause.NO_ANSWER));
    }

    @Test
    void after_a_replug_it_shows_the_same_and_at_the_end_it_is_dark() {
        bench.device.show(CALLING);
        bench.connected();
        bench.says(Bytes.ascii("OK\r"));
        bench.heard();
        bench.machine.hangUp("unplugged");
        bench.advanceMillis(500);
        assertThat(bench.heard()).isEqualTo(Bytes.hex("4C 31 30 32 0D"));
        bench.device.close();
        assertThat(bench.heard()).isEqualTo(Bytes.ascii("L000\r"));
    }
}
