package org.samokasa.driver.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.devices.Health;
import org.samokasa.devices.ScaleEvent;
import org.samokasa.devices.Weighing;
import org.samokasa.driver.DriverBench;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.Split;

/** Frames of protocol sheet scale-usb, 4. */
class OemScaleTest {
    private static final Bytes DESCRIPTOR =
            Bytes.hex("06 45 FF 0A 00 6E A1 01 0A 01 6E 75 08 95 05 15 00 26 FF 00 91 02 0A 02 6E 95 08 81 02 C0");
    private static final String EXTENDED = "04 00 00 00 00";
    private static final String WEIGH = "02 00 00 00 00";

    private final DriverBench<OemScale> bench = new DriverBench<>(OemScale::new);

    @BeforeEach
    void connect() {
        bench.machine.describe(DESCRIPTOR);
        bench.connected();
    }

    private List<Weighing> weighings() {
        return bench.toldBesidesHealth().stream()
                .map(event -> ((ScaleEvent.Weighed) event).weighing())
                .toList();
    }

    @Test
    void asks_for_three_status_bytes_first_and_for_the_weight_then() {
        assertThat(bench.heard()).isEqualTo(Bytes.hex(EXTENDED + WEIGH));
        bench.says("04 03 00 00 01 02 05 00");
        assertThat(weighings()).containsExactly(new Weighing.Stable(1_250));
        bench.device.watch(true);
        bench.advanceMillis(0);
        assertThat(bench.heard()).isEqualTo(Bytes.hex(WEIGH));
        bench.says("04 07 08");
        bench.advanceMillis(200);
        bench.advanceMillis(0);
        assertThat(bench.heard()).isEqualTo(Bytes.hex(WEIGH));
        assertThat(weighings()).containsExactly(new Weighing.Stable(0));
    }

    @Test
    void tells_states_that_are_no_weights() {
        bench.says("04 07 00 00 00 00 00 00");
        bench.says("04 07 02");
        bench.says("04 07 04");
        assertThat(weighings())
                .containsExactly(new Weighing.Moving(), new Weighing.BelowZero(), new Weighing.Overload());
    }

    @ParameterizedTest
    @CsvSource({
        "04 07 10,          NEEDS_ZERO",
        "04 07 20,          BUSY",
        "80 00 00,          BUSY",
        "04 43 00,          FAULT",
        "04 0B 00,          FAULT",
        "04 23 00,          SETTINGS",
        "00 00 02 07 06 01, SETTINGS"
    })
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
    @CsvSource({"00 00 02 07 06", "04 03 00 00 01 0F 05 00", "04 03 00 00 01", "04", "04 03"})
    void rubbish_is_never_a_weight(String hex) {
        bench.says(hex);
        assertThat(bench.told()).isEmpty();
        bench.advanceMillis(5_000);
        bench.advanceMillis(0);
        assertThat(weighings()).isNotEmpty().allMatch(Weighing.Impossible.class::isInstance);
    }

    @Test
    void the_same_load_asked_twice_is_still_that_load() {
        bench.says("04 03 00 00 01 02 05 00");
        bench.device.watch(true);
        bench.says("04 07 40");
        assertThat(weighings()).containsExactly(new Weighing.Stable(1_250), new Weighing.Stable(1_250));
        bench.says("04 07 00");
        bench.says("04 07 40");
        assertThat(weighings()).as("unknown since it moved").containsExactly(new Weighing.Moving());
    }

    @Test
    void a_two_byte_answer_is_answered_by_asking_for_three_again() {
        bench.heard();
        bench.says("00 07 00 00 00 00 00");
        assertThat(weighings()).containsExactly(new Weighing.Moving());
        bench.advanceMillis(1_500);
        bench.advanceMillis(0);
        assertThat(bench.heard()).isEqualTo(Bytes.hex(EXTENDED + WEIGH));
    }

    @Test
    void a_device_that_lost_its_state_is_opened_again() {
        bench.says("FF FF FF");
        assertThat(bench.machine.restarts()).isEqualTo(1);
        assertThat(weighings()).singleElement().isInstanceOf(Weighing.Impossible.class);
        bench.advanceMillis(0);
        bench.says("04 03 00 00 01 02 05 00");
        assertThat(weighings()).containsExactly(new Weighing.Stable(1_250));
    }

    @Test
    void silence_is_no_zero_and_ends_in_a_restart() {
        bench.says("04 03 00 00 01 02 05 00");
        bench.told();
        bench.advanceMillis(2_600);
        assertThat(weighings())
                .singleElement()
                .isInstanceOfSatisfying(
                        Weighing.Impossible.class,
                        impossible -> assertThat(impossible.why().cause()).isEqualTo(Health.Cause.NO_ANSWER));
        bench.advanceMillis(2_400);
        bench.advanceMillis(0);
        assertThat(bench.machine.restarts()).isEqualTo(1);
    }

    @Test
    void zeroes_when_asked() {
        bench.says("04 07 10");
        bench.heard();
        bench.device.zero();
        bench.advanceMillis(0);
        assertThat(bench.heard()).isEqualTo(Bytes.hex("03 00 00 00 00" + WEIGH));
    }

    @Test
    void a_flipped_bit_never_stops_the_driver() {
        for (Bytes flipped : Split.flipped(Bytes.hex("04 03 00 00 01 02 05 00"))) {
            bench.says(flipped);
            bench.advanceMillis(0);
        }
        bench.told();
        bench.says("04 07 00");
        bench.says("04 03 00 00 01 02 05 00");
        assertThat(weighings()).endsWith(new Weighing.Stable(1_250));
        bench.closeAndCheck();
    }
}
