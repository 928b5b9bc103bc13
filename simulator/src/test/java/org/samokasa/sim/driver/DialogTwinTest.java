package org.samokasa.sim.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.devices.Health;
import org.samokasa.devices.Scale;
import org.samokasa.devices.ScaleEvent;
import org.samokasa.devices.Weighing;
import org.samokasa.driver.Drivers;
import org.samokasa.protocol.scaledialog.DialogKey;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.scale.Instrument;
import org.samokasa.sim.device.scale.LoadCell;
import org.samokasa.sim.device.scale.ScaleMachine;
import org.samokasa.sim.device.scale.ScaleOperator;
import org.samokasa.sim.device.scale.TalkDialog;

/** A Dialog 06 scale that wants to know with whom it talks, in virtual time. Keys are invented. */
class DialogTwinTest {
    @TempDir
    Path folder;

    private TwinBench<Scale> bench(String key, Map<String, String> more) throws Exception {
        Instrument instrument = new Instrument(new LoadCell(300, new Random(7)), 5, 15_000);
        TalkDialog talk = new TalkDialog(Optional.of(DialogKey.parse("1234 ABCD")), new Random(11));
        ScaleMachine machine = new ScaleMachine("scale", instrument, talk);
        Path file = Files.writeString(folder.resolve("key"), key + System.lineSeparator());
        Map<String, String> options = new java.util.HashMap<>(more);
        options.put("keyFile", file.toString());
        TwinBench<Scale> bench = new TwinBench<>(
                (name, link) -> (Scale) Drivers.standard().create("scale", "dialog06", link, options, name),
                MachineUnit.of("scale", machine, new ScaleOperator(machine)));
        bench.device.watch(true);
        bench.advanceSeconds(3);
        return bench;
    }

    private static List<Weighing> weighings(TwinBench<Scale> bench) {
        return bench.told().stream()
                .map(event -> ((ScaleEvent.Weighed) event).weighing())
                .toList();
    }

    /** More than a hundred weighings: the proof is wanted at power-on and twice in the middle of the day. */
    @Test
    void with_the_right_key_it_weighs_all_day() throws Exception {
        TwinBench<Scale> bench = bench("1234 ABCD", Map.of());
        for (int load = 1; load <= 120; load++) {
            bench.step("put scale 100 g");
            bench.advanceSeconds(3);
            assertThat(weighings(bench)).as("load %d", load).endsWith(new Weighing.Stable(load * 100));
        }
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
    }

    @Test
    void with_a_wrong_key_it_is_blocked_and_says_so() throws Exception {
        TwinBench<Scale> bench = bench("1234 ABCE", Map.of());
        bench.step("put scale 500 g");
        bench.advanceSeconds(60);
        assertThat(weighings(bench)).noneMatch(Weighing.Stable.class::isInstance);
        assertThat(((Health.Down) bench.device.health()).cause()).isEqualTo(Health.Cause.SETTINGS);
        assertThat(((Health.Down) bench.device.health()).detail())
                .contains("refused our key")
                .doesNotContain("ABCE");
    }

    @Test
    void a_price_with_the_wrong_number_of_digits_is_a_setting() throws Exception {
        TwinBench<Scale> bench = bench("1234 ABCD", Map.of("priceDigits", "5"));
        bench.step("put scale 500 g");
        bench.advanceSeconds(10);
        assertThat(weighings(bench)).noneMatch(Weighing.Stable.class::isInstance);
        assertThat(((Health.Down) bench.device.health()).cause()).isEqualTo(Health.Cause.SETTINGS);
    }
}
