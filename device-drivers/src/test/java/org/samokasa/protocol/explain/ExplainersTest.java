package org.samokasa.protocol.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.protocol.Bytes;

/** Vectors: protocol sheets scale-serial, scanner-serial, scanner-usb, scale-usb and lane-light. */
class ExplainersTest {
    private static Map<String, Object> only(List<Map<String, Object>> explained) {
        assertThat(explained).hasSize(1);
        return explained.get(0);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "8217, 02 30 31 2E 32 35 30 0D, weight in grams, 1250",
                "8217, 57, request for the weight, -",
                "8217, 02 3F 41 0D, in motion, -",
                "nci, 0A 30 30 2E 38 33 30 4B 47 0D 0A 53 30 70 34 0D 03, net weight in grams, 830",
                "nci, 57 0D, request for the weight, -",
                "cas, 06, ready, -",
                "cas, 01 02 53 20 30 31 2E 32 35 30 6B 67 67 03 04, weight in grams, 1250",
                "cas-stream, 55 53 2C 47 53 2C 31 04 2C 20 20 20 31 2E 32 33 35 20 6B 67 0D 0A, in motion, -",
                "sma, 0A 5A 31 47 20 20 20 20 20 20 20 30 2E 30 30 30 6B 67 20 0D, zero, -",
                "epelsa, 02 41 20 2D 30 2E 34 35 30 0D 03, below zero, -",
                "adam, 2B 20 20 31 2E 32 35 30 20 6B 67 0D 0A, weight in grams, 1250",
                "dialog06, 04 05, request for the result, -",
                "dialog06, 02 30 39 1B 32 31 03, status 21, no movement since the last weighing",
                "dialog06, 02 31 31 1B 32 35 41 03, proof wanted, 5A",
            })
    void frames_of_scales_are_put_into_words(String protocol, String hex, String what, String value) {
        Map<String, Object> map = only(ScaleExplainer.explain(protocol, Bytes.hex(hex)));
        assertThat(map).containsEntry("what", what).containsEntry("valid", true);
        assertThat(map.containsKey("value")).isEqualTo(value != null);
        if (value != null) {
            assertThat(map.get("value")).hasToString(value);
        }
    }

    @Test
    void what_the_scale_computed_is_shown_to_people() {
        assertThat(only(ScaleExplainer.explain(
                        "cas",
                        Bytes.hex("01 02 20 20 20 39 34 2E 30 30 03 03"
                                + "02 53 20 31 38 2E 38 30 30 6B 67 60 03 02 20 20 20 20 35 2E 30 30 1B 03 04"))))
                .containsEntry("value", 18_800)
                .containsEntry("amount", "94.00")
                .containsEntry("unitPrice", "5.00");
        assertThat(only(ScaleExplainer.explain(
                        "dialog06",
                        Bytes.hex("02 30 32 1B 33 1B 30 31 32 35 30 1B 30 30 30 32 34 39 1B 30 30 30 33 31 31 03"))))
                .containsEntry("value", 1_250)
                .containsEntry("amount", 311);
    }

    @Test
    void half_frames_noise_and_nothing_are_not_valid_and_say_why() {
        assertThat(only(ScaleExplainer.explain("nci", Bytes.hex("0A 30 30"))))
                .containsEntry("valid", false)
                .containsEntry("error", "incomplete: 3 bytes of a longer frame");
        assertThat(ScaleExplainer.explain("8217", Bytes.hex("30 31 02 3F 41 0D")))
                .hasSize(2);
        assertThat(only(ScaleExplainer.explain("8217", Bytes.EMPTY))).containsEntry("error", "no bytes");
        assertThatThrownBy(() -> ScaleExplainer.explain("8218", Bytes.EMPTY)).hasMessageContaining("8217");
    }

    @Test
    void packets_of_both_sides_are_put_into_words() {
        assertThat(only(SsiExplainer.explain(Bytes.hex("12 F3 00 01 0B 34 30 30 36 33 38 31 33 33 33 39 33 31 FC 53"))))
                .containsEntry("what", "DECODE_DATA")
                .containsEntry("value", "]E04006381333931")
                .containsEntry("from", "reader")
                .containsEntry("repeated", true);
        assertThat(only(SsiExplainer.explain(Bytes.hex("05 E6 04 00 12 FE FF"))))
                .containsEntry("what", "BEEP")
                .containsEntry("from", "host")
                .containsEntry("value", "12");
        assertThat(SsiExplainer.explain(Bytes.hex("12 F3 00 00 0B 34 30 30 36 33 38 31 33 33 33 39 33 32 FC 54")))
                .first()
                .satisfies(map -> assertThat(map).containsEntry("error", "the sum is off by 0001"));
    }

    @Test
    void messages_of_the_cable_are_put_into_words() {
        assertThat(MagellanExplainer.explain(Bytes.ascii("S14\rS14401250\rS08F4006381333931\rS334\r")))
                .extracting(map -> map.get("what"))
                .containsExactly("request S14", "weight in grams", "label", "beep");
        assertThat(only(MagellanExplainer.explain(Bytes.hex("02 31 34 34 30 31 32 35 30 03"))))
                .containsEntry("value", 1_250);
        assertThat(only(MagellanExplainer.explain(Bytes.ascii("S08F\r")))).containsEntry("valid", false);
        assertThat(only(MagellanExplainer.explain(Bytes.ascii("S1144")))).containsEntry("valid", false);
    }

    @Test
    void no_bytes_at_all_make_it_throw() {
        Random chance = new Random(20_300_101);
        for (int run = 0; run < 3_000; run++) {
            byte[] bytes = new byte[chance.nextInt(60)];
            chance.nextBytes(bytes);
            if (bytes.length > 3 && run % 2 == 0) {
                System.arraycopy(new byte[] {0x01, 0x02, 'S'}, 0, bytes, 0, 3);
            }
            Bytes any = Bytes.copyOf(bytes);
            for (String protocol : ScaleExplainer.names()) {
                assertThat(ScaleExplainer.explain(protocol, any)).isNotEmpty();
            }
            assertThat(SsiExplainer.explain(any)).isNotEmpty();
            assertThat(MagellanExplainer.explain(any)).isNotEmpty();
        }
    }

    @Test
    void a_scanner_report_is_a_label_with_its_usages() {
        // Sheet scanner-usb 2.3: EAN-13 of a Honeywell reader, id 'd' at 61.
        Bytes report =
                Bytes.hex("02 0D 5D 45 30 34 30 30 36 33 38 31 33 33 33 39 33 31" + " 00".repeat(43) + "64 00 00");
        assertThat(HidExplainer.machineOf(Bytes.EMPTY, report)).isEqualTo(HidExplainer.Machine.SCANNER);
        Map<String, Object> map = HidExplainer.received(HidExplainer.Machine.SCANNER, Bytes.EMPTY, report);
        assertThat(map)
                .containsEntry("what", "label")
                .containsEntry("value", "4006381333931")
                .containsEntry("aim", "]E0")
                .containsEntry("vendorCode", "64")
                .containsEntry("valid", true);
        assertThat(map.get("fields"))
                .hasToString("{01:3B byte count=13, 8C:FB symbology identifier 1=93, 8C:FC symbology identifier 2=69,"
                        + " 8C:FD symbology identifier 3=48,"
                        + " 8C:FE decoded data=34 30 30 36 33 38 31 33 33 33 39 33 31, FF66:04=100,"
                        + " 8C:FF decoded data continued=0}");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "03 04 02 00 E2 04, weight in grams, 1250, 8D:74 status weight stable, 8D:52 unit gram",
                "03 02 02 00 00 00, weight in grams, 0, 8D:72 status stable at zero, 8D:52 unit gram",
                "03 03 0B FE 10 00, moving, -, 8D:73 status in motion, 8D:5B unit ounce",
                "03 06 0C 00 FF FF, overload, -, 8D:76 status over weight limit, 8D:5C unit pound",
            })
    void a_scale_report_is_a_reading_with_its_usages(
            String hex, String what, Integer value, String status, String unit) {
        Bytes report = Bytes.hex(hex);
        assertThat(HidExplainer.machineOf(Bytes.EMPTY, report)).isEqualTo(HidExplainer.Machine.SCALE);
        Map<String, Object> map = HidExplainer.received(HidExplainer.Machine.SCALE, Bytes.EMPTY, report);
        assertThat(map).containsEntry("what", what).containsEntry("valid", true);
        assertThat(map.get("value")).isEqualTo(value);
        assertThat(map.get("fields"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsValues(status, unit);
    }

    @Test
    void what_the_host_says_to_usb_machines_is_named_by_what_it_sets() {
        assertThat(HidExplainer.sent(HidExplainer.Machine.SCALE, Bytes.EMPTY, Bytes.hex("02 02")))
                .containsEntry("value", "8D:80 zero scale")
                .containsEntry("valid", true);
        assertThat(HidExplainer.sent(HidExplainer.Machine.SCALE, Bytes.EMPTY, Bytes.hex("09 02")))
                .containsEntry("error", "its descriptor has no such report");
    }

    @Test
    void a_report_that_is_cut_or_promises_too_much_says_so() {
        assertThat(HidExplainer.received(HidExplainer.Machine.SCANNER, Bytes.EMPTY, Bytes.hex("02 39 5D 45 30")))
                .containsEntry("valid", false)
                .containsEntry("error", "57 bytes of data where 56 have room");
        assertThat(HidExplainer.received(HidExplainer.Machine.SCALE, Bytes.EMPTY, Bytes.hex("03 04 02")))
                .containsEntry("valid", false);
    }

    @ParameterizedTest
    @CsvSource({
        "A0 02 01 A3, LCUS, relay 2, on, true",
        "A0 02 01 A2, LCUS, no command, -, false",
        "A0 02 01, LCUS, nothing yet, -, false",
        "57 24, PATLITE, lamps, -, true",
        "41 43 4B, PATLITE, answer, taken, true",
        "4E 41 4B, PATLITE, answer, refused, true",
        "FF 01 00 00 00 00 00 00, USBRELAY, relay 1, on, true",
        "00 FC 00 00 00 00 00 00 00, USBRELAY, all relays, off, true",
        "4C 41 4E 45 37 00 00 05, USBRELAY, relays that are on, '[1, 3]', true",
    })
    void bytes_of_lights_are_told_apart_and_put_into_words(
            String hex, LightExplainer.Model model, String what, String value, boolean valid) {
        Bytes bytes = Bytes.hex(hex);
        assertThat(LightExplainer.modelOf(bytes)).isEqualTo(model);
        Map<String, Object> map = only(LightExplainer.explain(model, bytes));
        assertThat(map).containsEntry("what", what).containsEntry("valid", valid);
        if (!value.equals("-")) {
            assertThat(map.get("value")).hasToString(value);
        }
    }

    @Test
    void no_bytes_at_all_break_the_usb_and_light_explainers() {
        Random random = new Random(20_260_101);
        for (int turn = 0; turn < 2_000; turn++) {
            byte[] noise = new byte[random.nextInt(70)];
            random.nextBytes(noise);
            Bytes bytes = Bytes.copyOf(noise);
            for (HidExplainer.Machine machine : HidExplainer.Machine.values()) {
                assertThat(HidExplainer.received(machine, bytes, bytes)).containsKey("valid");
                assertThat(HidExplainer.sent(machine, Bytes.EMPTY, bytes)).containsKey("valid");
            }
            for (LightExplainer.Model model : LightExplainer.Model.values()) {
                assertThat(LightExplainer.explain(model, bytes)).isNotEmpty();
            }
        }
    }
}
