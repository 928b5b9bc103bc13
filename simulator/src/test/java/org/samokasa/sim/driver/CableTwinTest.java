package org.samokasa.sim.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.Scale;
import org.samokasa.devices.ScaleEvent;
import org.samokasa.devices.Scanner;
import org.samokasa.devices.Scanner.Signal;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.devices.Weighing;
import org.samokasa.driver.Drivers;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.magellan.MagellanForm;
import org.samokasa.sim.device.BothOperators;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.magellan.MagellanMachine;
import org.samokasa.sim.device.scale.Instrument;
import org.samokasa.sim.device.scale.LoadCell;
import org.samokasa.sim.device.scale.ScaleOperator;
import org.samokasa.sim.device.scanner.ScannerOperator;
import org.samokasa.sim.script.Scenario;
import org.samokasa.sim.world.VirtualPort;
import org.samokasa.transport.MemoryLink;
import org.samokasa.transport.SharedLink;

/** A scanner and a scale on one cable against a bioptic, in virtual time. */
class CableTwinTest {
    private final MemoryLink wire = new MemoryLink("cable");
    private final SharedLink shared = new SharedLink(wire);
    private final List<DeviceEvent> told = new ArrayList<>();
    private MagellanMachine machine;
    private MachineUnit unit;
    private VirtualPort port;
    private Scanner scanner;
    private Scale scale;
    private Instant now = Instant.parse("2030-01-01T09:00:00Z");

    private void start(MagellanForm form) {
        machine = new MagellanMachine("bioptic", new Instrument(new LoadCell(300, new Random(7)), 5, 15_000), form);
        unit = MachineUnit.of(
                "magellan",
                machine,
                new BothOperators(new ScannerOperator(machine, UnaryOperator.identity()), new ScaleOperator(machine)));
        Map<String, String> options = Map.of("form", form.name());
        Drivers drivers = Drivers.standard();
        scanner = (Scanner) drivers.create("scanner", "magellan", shared.tap(), options, new DeviceName("scanner"));
        scale = (Scale) drivers.create("scale", "magellan", shared.tap(), options, new DeviceName("produce-scale"));
        scale.watch(true);
        port = new VirtualPort(unit.machine(), wire.farEnd(), () -> now);
        port.plug();
        advance(3_000);
        told.clear();
    }

    private void step(String line) {
        unit.perform(Scenario.step(1, line), now);
        advance(0);
    }

    private void advance(long millis) {
        Instant end = now.plus(Duration.ofMillis(millis));
        for (int turn = 0; turn < 100_000; turn++) {
            port.poll();
            told.addAll(scanner.poll(now));
            told.addAll(scale.poll(now));
            port.poll();
            Optional<Instant> due = Stream.of(scanner.nextDue(), scale.nextDue(), port.nextDue())
                    .flatMap(Optional::stream)
                    .min(Instant::compareTo);
            if (due.isEmpty() || due.get().isAfter(end)) {
                now = end;
                return;
            }
            now = due.get().isAfter(now) ? due.get() : now;
        }
        throw new AssertionError("somebody is due without end at " + now);
    }

    private List<String> scanned() {
        return told.stream()
                .filter(ScannerEvent.Scanned.class::isInstance)
                .map(event -> ((ScannerEvent.Scanned) event).text())
                .toList();
    }

