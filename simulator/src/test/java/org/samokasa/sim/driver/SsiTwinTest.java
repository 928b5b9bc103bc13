package org.samokasa.sim.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.samokasa.devices.Health;
import org.samokasa.devices.Scanner.Signal;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.driver.scanner.SsiScanner;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.scanner.ScannerOperator;
import org.samokasa.sim.device.scanner.SsiMachine;

/** The SSI driver against its twin, with faults, in virtual time. */
class SsiTwinTest {
    private SsiMachine reader;

    private TwinBench<SsiScanner> bench(boolean packets, boolean setUp) {
        reader = new SsiMachine("scanner", packets);
        TwinBench<SsiScanner> bench = new TwinBench<>(
                (name, link) -> new SsiScanner(name, link, setUp),
                MachineUnit.of("scanner", reader, new ScannerOperator(reader, UnaryOperator.identity())));
        bench.advanceSeconds(1);
        bench.told();
        return bench;
    }

    private static List<String> scanned(TwinBench<SsiScanner> bench) {
        return bench.told().stream()
                .filter(ScannerEvent.Scanned.class::isInstance)
                .map(event -> ((ScannerEvent.Scanned) event).text())
                .toList();
    }

    @Test
    void labels_arrive_with_their_identifier_and_are_acknowledged() {
        TwinBench<SsiScanner> bench = bench(true, true);
        bench.step("scan 4006381333931");
        bench.step("scan 4006381333931");
        bench.step("scan 50187416");
        bench.step("scan ]d20105012345678900" + "10AB12{GS}3103001250");
        bench.advanceSeconds(10);
        assertThat(scanned(bench))
                .containsExactly(
                        "]E04006381333931",
                        "]E04006381333931",
                        "]E450187416",
                        "]d2010501234567890010AB12\u001D3103001250");
        assertThat(reader.givenUp()).isZero();
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
    }

    @Test
    void a_label_of_several_packets_is_one_label() {
        TwinBench<SsiScanner> bench = bench(true, true);
        String text = "]Q1https://example.org/" + "0123456789".repeat(120);
        bench.step("scan " + text);
        bench.advanceSeconds(5);
        assertThat(scanned(bench)).containsExactly(text);
    }

    @Test
    void a_reader_in_plain_text_mode_is_told_to_send_packets_or_reported() {
        TwinBench<SsiScanner> bench = bench(false, true);
        bench.step("scan 4006381333931");
        assertThat(scanned(bench)).containsExactly("]E04006381333931");
        TwinBench<SsiScanner> left = bench(false, false);
        left.step("scan 4006381333931");
        left.advanceSeconds(4);
        assertThat(scanned(left)).isEmpty();
        assertThat(((Health.Down) left.device.health()).cause()).isEqualTo(Health.Cause.SETTINGS);
    }

    @Test
    void reading_stops_and_starts_and_signals_are_heard() {
        TwinBench<SsiScanner> bench = bench(true, true);
        bench.device.enable(false);
        bench.device.signal(Signal.TAKEN);
        bench.device.signal(Signal.REFUSED);
        bench.advanceSeconds(1);
        bench.step("scan 50187416");
        assertThat(reader.isEnabled()).isFalse();
        assertThat(reader.beeps()).isEqualTo(1);
        assertThat(reader.refusals()).isEqualTo(1);
        bench.device.enable(true);
        bench.advanceSeconds(1);
        bench.step("scan 50187416");
        assertThat(scanned(bench)).containsExactly("]E450187416");
    }

    @Test
    void damage_on_the_wire_is_repaired_by_repeating_and_nothing_is_sold_twice() {
        for (String fault : List.of(
                "drop 1",
                "drop 7",
                "drop 20",
                "flip 9",
                "flip 40",
                "flip 90",
                "flip 150",
                "late 400 ms",
                "split 3 ms")) {
            TwinBench<SsiScanner> bench = bench(true, true);
            bench.step("fault scanner " + fault);
            bench.step("scan 4006381333931");
            bench.advanceSeconds(10);
            assertThat(scanned(bench)).as(fault).containsExactly("]E04006381333931");
            bench.step("heal scanner");
            bench.step("scan 50187416");
            bench.advanceSeconds(10);
            assertThat(scanned(bench)).as(fault).containsExactly("]E450187416");
            assertThat(bench.device.health()).as(fault).isInstanceOf(Health.Up.class);
        }
    }

    @Test
    void what_cannot_be_repaired_delivers_nothing_wrong_and_heals() {
        for (String fault : List.of("silent", "garble", "half", "stale")) {
            TwinBench<SsiScanner> bench = bench(true, true);
            bench.step("fault scanner " + fault);
            bench.step("scan 4006381333931");
            bench.advanceSeconds(40);
            assertThat(scanned(bench)).as(fault).allMatch(text -> text.equals("]E04006381333931"));
            bench.step("heal scanner");
            bench.advanceSeconds(40);
            bench.told();
            bench.step("scan 50187416");
            bench.advanceSeconds(10);
            assertThat(scanned(bench)).as(fault).containsExactly("]E450187416");
            assertThat(bench.device.health()).as(fault).isInstanceOf(Health.Up.class);
        }
    }

    @Test
    void a_silent_reader_is_down_within_a_minute_and_an_unplugged_one_at_once() {
        TwinBench<SsiScanner> bench = bench(true, true);
        bench.step("fault scanner silent");
        bench.advanceSeconds(60);
        assertThat(((Health.Down) bench.device.health()).cause()).isEqualTo(Health.Cause.NO_ANSWER);
        bench.step("heal scanner");
        bench.advanceSeconds(5);
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
        bench.step("unplug scanner");
        assertThat(((Health.Down) bench.device.health()).cause()).isEqualTo(Health.Cause.NOT_CONNECTED);
        bench.step("plug scanner");
        bench.advanceSeconds(1);
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
    }
}
