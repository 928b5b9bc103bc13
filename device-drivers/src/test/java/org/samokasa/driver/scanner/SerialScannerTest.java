package org.samokasa.driver.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.samokasa.devices.Health;
import org.samokasa.devices.HealthChanged;
import org.samokasa.devices.Scanner.Signal;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.driver.DriverBench;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scannertext.HostCommands;
import org.samokasa.protocol.scannertext.ScannerTextSettings;

class SerialScannerTest {
    private final DriverBench<SerialScanner> bench = new DriverBench<>(
            (name, link) -> new SerialScanner(name, link, ScannerTextSettings.USUAL.with(HostCommands.DATALOGIC)));

    @Test
    void is_starting_before_the_port_is_open_and_up_once_it_is_though_it_says_nothing() {
        assertThat(bench.device.health()).isInstanceOf(Health.Starting.class);
        bench.connected();
        assertThat(bench.told())
                .containsExactly(
                        new HealthChanged(bench.device.name(), DriverBench.START, new Health.Up(DriverBench.START)));
        bench.advanceMillis(3_600_000);
        assertThat(bench.told()).isEmpty();
    }

    @Test
    void tells_each_scan_also_equal_ones() {
        bench.connected();
        bench.says(Bytes.ascii("]E04006381333931\r]E04006381333931\r"));
        assertThat(bench.toldBesidesHealth())
                .extracting(event -> ((ScannerEvent.Scanned) event).text())
                .containsExactly("]E04006381333931", "]E04006381333931");
    }

    @Test
    void a_lost_and_found_port_is_told_once_each_and_half_a_label_does_not_survive() {
        bench.connected();
        bench.forgetTold();
        bench.says(Bytes.ascii("400638"));
        bench.machine.disconnect("unplugged");
        bench.machine.refuse("no port");
        bench.advanceMillis(0);
        bench.machine.connect();
        bench.advanceMillis(500);
        bench.says(Bytes.ascii("1333931\r"));
        assertThat(bench.told())
                .satisfiesExactly(
                        event -> assertDown(event, "unplugged"),
                        event -> assertDown(event, "no port"),
                        event -> assertThat(((HealthChanged) event).health()).isInstanceOf(Health.Up.class),
                        event -> assertThat(((ScannerEvent.Scanned) event).text())
                                .isEqualTo("1333931"));
    }

    private static void assertDown(Object event, String detail) {
        Health.Down down = (Health.Down) ((HealthChanged) event).health();
        assertThat(down.cause()).isEqualTo(Health.Cause.NOT_CONNECTED);
        assertThat(down.detail()).isEqualTo(detail);
    }

    @Test
    void disabling_is_repeated_after_a_reconnect() {
        bench.connected();
        bench.device.enable(false);
        bench.advanceMillis(0);
        assertThat(bench.heard()).isEqualTo(Bytes.ascii("D"));
        bench.machine.hangUp("power cut");
        bench.advanceMillis(1_000);
        assertThat(bench.heard()).isEqualTo(Bytes.ascii("D"));
        bench.device.enable(true);
        bench.advanceMillis(1_000);
        assertThat(bench.heard()).isEqualTo(Bytes.ascii("E"));
    }

    @Test
    void commands_keep_a_pause_and_the_refusal_is_followed_by_enable() {
        bench.connected();
        bench.device.signal(Signal.TAKEN);
        bench.device.signal(Signal.REFUSED);
        bench.advanceMillis(0);
        assertThat(bench.heard()).isEqualTo(Bytes.ascii("B"));
        bench.advanceMillis(99);
        assertThat(bench.heard()).isEqualTo(Bytes.EMPTY);
        bench.advanceMillis(1);
        assertThat(bench.heard()).isEqualTo(Bytes.ascii("F"));
        bench.advanceMillis(100);
        assertThat(bench.heard()).isEqualTo(Bytes.ascii("E"));
    }

    @Test
    void wrong_line_settings_degrade_it_until_a_good_scan() {
        bench.connected();
        bench.says("B4 0D B4 0D B4 0D");
        assertThat(bench.device.health())
                .isInstanceOfSatisfying(
                        Health.Degraded.class,
                        health -> assertThat(health.cause()).isEqualTo(Health.Cause.SETTINGS));
        bench.says(Bytes.ascii("50187416\r"));
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
        bench.closeAndCheck();
    }
}
