package org.samokasa.driver.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.devices.Health;
import org.samokasa.devices.ScaleEvent;
import org.samokasa.devices.Weighing;
import org.samokasa.driver.DriverBench;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.Split;
import org.samokasa.protocol.hidscale.HidScaleLayout;

/** Frames of protocol sheet scale-usb, 2.2. */
class HidScaleTest {
    private final DriverBench<HidScale> bench = new DriverBench<>(HidScale::new);

    @BeforeEach
    void connect() {
        bench.machine.describe(HidScaleLayout.USUAL);
        bench.connected();
        bench.says("03 02 02 00 00 00");
        assertThat(bench.told()).as("the first report may be old").isEmpty();
    }

    private List<Weighing> weighings() {
        return bench.toldBesidesHealth().stream()
                .map(event -> ((ScaleEvent.Weighed) event).weighing())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "03 04 02 00 E2 04, 1250",
        "03 04 03 FD E2 04, 1250",
        "03 04 0B FF 54 00, 238",
        "03 04 0C FE 14 01, 1252",
        "03 04 01 03 05 00, 5",
        "03 02 02 00 00 00, 0",
        "03 02 02 00 03 00, 0"
    })
    void converts_exactly(String hex, int grams) {
        bench.says(hex);
        assertThat(weighings()).containsExactly(new Weighing.Stable(grams));
    }

    @Test
    void tells_states_that_are_no_weights() {
        bench.says("03 03 02 00 2F 01");
        bench.says("03 05 02 00 0C 00");
        bench.says("03 06 02 00 00 00");
        assertThat(weighings())
                .containsExactly(new Weighing.Moving(), new Weighing.BelowZero(), new Weighing.Overload());
    }

    @ParameterizedTest
    @CsvSource({"03 08 02 00 00 00, NEEDS_ZERO", "03 01 02 00 00 00, FAULT", "03 07 02 00 00 00, FAULT"})
    void a_scale_that_cannot_weigh_says_why(String hex, Health.Cause cause) {
        bench.says(hex);
        bench.says(hex);
        assertThat(weighings())
                .singleElement()
                .isInstanceOfSatisfying(
                        Weighing.Impossible.class,
                        impossible -> assertThat(impossible.why().cause()).isEqualTo(cause));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "03 04 02 00 E2",
                "03 04 0D 00 E2 04",
                "03 04 05 00 E2 04",
                "03 04 02 0C E2 04",
                "03 04 02 F9 E2 04",
                "03 04 08 03 E2 04",
                "03 00 00 00 00 00",
                "03 09 02 00 00 00",
                "04 04 02 00 E2 04"
            })
    void rubbish_is_never_a_weight(String hex) {
        bench.says(hex);
        assertThat(bench.told()).isEmpty();
        bench.advanceMillis(10_000);
        bench.advanceMillis(0);
        assertThat(weighings()).singleElement().isInstanceOf(Weighing.Impossible.class);
    }

    @Test
    void ten_seconds_of_silence_are_no_zero() {
        bench.says("03 04 02 00 E2 04");
        bench.told();
        bench.advanceMillis(9_999);
        assertThat(bench.told()).isEmpty();
        bench.advanceMillis(1);
        bench.advanceMillis(0);
        assertThat(weighings())
                .singleElement()
                .isInstanceOfSatisfying(
                        Weighing.Impossible.class,
                        impossible -> assertThat(impossible.why().cause()).isEqualTo(Health.Cause.NO_ANSWER));
        assertThat(bench.machine.restarts()).isEqualTo(1);
        bench.advanceMillis(60_000);
        assertThat(bench.told()).as("told once").isEmpty();
    }

    @Test
    void another_unit_in_the_middle_of_a_weighing_starts_it_again() {
        bench.says("03 04 02 00 E2 04");
        bench.says("03 04 0B FF 54 00");
        bench.says("03 04 0B FF 54 00");
        assertThat(weighings())
                .containsExactly(new Weighing.Stable(1_250), new Weighing.Moving(), new Weighing.Stable(238));
    }

    @Test
    void zeroes_with_the_report_the_descriptor_gives() {
        bench.device.zero();
        bench.advanceMillis(0);
        assertThat(bench.heard()).isEqualTo(Bytes.hex("02 02"));
    }

    @Test
    void an_unplugged_scale_has_no_weight() {
        bench.says("03 04 02 00 E2 04");
        bench.told();
        bench.machine.disconnect("unplugged");
        bench.advanceMillis(0);
        assertThat(weighings()).singleElement().isInstanceOf(Weighing.Impossible.class);
        bench.connected();
        bench.says("03 04 02 00 E2 04");
        assertThat(weighings()).as("the first report may be old").isEmpty();
        bench.says("03 04 02 00 E2 04");
        assertThat(weighings()).containsExactly(new Weighing.Stable(1_250));
    }

    @Test
    void a_flipped_bit_never_stops_the_driver() {
        for (Bytes flipped : Split.flipped(Bytes.hex("03 04 02 00 E2 04"))) {
            bench.says(flipped);
        }
        bench.told();
        bench.says("03 03 02 00 2F 01");
        bench.says("03 04 02 00 E2 04");
        assertThat(weighings()).endsWith(new Weighing.Stable(1_250));
        bench.closeAndCheck();
    }
}
