package org.samokasa.sim.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.samokasa.devices.Scanner.Signal;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.driver.scanner.@Name@Scanner;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.scanner.@Name@Machine;
import org.samokasa.sim.device.scanner.ScannerOperator;

/** The driver @name@ against its twin, with faults, in virtual time. */
class @Name@TwinTest {
    private final @Name@Machine reader = new @Name@Machine("scanner");
    private final TwinBench<@Name@Scanner> bench = new TwinBench<>(
            @Name@Scanner::new,
            MachineUnit.of("scanner", reader, new ScannerOperator(reader, UnaryOperator.identity())));

    private void assertReads(String code, String label) {
        bench.told();
        bench.step("scan " + code);
        bench.advanceSeconds(5);
        assertThat(bench.told())
                .anySatisfy(event ->
                        assertThat(((ScannerEvent.Scanned) event).text()).isEqualTo(label));
    }

    @Test
    void reads_beeps_and_obeys() {
        assertReads("4006381333931", "]E04006381333931");
        bench.device.signal(Signal.TAKEN);
        bench.device.signal(Signal.REFUSED);
        bench.device.enable(false);
        bench.advanceSeconds(1);
        bench.step("scan 50187416");
        assertThat(bench.told()).isEmpty();
        assertThat(reader.beeps()).isEqualTo(1);
        assertThat(reader.refusals()).isEqualTo(1);
    }

    @Test
    void no_fault_of_the_wire_makes_another_label_and_each_one_heals() {
        for (String fault : new String[] {"drop 2", "flip 20", "late 700 ms", "split 5 ms", "half", "garble", "silent"}) {
            bench.step("fault scanner " + fault);
            bench.step("scan 4006381333931");
            bench.advanceSeconds(5);
            for (Object event : bench.told()) {
                if (event instanceof ScannerEvent.Scanned scanned) {
                    assertThat(scanned.text()).as(fault).isEqualTo("]E04006381333931");
                }
            }
            bench.step("heal scanner");
            bench.advanceSeconds(5);
            assertReads("50187416", "]E450187416");
        }
    }

    @Test
    void is_found_again_a_hundred_times() {
        for (int time = 0; time < 100; time++) {
            bench.step("unplug");
            bench.step("plug");
            bench.advanceSeconds(20);
            assertReads("4006381333931", "]E04006381333931");
        }
    }
}