    private List<Weighing> weighed() {
        return told.stream()
                .filter(ScaleEvent.Weighed.class::isInstance)
                .map(event -> ((ScaleEvent.Weighed) event).weighing())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(MagellanForm.class)
    void both_halves_work_at_the_same_time(MagellanForm form) {
        start(form);
        step("put bioptic 785 g");
        for (int i = 0; i < 20; i++) {
            step("scan 4006381333931");
            advance(130);
        }
        step("scan 50187416");
        advance(2_000);
        assertThat(scanned()).hasSize(21).endsWith("]E04006381333931", "]E450187416");
        assertThat(weighed()).endsWith(new Weighing.Stable(785));
        assertThat(told).noneMatch(ScannerEvent.Unreadable.class::isInstance);
        assertThat(scale.health()).isInstanceOf(Health.Up.class);
        assertThat(scanner.health()).isInstanceOf(Health.Up.class);
    }

    @Test
    void labels_that_look_like_weights_are_labels() {
        start(MagellanForm.S);
        step("scan ]C0S14401250");
        step("scan ]C0S1143S08F123");
        advance(2_000);
        assertThat(scanned()).containsExactly("]C0S14401250", "]C0S1143S08F123");
        assertThat(weighed()).doesNotContain(new Weighing.Stable(1_250));
    }

    @Test
    void faults_of_the_cable_invent_neither_a_weight_nor_a_code_and_heal() {
        for (String fault : List.of(
                "silent",
                "garble",
                "half",
                "drop 3",
                "late 1500 ms",
                "duplicate",
                "split 3 ms",
                "stale",
                "flip 35",
                "flip 50")) {
            CableTwinTest fresh = new CableTwinTest();
            fresh.start(MagellanForm.S);
            fresh.step("put bioptic 790 g");
            fresh.advance(4_000);
            fresh.told.clear();
            fresh.step("fault bioptic " + fault);
            for (int i = 0; i < 10; i++) {
                fresh.advance(700);
                if (!fault.startsWith("flip")) {
                    fresh.step("scan 4006381333931");
                }
            }
            assertThat(fresh.weighed())
                    .as(fault)
                    .allMatch(each -> each instanceof Weighing.Impossible || each.equals(new Weighing.Stable(790)));
            assertThat(fresh.scanned()).as(fault).allMatch(text -> text.equals("]E04006381333931"));
            fresh.step("heal bioptic");
            fresh.advance(3_000);
            fresh.told.clear();
            fresh.step("put bioptic 100 g");
            fresh.step("scan 50187416");
            fresh.advance(10_000);
            assertThat(fresh.weighed()).as(fault).endsWith(new Weighing.Stable(890));
            assertThat(fresh.scanned()).as(fault).endsWith("]E450187416");
        }
    }

    @Test
    void a_dead_scale_does_not_take_the_scanner_with_it() {
        start(MagellanForm.S);
        wire.farEnd().listen(new MemoryLink.Listener() {
            @Override
            public void opened() {
                // The bioptic stays as it is.
            }

            @Override
            public void received(Bytes bytes) {
                // A scale that does not answer.
            }

            @Override
            public void closed() {
                // Nothing to do.
            }
        });
        for (int i = 0; i < 100; i++) {
            advance(1_000);
            wire.farEnd().send(Bytes.ascii("S08F4006381333931\r"));
            advance(0);
        }
        assertThat(scanned()).hasSize(100);
        assertThat(((Health.Down) scale.health()).cause()).isEqualTo(Health.Cause.NO_ANSWER);
        assertThat(scanner.health()).isInstanceOf(Health.Up.class);
        assertThat(wire.farEnd().restarts()).isZero();
    }

    @Test
    void half_a_label_is_refused_and_the_next_one_read() {
        start(MagellanForm.S);
        wire.farEnd().send(Bytes.ascii("S08F400638"));
        advance(250);
        assertThat(told).anyMatch(ScannerEvent.Unreadable.class::isInstance);
        step("scan 4006381333931");
        assertThat(scanned()).containsExactly("]E04006381333931");
    }

    @Test
    void beeps_and_a_reader_that_nobody_wants_to_hear() {
        start(MagellanForm.S);
        scanner.signal(Signal.TAKEN);
        scanner.signal(Signal.REFUSED);
        advance(1_000);
        assertThat(machine.beeps()).isEqualTo(3);
        scanner.enable(false);
        step("scan 4006381333931");
        scanner.enable(true);
        step("scan 50187416");
        assertThat(scanned()).containsExactly("]E450187416");
    }

    @Test
    void an_unplugged_cable_is_lost_for_both_and_comes_back_for_both() {
        start(MagellanForm.S);
        step("put bioptic 500 g");
        advance(3_000);
        for (int i = 0; i < 100; i++) {
            told.clear();
            port.unplug();
            advance(0);
            assertThat(scanner.health()).isInstanceOf(Health.Down.class);
            assertThat(weighed()).singleElement().isInstanceOf(Weighing.Impossible.class);
            port.plug();
            advance(2_000);
            step("scan 4006381333931");
            assertThat(weighed()).endsWith(new Weighing.Stable(500));
            assertThat(scanned()).containsExactly("]E04006381333931");
        }
    }
}
