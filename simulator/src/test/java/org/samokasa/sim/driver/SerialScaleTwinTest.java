package org.samokasa.sim.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.Health;
import org.samokasa.devices.Scale;
import org.samokasa.devices.ScaleEvent;
import org.samokasa.devices.Weighing;
import org.samokasa.driver.Drivers;
import org.samokasa.protocol.magellan.MagellanForm;
import org.samokasa.protocol.scalenci.NciCodec.Variant;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.VirtualMachine;
import org.samokasa.sim.device.magellan.MagellanMachine;
import org.samokasa.sim.device.scale.Instrument;
import org.samokasa.sim.device.scale.LoadCell;
import org.samokasa.sim.device.scale.Platter;
import org.samokasa.sim.device.scale.ScaleMachine;
import org.samokasa.sim.device.scale.ScaleOperator;
import org.samokasa.sim.device.scale.ScaleTalk;
import org.samokasa.sim.device.scale.Talk8217;
import org.samokasa.sim.device.scale.TalkAdam;
import org.samokasa.sim.device.scale.TalkCas;
import org.samokasa.sim.device.scale.TalkCasStream;
import org.samokasa.sim.device.scale.TalkDialog;
import org.samokasa.sim.device.scale.TalkEpelsa;
import org.samokasa.sim.device.scale.TalkNci;
import org.samokasa.sim.device.scale.TalkSma;

/** Every make of serial scale against its twin, with the same loads and the same faults, in virtual time. */
class SerialScaleTwinTest {
    private static final List<String> FAULTS = List.of(
            "silent",
            "garble",
            "half",
            "drop 3",
            "late 1500 ms",
            "duplicate",
            "drop 100",
            "split 3 ms",
            "stale",
            "flip 1",
            "flip 19",
            "flip 34",
            "flip 42",
            "flip 50",
            "flip 75");

    /** The makes, with the driver that a configuration names and the twin's words. */
    private enum Make {
        M8217("8217"),
        NCI("nci"),
        NCI_SCP01("nci"),
        DIALOG06("dialog06"),
        CAS("cas"),
        CAS_STREAM("cas-stream"),
        SMA("sma"),
        EPELSA("epelsa"),
        ADAM("adam"),
        // driver new scale: above this line
        MAGELLAN("magellan");

        private final String driver;

        Make(String driver) {
            this.driver = driver;
        }

        ScaleTalk talk() {
            return switch (this) {
                case NCI -> new TalkNci(Variant.ECR);
                case NCI_SCP01 -> new TalkNci(Variant.SCP01);
                case DIALOG06 -> new TalkDialog(Optional.empty(), new Random(7));
                case CAS -> new TalkCas();
                case CAS_STREAM -> new TalkCasStream();
                case SMA -> new TalkSma();
                case EPELSA -> new TalkEpelsa();
                case ADAM -> new TalkAdam();
                // driver new scale: above this line
                case M8217, MAGELLAN -> new Talk8217();
            };
        }
    }

    private static Instrument instrument() {
        return new Instrument(new LoadCell(300, new Random(7)), 5, 15_000);
    }

    private static MachineUnit unit(Make make) {
        VirtualMachine machine = make == Make.MAGELLAN
                ? new MagellanMachine("scale", instrument(), MagellanForm.S)
                : new ScaleMachine("scale", instrument(), make.talk());
        return MachineUnit.of("scale", machine, new ScaleOperator((Platter) machine));
    }

    private static TwinBench<Scale> bench(Make make) {
        TwinBench<Scale> bench = new TwinBench<>(
                (name, link) -> (Scale) Drivers.standard().create("scale", make.driver, link, Map.of(), name),
                unit(make));
        bench.device.watch(true);
        bench.advanceSeconds(3);
        return bench;
    }

    private static List<Weighing> weighings(List<DeviceEvent> events) {
        return events.stream()
                .map(event -> ((ScaleEvent.Weighed) event).weighing())
                .toList();
    }

    private static void onlyTheseAtRest(List<Weighing> told, Set<Integer> grams, String as) {
        assertThat(told)
                .as(as)
                .allMatch(weighing -> !(weighing instanceof Weighing.Stable stable) || grams.contains(stable.grams()));
    }

