package org.samokasa.driver.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samokasa.devices.Health;
import org.samokasa.devices.Scale;
import org.samokasa.devices.ScaleEvent;
import org.samokasa.devices.Weighing;
import org.samokasa.driver.DriverBench;
import org.samokasa.driver.Drivers;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scalecas.CasStreamCodec;
import org.samokasa.protocol.scaledialog.DialogCodec;
import org.samokasa.protocol.scalenci.NciCodec;
import org.samokasa.protocol.scalenci.NciCodec.Variant;

/** What the common session adds to a dialect; sheet scale-serial, section 1. */
class SerialScaleTest {
    private static DriverBench<Scale> bench(String driver, Map<String, String> options) {
        return new DriverBench<>(
                (name, link) -> (Scale) Drivers.standard().create("scale", driver, link, options, name));
    }

    private static List<Weighing> weighings(DriverBench<Scale> bench) {
        return bench.toldBesidesHealth().stream()
                .map(event -> ((ScaleEvent.Weighed) event).weighing())
                .toList();
    }

    private static void nci(DriverBench<Scale> bench, int grams) {
        bench.says(NciCodec.encodeWeight(grams, Variant.ECR));
    }

    @Test
    void a_weight_counts_when_it_was_read_twice() {
        DriverBench<Scale> bench = bench("nci", Map.of());
        bench.connected();
        nci(bench, 845);
        assertThat(weighings(bench)).isEmpty();
        bench.advanceMillis(200);
        assertThat(bench.heard()).isEqualTo(Bytes.hex("57 0D 57 0D"));
        nci(bench, 845);
        assertThat(weighings(bench)).containsExactly(new Weighing.Stable(845));
    }

    @Test
    void a_damaged_digit_between_two_equal_weights_is_never_told() {
        DriverBench<Scale> bench = bench("nci", Map.of());
        bench.connected();
        for (int grams : new int[] {845, 845, 8_845, 845, 845}) {
            nci(bench, grams);
            bench.advanceMillis(1_500);
        }
        assertThat(weighings(bench)).containsExactly(new Weighing.Stable(845));
    }

    @Test
    void readings_that_never_agree_are_a_moving_load() {
        DriverBench<Scale> bench = bench("nci", Map.of());
        bench.connected();
        for (int grams = 845; grams < 851; grams++) {
            nci(bench, grams);
            bench.advanceMillis(200);
        }
        assertThat(weighings(bench)).containsExactly(new Weighing.Moving());
    }

    @Test
    void one_reading_is_enough_where_the_configuration_says_so() {
        DriverBench<Scale> bench = bench("nci", Map.of("readings", "1"));
        bench.connected();
        nci(bench, 845);
        assertThat(weighings(bench)).containsExactly(new Weighing.Stable(845));
    }

    @Test
    void a_scale_that_gives_each_weight_once_is_believed_when_it_stands_by_it() {
        DriverBench<Scale> bench = bench("8217", Map.of());
        bench.connected();
        bench.says("02 30 31 2E 32 35 30 0D");
        bench.advanceMillis(200);
        assertThat(weighings(bench)).isEmpty();
        bench.says("02 3F 40 0D");
        assertThat(weighings(bench)).containsExactly(new Weighing.Stable(1_250));
    }

    /** The answer with the new weight was lost, and the scale gives each weight only once: the old weight is not true. */
    @Test
    void nothing_new_after_a_lost_answer_is_no_weight() {
        DriverBench<Scale> bench = bench("8217", Map.of());
        bench.connected();
        bench.says("02 30 31 2E 32 35 30 0D");
        bench.advanceMillis(200);
        bench.says("02 30 31 2E 32 35 30 0D");
        assertThat(weighings(bench)).containsExactly(new Weighing.Stable(1_250));
        bench.advanceMillis(1_500); // the third question
        bench.advanceMillis(1_000); // and no answer
        bench.says("02 3F 40 0D");
        bench.advanceMillis(300);
        assertThat(weighings(bench)).singleElement().isInstanceOf(Weighing.Impossible.class);
        assertThat(((Health.Down) bench.device.health()).detail()).contains("put them on again");
        bench.advanceMillis(1_500);
        bench.says("02 3F 41 0D");
        assertThat(weighings(bench)).containsExactly(new Weighing.Moving());
    }

    @Test
    void a_result_that_was_lost_on_its_way_is_not_replaced_by_the_one_before_it() {
        DriverBench<Scale> bench = bench("dialog06", Map.of());
        bench.connected();
        bench.says(DialogCodec.ACK);
        bench.says(DialogCodec.encodeResult(500, 1_000, 500));
        assertThat(weighings(bench)).containsExactly(new Weighing.Stable(500));
        bench.advanceMillis(1_500);
        bench.says(DialogCodec.ACK);
        bench.says(DialogCodec.encodeResult(785, 1_000, 785).slice(0, 9));
        bench.advanceMillis(1_000);
        bench.says(DialogCodec.NAK);
        bench.says(DialogCodec.encodeStatus(DialogCodec.NO_MOVEMENT));
        bench.advanceMillis(300);
        assertThat(weighings(bench)).singleElement().isInstanceOf(Weighing.Impossible.class);
    }

    @Test
    void a_scale_that_speaks_unasked_is_not_asked_and_its_silence_is_no_weight() {
        DriverBench<Scale> bench = bench("cas-stream", Map.of());
        bench.connected();
        bench.says(CasStreamCodec.encode("ST", 785));
        bench.says(CasStreamCodec.encode("ST", 785));
        assertThat(weighings(bench)).containsExactly(new Weighing.Stable(785));
        assertThat(bench.heard()).isEqualTo(Bytes.EMPTY);
        bench.advanceMillis(2_000);
        assertThat(weighings(bench)).singleElement().isInstanceOf(Weighing.Impossible.class);
        bench.advanceMillis(3_000);
        assertThat(((Health.Down) bench.device.health()).cause()).isEqualTo(Health.Cause.NO_ANSWER);
        assertThat(bench.machine.restarts()).isEqualTo(1);
    }

    @Test
    void of_a_backlog_only_the_newest_line_counts() {
        DriverBench<Scale> bench = bench("cas-stream", Map.of("readings", "1"));
        bench.connected();
        bench.says(CasStreamCodec.encode("ST", 500).plus(CasStreamCodec.encode("US", 600)));
        assertThat(weighings(bench)).containsExactly(new Weighing.Moving());
    }

    @Test
    void defects_and_settings_have_causes_of_their_own() {
        DriverBench<Scale> bench = bench("nci", Map.of());
        bench.connected();
        bench.says("0A 53 34 30 0D 03");
        assertThat(((Health.Down) bench.device.health()).cause()).isEqualTo(Health.Cause.FAULT);
        bench.advanceMillis(1_500);
        bench.says("0A 3F 0D 03");
        assertThat(((Health.Down) bench.device.health()).cause()).isEqualTo(Health.Cause.SETTINGS);
        bench.advanceMillis(1_500);
        bench.says("0A 53 31 30 0D 03");
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
    }

    @Test
    void a_storm_of_refusals_comes_to_an_end() {
        DriverBench<Scale> bench = bench("cas", Map.of());
        bench.connected();
        for (int i = 0; i < 200; i++) {
            bench.says("15");
            bench.advanceMillis(20);
        }
        assertThat(bench.heard().size()).isLessThan(40);
        assertThat(weighings(bench)).allMatch(Weighing.Impossible.class::isInstance);
    }
}
