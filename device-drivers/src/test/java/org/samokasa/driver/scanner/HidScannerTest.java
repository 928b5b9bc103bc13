package org.samokasa.driver.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.Health;
import org.samokasa.devices.Scanner.Signal;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.driver.DriverBench;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.Split;

/** Frames of protocol sheet scanner-usb, 2.3. */
class HidScannerTest {
    /** Without vendor byte, 62 bytes: the sheet's minimal descriptor, and an output report 4 of our own. */
    private static final Bytes MINIMAL = Bytes.hex("""
            05 8C 09 02 A1 01  85 02  09 12 A1 02  15 00 26 FF 00 75 08
            95 01 05 01 09 3B 81 02  95 03 05 8C 09 FB 09 FC 09 FD 81 02  95 38 09 FE 82 02 01
            25 01 75 01 95 01 09 FF 81 02 75 07 81 03 C0
            85 04 75 01 95 03 09 5F 09 86 09 87 91 02 95 05 91 03 C0""");
    /** A descriptor that cannot be read: the table of the sheet then holds, 64 bytes with a vendor byte at 61. */
    private static final Bytes UNREADABLE = Bytes.hex("05");

    private static DriverBench<HidScanner> bench(Bytes descriptor) {
        DriverBench<HidScanner> bench = new DriverBench<>((name, link) -> new HidScanner(name, link, Bytes.EMPTY));
        bench.machine.describe(descriptor);
        return bench.connected();
    }

    private static Bytes report(int size, String aim, String data, int vendor, boolean more) {
        byte[] report = new byte[size];
        report[0] = 2;
        byte[] text = data.getBytes(StandardCharsets.ISO_8859_1);
        report[1] = (byte) text.length;
        System.arraycopy(aim.getBytes(StandardCharsets.US_ASCII), 0, report, 2, aim.length());
        System.arraycopy(text, 0, report, 5, Math.min(text.length, 56));
        if (size == 64) {
            report[61] = (byte) vendor;
        }
        report[size - 1] = (byte) (more ? 1 : 0);
        return Bytes.copyOf(report);
    }

    private static List<String> labels(DriverBench<HidScanner> bench) {
        return bench.toldBesidesHealth().stream()
                .map(event -> event instanceof ScannerEvent.Scanned scanned ? scanned.text() : "?")
                .toList();
    }

    @Test
    void reads_the_table_s_reports_when_the_descriptor_cannot_be_read() {
        DriverBench<HidScanner> bench = bench(UNREADABLE);
        bench.says(report(64, "]E0", "4006381333931", 0x64, false));
        bench.says(report(64, "]E4", "50187416", 0x44, false));
        bench.says(report(64, "]C1", "010501234567890010AB12\u001D3103001250", 0x49, false));
        assertThat(labels(bench))
                .containsExactly("]E04006381333931", "]E450187416", "]C1010501234567890010AB12\u001D3103001250");
    }

    @Test
    void reads_where_the_descriptor_says_the_parts_are() {
        DriverBench<HidScanner> bench = bench(MINIMAL);
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
        bench.says(report(62, "]E0", "4006381333931", 0, false));
        bench.says(report(62, "]d2", "01\u001D\u0000x\r\n", 0, false));
        assertThat(labels(bench)).containsExactly("]E04006381333931", "]d201\u001D\u0000x");
    }

    @ParameterizedTest
    @CsvSource({
        "64, 4006381333931, ]E04006381333931",
        "63, 072036001238,  ]E00072036001238",
        "45, 01234565,      ]E00012345000065",
        "44, 50187416,      ]E450187416",
        "73, https://a.b,   ]Q1https://a.b",
        "00, LANE07,        LANE07"
    })
    void takes_the_maker_s_letter_when_there_is_no_aim_identifier(String vendor, String data, String text) {
        DriverBench<HidScanner> bench = bench(UNREADABLE);
        bench.says(report(64, "\0\0\0", data, Integer.parseInt(vendor, 16), false));
        assertThat(labels(bench)).containsExactly(text);
    }

    @Test
    void joins_the_parts_of_a_long_label() {
        DriverBench<HidScanner> bench = bench(MINIMAL);
        String first = "https://shop.example/c/7Q2K9V4M1X8B6N3Z5L0P?lane=07&amou";
        assertThat(first).hasSize(56);
        bench.says(report(62, "]Q1", first, 0, true));
        assertThat(bench.told()).noneMatch(ScannerEvent.Scanned.class::isInstance);
        bench.says(report(62, "]Q1", "nt=1234", 0, false));
        assertThat(labels(bench)).containsExactly("]Q1" + first + "nt=1234");
    }

