package org.samokasa.driver.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.samokasa.devices.Health;
import org.samokasa.devices.Scanner.Signal;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.driver.DriverBench;
import org.samokasa.protocol.Bytes;

/** Courses: protocol sheet scanner-serial, section 9.3. */
class SsiScannerTest {
    private static final String EAN_13 = "12 F3 00 00 0B 34 30 30 36 33 38 31 33 33 33 39 33 31 FC 54";
    private static final String AGAIN = "12 F3 00 01 0B 34 30 30 36 33 38 31 33 33 33 39 33 31 FC 53";
    private static final String DAMAGED = "12 F3 00 00 0B 34 30 30 36 33 38 31 33 33 33 39 33 32 FC 54";
    private static final String ACK = "04 D0 00 00 FF 2C";
    private static final Bytes HOST_ACK = Bytes.hex("04 D0 04 00 FF 28");
    private static final Bytes HOST_RESEND = Bytes.hex("05 D1 04 00 01 FF 25");

    private final DriverBench<SsiScanner> bench = new DriverBench<>((name, link) -> new SsiScanner(name, link, false));

    private void connected() {
        bench.connected();
        bench.says(ACK);
        bench.forgetTold();
    }

    private List<String> scanned() {
        return bench.toldBesidesHealth().stream()
                .filter(ScannerEvent.Scanned.class::isInstance)
                .map(event -> ((ScannerEvent.Scanned) event).text())
                .toList();
    }

    private Health.Cause down() {
        return ((Health.Down) bench.device.health()).cause();
    }

    @Test
    void is_up_when_the_reader_acknowledges_and_not_before() {
        bench.connected();
        assertThat(bench.heard()).isEqualTo(Bytes.hex("00 04 E9 04 00 FF 0F")); // wake up, SCAN_ENABLE
        assertThat(bench.device.health()).isInstanceOf(Health.Starting.class);
        bench.says(ACK);
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
    }

    @Test
    void a_label_is_acknowledged_and_told_and_its_repeat_only_acknowledged() {
        connected();
        bench.says(EAN_13);
        assertThat(bench.heard()).isEqualTo(HOST_ACK);
        bench.advanceMillis(2_000);
        bench.says(AGAIN);
        assertThat(bench.heard()).isEqualTo(HOST_ACK);
        assertThat(scanned()).containsExactly("]E04006381333931");
    }

    @Test
    void two_equal_cans_are_two_labels() {
        connected();
        bench.says(EAN_13);
        bench.advanceMillis(700);
        bench.says(EAN_13);
        assertThat(scanned()).hasSize(2);
    }

    /** The reader's first try for the second can was lost; its repeat is no repeat of the first can. */
    @Test
    void a_repeat_of_a_packet_that_arrived_damaged_is_a_label() {
        connected();
        bench.says(EAN_13);
        bench.heard();
        bench.advanceMillis(700);
        bench.says(DAMAGED);
        bench.advanceMillis(300);
        assertThat(bench.heard()).isEqualTo(HOST_RESEND);
        bench.says(AGAIN);
        assertThat(scanned()).containsExactly("]E04006381333931", "]E04006381333931");
    }

    @Test
    void a_packet_that_stops_is_asked_for_again_after_the_longest_gap() {
        connected();
        bench.says("12 F3 00 00 0B 34 30 30");
        bench.advanceMillis(199);
        assertThat(bench.heard()).isEqualTo(Bytes.EMPTY);
        bench.advanceMillis(1);
        assertThat(bench.heard()).isEqualTo(HOST_RESEND);
        bench.says(AGAIN);
        assertThat(scanned()).containsExactly("]E04006381333931");
    }

    @Test
    void a_long_label_is_told_when_its_last_part_is_there() {
        connected();
        bench.says("11 F3 00 02 1C 68 74 74 70 73 3A 2F 2F 65 2E 78 2F FA D9");
        assertThat(scanned()).isEmpty();
        bench.says("07 F3 00 00 1C 71 37 FE 42");
        assertThat(scanned()).containsExactly("]Q1https://e.x/q7");
        assertThat(bench.heard()).isEqualTo(HOST_ACK.plus(HOST_ACK));
    }

    @Test
    void half_a_long_label_is_thrown_away_and_said() {
        connected();
        bench.says("11 F3 00 02 1C 68 74 74 70 73 3A 2F 2F 65 2E 78 2F FA D9");
        bench.advanceMillis(2_000);
        assertThat(bench.toldBesidesHealth()).singleElement().isInstanceOf(ScannerEvent.Unreadable.class);
        bench.says(EAN_13);
        assertThat(scanned()).containsExactly("]E04006381333931");
    }

    @Test
    void a_command_is_repeated_twice_with_its_mark_and_then_the_reader_is_down() {
        bench.connected();
        bench.heard();
        bench.advanceMillis(2_000);
        assertThat(bench.heard()).isEqualTo(Bytes.hex("00 04 E9 04 01 FF 0E"));
        bench.advanceMillis(2_000);
        assertThat(bench.heard()).isEqualTo(Bytes.hex("00 04 E9 04 01 FF 0E"));
        bench.advanceMillis(2_000);
        assertThat(down()).isEqualTo(Health.Cause.NO_ANSWER);
        bench.advanceMillis(60_000);
        bench.says(ACK);
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
    }

    @Test
    void resend_is_obeyed_and_denied_is_not_repeated() {
        connected();
        bench.device.signal(Signal.REFUSED);
        bench.advanceMillis(0);
        assertThat(bench.heard()).isEqualTo(Bytes.hex("00 05 E6 04 00 12 FE FF"));
        bench.says("05 D1 00 00 01 FF 29");
        assertThat(bench.heard()).isEqualTo(Bytes.hex("00 05 E6 04 01 12 FE FE"));
        bench.says("05 D1 00 00 06 FF 24");
        bench.advanceMillis(10_000);
        assertThat(bench.heard()).isEqualTo(Bytes.EMPTY);
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
    }

    @Test
    void plain_text_instead_of_packets_is_a_wrong_setting_and_no_label() {
        connected();
        bench.says(Bytes.ascii("4006381333931\r"));
        bench.advanceMillis(2_999);
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
        bench.advanceMillis(1);
        assertThat(down()).isEqualTo(Health.Cause.SETTINGS);
        assertThat(scanned()).isEmpty();
    }

    @Test
    void wishes_go_one_at_a_time_and_reading_is_wished_again_after_a_reconnect() {
        connected();
        bench.device.enable(false);
        bench.device.signal(Signal.TAKEN);
        bench.advanceMillis(0);
        assertThat(bench.heard()).isEqualTo(Bytes.hex("00 04 EA 04 00 FF 0E"));
        bench.says(ACK);
        assertThat(bench.heard()).isEqualTo(Bytes.hex("00 05 E6 04 00 00 FF 11"));
        bench.machine.hangUp("power cut");
        bench.advanceMillis(0);
        assertThat(bench.heard()).isEqualTo(Bytes.hex("00 04 EA 04 00 FF 0E"));
        bench.closeAndCheck();
    }

    @Test
    void a_reader_that_we_may_set_up_is_told_to_acknowledge_and_to_send_packets_but_not_for_ever() {
        DriverBench<SsiScanner> fresh = new DriverBench<>((name, link) -> new SsiScanner(name, link, true));
        fresh.connected();
        assertThat(fresh.heard()).isEqualTo(Bytes.hex("00 0B C6 04 00 FF 9F 01 9B 14 EE 01 FB EE"));
    }
}