    @ParameterizedTest
    @EnumSource(Make.class)
    void an_empty_platter_then_a_load_then_more(Make make) {
        TwinBench<Scale> bench = bench(make);
        assertThat(weighings(bench.told()))
                .last()
                .isEqualTo(make == Make.DIALOG06 ? new Weighing.BelowMinimum() : new Weighing.Stable(0));
        bench.step("put scale 790 g");
        bench.advanceSeconds(4);
        List<Weighing> told = weighings(bench.told());
        assertThat(told).endsWith(new Weighing.Stable(790));
        onlyTheseAtRest(told, Set.of(0, 790), make.name());
        bench.step("put scale 100 g");
        bench.advanceSeconds(4);
        assertThat(weighings(bench.told())).endsWith(new Weighing.Stable(890));
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
    }

    @ParameterizedTest
    @EnumSource(Make.class)
    void a_load_that_does_not_change_is_told_once(Make make) {
        TwinBench<Scale> bench = bench(make);
        bench.step("put scale 790 g");
        bench.advanceSeconds(5);
        bench.told();
        bench.advanceSeconds(60);
        assertThat(bench.told()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Make.class)
    void no_fault_of_the_wire_invents_a_weight_and_each_one_heals(Make make) {
        for (String fault : FAULTS) {
            String as = make + " " + fault;
            TwinBench<Scale> bench = bench(make);
            bench.step("put scale 790 g");
            bench.advanceSeconds(4);
            assertThat(weighings(bench.told())).as(as).endsWith(new Weighing.Stable(790));
            bench.step("fault scale " + fault);
            bench.advanceSeconds(30);
            onlyTheseAtRest(weighings(bench.told()), Set.of(790), as);
            bench.step("heal scale");
            bench.step("put scale 100 g");
            bench.advanceSeconds(30);
            assertThat(weighings(bench.told())).as(as).endsWith(new Weighing.Stable(890));
            assertThat(bench.device.health()).as(as).isInstanceOf(Health.Up.class);
        }
    }

    /** The load changes while the wire is bad: the answer that is lost is often the one with the new weight. */
    @ParameterizedTest
    @EnumSource(Make.class)
    void a_load_that_changes_during_a_fault_is_never_told_with_its_old_weight_afterwards(Make make) {
        for (String fault : FAULTS) {
            String as = make + " " + fault;
            TwinBench<Scale> bench = bench(make);
            bench.step("put scale 790 g");
            bench.advanceSeconds(4);
            bench.device.watch(false);
            bench.advanceSeconds(2);
            bench.told();
            bench.step("fault scale " + fault);
            bench.step("put scale 100 g");
            bench.advanceSeconds(8);
            bench.told();
            bench.step("heal scale");
            bench.device.watch(true);
            bench.advanceSeconds(8);
            onlyTheseAtRest(weighings(bench.told()), Set.of(890), as);
        }
    }

    @ParameterizedTest
    @EnumSource(Make.class)
    void unplugged_is_impossible_at_once_and_the_load_counts_again_after_it_was_lifted(Make make) {
        TwinBench<Scale> bench = bench(make);
        bench.step("put scale 500 g");
        bench.advanceSeconds(4);
        bench.told();
        bench.step("unplug scale");
        assertThat(weighings(bench.told())).singleElement().isInstanceOf(Weighing.Impossible.class);
        bench.step("plug scale");
        bench.advanceSeconds(3);
        onlyTheseAtRest(weighings(bench.told()), Set.of(500), make.name());
        bench.step("empty scale");
        bench.advanceSeconds(3);
        bench.step("put scale 500 g");
        bench.advanceSeconds(3);
        assertThat(weighings(bench.told())).endsWith(new Weighing.Stable(500));
    }

    @ParameterizedTest
    @EnumSource(Make.class)
    void too_much_is_never_a_weight(Make make) {
        TwinBench<Scale> bench = bench(make);
        bench.told();
        bench.step("put scale 16000 g");
        bench.advanceSeconds(8);
        List<Weighing> told = weighings(bench.told());
        onlyTheseAtRest(told, Set.of(0), make.name());
        assertThat(told).last().isNotInstanceOf(Weighing.Stable.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Make.class,
            names = {"NCI", "NCI_SCP01", "SMA"})
    void what_was_zeroed_away_leaves_the_scale_below_zero_when_it_is_lifted(Make make) {
        TwinBench<Scale> bench = bench(make);
        bench.step("put scale 300 g");
        bench.advanceSeconds(3);
        bench.device.zero();
        bench.advanceSeconds(3);
        bench.step("empty scale");
        bench.advanceSeconds(3);
        assertThat(weighings(bench.told()))
                .containsSubsequence(new Weighing.Stable(300), new Weighing.Stable(0), new Weighing.BelowZero());
    }
}
