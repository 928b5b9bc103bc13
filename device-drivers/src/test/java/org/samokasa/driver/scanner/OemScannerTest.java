package org.samokasa.driver.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.devices.Health;
import org.samokasa.devices.Scanner.Signal;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.driver.DriverBench;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.Split;

/** Frames of protocol sheet scanner-usb, 4.5. */
class OemScannerTest {
    private static final Bytes HAND_HELD =
            Bytes.hex("06 45 FF 0A 00 4B A1 01 0A 01 4A 75 08 95 0B 15 00 26 FF 00 91 02 0A 02 4A 95 40 81 02 C0");
    private static final String ENABLE = "11 00 00 00 00 00 00 00 00 00 00";
    private static final String ASK = "00 20 00 00 00 00 00 00 00 00 00";

    private final DriverBench<OemScanner> bench = new DriverBench<>(OemScanner::new);

    private void connect() {
        bench.machine.describe(HAND_HELD);
        bench.connected();
    }

    private void says(String hex) {
        bench.says(Bytes.copyOf(Arrays.copyOf(Bytes.hex(hex).toArray(), 64)));
    }

    private List<String> labels() {
        return bench.toldBesidesHealth().stream()
                .map(event -> event instanceof ScannerEvent.Scanned scanned ? scanned.text() : "?")
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "12 10 03 00 34 30 30 36 33 38 31 33 33 33 39 33 31 16,                ]E04006381333931",
        "12 10 03 00 04 00 00 06 03 08 01 03 03 03 09 03 01 16,                ]E04006381333931",
        "11 10 03 00 30 37 32 30 33 36 30 30 31 32 33 38 0D,                   ]E00072036001238",
        "0D 10 03 00 35 30 31 38 37 34 31 36 0C,                               ]E450187416",
        "0D 10 03 00 30 31 32 33 34 35 36 35 0A,                               ]E00012345000065",
        "0D 10 03 00 4C 41 4E 45 30 37 00 18 0B,                               ]C0LANE07",
        "0E 10 03 00 4C 41 4E 45 30 37 00 00 18 0B,                            ]C0LANE07",
        "17 10 03 00 30 31 30 35 30 31 32 33 34 35 36 37 38 39 30 30 00 25 0B, ]C10105012345678900",
        "16 10 03 00 34 30 30 36 33 38 31 33 33 33 39 33 31 31 32 00 13 0B,    ]E3400638133393112",
        "0D 10 03 00 4C 41 4E 45 30 37 00 FF 0B,                               LANE07"
    })
    void reads_labels(String hex, String text) {
        connect();
        says(hex);
        assertThat(labels()).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource({
        "03 10 03,                                              too short",
        "7F 10 03 00,                                           longer than the report",
        "12 10 07 00 34 30 30 36 33 38 31 33 33 33 39 33 31 16, error in the label",
        "08 10 03 00 35 07 18 0B,                               no identifier"
    })
    void never_makes_a_label_of_what_is_none(String hex, String why) {
        connect();
        says(hex);
        assertThat(labels()).as(why).containsExactly("?");
    }

    @Test
    void enables_the_reader_after_every_attach() {
        connect();
        assertThat(bench.heard()).isEqualTo(Bytes.hex(ENABLE));
        says("04 10 03 00");
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
        bench.machine.disconnect("unplugged");
        bench.advanceMillis(0);
        bench.forgetTold();
        bench.connected();
        assertThat(bench.heard()).isEqualTo(Bytes.hex(ENABLE));
    }

    @Test
    void is_unknown_before_the_first_answer_and_down_after_silence() {
        connect();
        assertThat(bench.device.health()).isInstanceOf(Health.Starting.class);
        bench.advanceMillis(5_999);
        assertThat(bench.device.health()).isInstanceOf(Health.Starting.class);
        bench.advanceMillis(1);
        bench.advanceMillis(0);
        assertThat(bench.device.health())
                .isInstanceOfSatisfying(
                        Health.Down.class, down -> assertThat(down.cause()).isEqualTo(Health.Cause.NO_ANSWER));
        assertThat(bench.machine.restarts()).isEqualTo(1);
        bench.told();
        bench.advanceMillis(60_000);
        assertThat(bench.told()).as("told once").isEmpty();
    }

    @Test
    void asks_for_the_status_only_while_nobody_scans() {
        connect();
        bench.heard();
        says("04 10 03 00");
        bench.advanceMillis(1_999);
        assertThat(bench.heard()).isEqualTo(Bytes.EMPTY);
        says("0D 10 03 00 35 30 31 38 37 34 31 36 0C");
        bench.advanceMillis(1_999);
        assertThat(bench.heard()).isEqualTo(Bytes.EMPTY);
        bench.advanceMillis(1);
        bench.advanceMillis(0);
        assertThat(bench.heard()).isEqualTo(Bytes.hex(ASK));
    }

    @Test
    void tells_what_the_reader_says_of_itself_once() {
        connect();
        says("04 80 01 00");
        says("04 80 01 00");
        assertThat(bench.told()).hasSize(1);
        assertThat(((Health.Down) bench.device.health()).cause()).isEqualTo(Health.Cause.BUSY);
        says("04 20 01 00");
        assertThat(((Health.Down) bench.device.health()).cause()).isEqualTo(Health.Cause.FAULT);
        says("04 10 03 00");
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
    }

    @Test
    void enables_again_when_the_reader_says_that_it_is_off() {
        connect();
        bench.heard();
        says("04 10 01 00");
        assertThat(bench.heard()).isEqualTo(Bytes.hex(ENABLE));
        says("04 10 83 00");
        says("04 10 81 00");
        assertThat(bench.heard()).as("a refusal is not answered at once").isEqualTo(Bytes.EMPTY);
    }

    @Test
    void joins_blocks_and_says_nothing_between_them() {
        connect();
        bench.heard();
        says("0A 10 03 00 41 42 43 10 33 0B");
        bench.device.signal(Signal.TAKEN);
        bench.advanceMillis(100);
        assertThat(bench.heard()).isEqualTo(Bytes.EMPTY);
        says("0A 10 03 00 44 45 46 10 33 0B");
        says("0A 10 03 00 47 48 49 00 33 0B");
        assertThat(labels()).containsExactly("]Q1ABCDEFGHI");
        assertThat(bench.heard()).isEqualTo(Bytes.hex("30 00 04 00 00 00 00 00 00 00 00"));
    }

    @Test
    void a_long_label_without_its_end_is_told_and_forgotten() {
        connect();
        says("0A 10 03 00 41 42 43 10 33 0B");
        bench.advanceMillis(500);
        bench.advanceMillis(0);
        assertThat(labels()).containsExactly("?");
        says("0A 10 03 00 41 42 43 10 33 0B");
        says("0D 10 03 00 35 30 31 38 37 34 31 36 0C");
        assertThat(labels()).containsExactly("]E450187416");
    }

    @Test
    void answers_that_are_no_labels_are_none() {
        connect();
        says("04 50 03 08");
        says("0D 12 03 01 01 02 03 04 05 06 07 08 09");
        assertThat(labels()).isEmpty();
    }

    @Test
    void a_flipped_bit_never_stops_the_driver() {
        connect();
        for (Bytes flipped : Split.flipped(Bytes.hex("12 10 03 00 34 30 30 36 33 38 31 33 33 33 39 33 31 16"))) {
            says(flipped.toHex());
            bench.advanceMillis(600);
        }
        bench.told();
        says("0D 10 03 00 35 30 31 38 37 34 31 36 0C");
        assertThat(labels()).containsExactly("]E450187416");
        bench.closeAndCheck();
    }
}