    @Test
    void a_part_whose_rest_does_not_come_is_told_and_forgotten() {
        DriverBench<HidScanner> bench = bench(MINIMAL);
        bench.says(report(62, "]Q1", "first", 0, true));
        bench.advanceMillis(499);
        assertThat(bench.toldBesidesHealth()).isEmpty();
        bench.advanceMillis(1);
        bench.advanceMillis(0);
        assertThat(labels(bench)).containsExactly("?");
        bench.says(report(62, "]Q1", "next", 0, false));
        assertThat(labels(bench)).containsExactly("]Q1next");
    }

    @Test
    void another_label_in_place_of_the_rest_is_taken_alone() {
        DriverBench<HidScanner> bench = bench(MINIMAL);
        bench.says(report(62, "]Q1", "first", 0, true));
        bench.says(report(62, "]E0", "4006381333931", 0, false));
        assertThat(labels(bench)).containsExactly("]E04006381333931");
    }

    @Test
    void an_empty_report_is_nothing_and_a_length_beyond_its_field_is_unreadable() {
        DriverBench<HidScanner> bench = bench(MINIMAL);
        bench.says(report(62, "]E0", "", 0, false));
        assertThat(bench.toldBesidesHealth()).isEmpty();
        for (int length : new int[] {57, 255}) {
            byte[] report = report(62, "]E0", "1", 0, false).toArray();
            report[1] = (byte) length;
            bench.says(Bytes.copyOf(report));
            assertThat(labels(bench)).containsExactly("?");
        }
        bench.says(report(62, "]E0", "4006381333931", 0, false).slice(0, 17));
        assertThat(labels(bench)).containsExactly("?");
        // Zeros cut off the end by the host: all of the data is there.
        bench.says(report(62, "]E0", "4006381333931", 0, false).slice(0, 18));
        assertThat(labels(bench)).containsExactly("]E04006381333931");
    }

    @Test
    void a_flipped_bit_never_stops_the_driver() {
        DriverBench<HidScanner> bench = bench(MINIMAL);
        for (Bytes flipped : Split.flipped(report(62, "]E0", "4006381333931", 0, false))) {
            bench.says(flipped);
            bench.advanceMillis(600);
        }
        bench.told();
        bench.says(report(62, "]E0", "4006381333931", 0, false));
        assertThat(labels(bench)).containsExactly("]E04006381333931");
    }

    @Test
    void commands_go_out_at_the_bits_the_descriptor_gives() {
        DriverBench<HidScanner> bench = bench(MINIMAL);
        bench.device.signal(Signal.TAKEN);
        bench.advanceMillis(0);
        assertThat(bench.heard()).isEqualTo(Bytes.hex("04 02"));
        bench.device.signal(Signal.REFUSED);
        bench.advanceMillis(0);
        assertThat(bench.heard()).isEqualTo(Bytes.hex("04 04"));
        bench.device.enable(false);
        bench.advanceMillis(0);
        assertThat(bench.heard()).isEqualTo(Bytes.hex("04 01"));
        bench.device.signal(Signal.TAKEN);
        bench.advanceMillis(0);
        assertThat(bench.heard()).isEqualTo(Bytes.hex("04 03"));
    }

    @Test
    void stays_stopped_over_a_replug_and_sends_its_set_up() {
        DriverBench<HidScanner> bench =
                new DriverBench<>((name, link) -> new HidScanner(name, link, Bytes.hex("FE 01")));
        bench.machine.describe(MINIMAL);
        bench.connected();
        assertThat(bench.heard()).isEqualTo(Bytes.hex("FE 01"));
        bench.device.enable(false);
        bench.advanceMillis(0);
        bench.says(report(62, "]Q1", "first", 0, true));
        bench.machine.disconnect("unplugged");
        bench.advanceMillis(0);
        assertThat(bench.device.health()).isInstanceOf(Health.Down.class);
        bench.forgetTold();
        bench.connected();
        assertThat(bench.heard()).isEqualTo(Bytes.hex("FE 01 04 01"));
        bench.says(report(62, "]Q1", "second", 0, false));
        assertThat(labels(bench)).containsExactly("]Q1second");
        bench.closeAndCheck();
    }

    @Test
    void says_that_a_reader_is_in_keyboard_mode() {
        DriverBench<HidScanner> bench = bench(Bytes.hex("05 01 09 06 A1 01 C0"));
        assertThat(bench.device.health()).isInstanceOfSatisfying(Health.Down.class, down -> {
            assertThat(down.cause()).isEqualTo(Health.Cause.SETTINGS);
            assertThat(down.detail()).contains("keyboard mode");
        });
        List<DeviceEvent> told = bench.told();
        assertThat(told).hasSize(1);
    }
}
