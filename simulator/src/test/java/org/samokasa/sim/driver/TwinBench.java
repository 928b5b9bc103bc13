package org.samokasa.sim.driver;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.samokasa.devices.Device;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.HealthChanged;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.script.Scenario;
import org.samokasa.sim.world.VirtualPort;
import org.samokasa.transport.ByteLink;
import org.samokasa.transport.MemoryLink;

/** A shipped driver and its simulator twin, joined in memory, in virtual time. */
final class TwinBench<D extends Device> {
    private static final int TURNS_MAX = 100_000;

    final D device;
    private final MachineUnit unit;
    private final VirtualPort port;
    private final List<DeviceEvent> told = new ArrayList<>();
    private Instant now = Instant.parse("2030-01-01T09:00:00Z");

    TwinBench(BiFunction<DeviceName, ByteLink, D> driver, MachineUnit unit) {
        MemoryLink link = new MemoryLink(unit.name());
        this.unit = unit;
        this.device = driver.apply(new DeviceName(unit.name()), link);
        this.port = new VirtualPort(unit.machine(), link.farEnd(), () -> now);
        port.plug();
        advance(Duration.ZERO);
    }

    /** Does a step at the machine, for instance {@code put scale 500 g}. */
    void step(String line) {
        switch (line.split(" ")[0]) {
            case "unplug" -> port.unplug();
            case "plug" -> port.plug();
            default -> unit.perform(Scenario.step(1, line), now);
        }
        advance(Duration.ZERO);
    }

    void advance(Duration time) {
        Instant end = now.plus(time);
        for (int turn = 0; turn < TURNS_MAX; turn++) {
            port.poll();
            told.addAll(device.poll(now));
            port.poll();
            Optional<Instant> due = Stream.of(device.nextDue(), port.nextDue())
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

    void advanceSeconds(long seconds) {
        advance(Duration.ofSeconds(seconds));
    }

    Instant now() {
        return now;
    }

    List<DeviceEvent> told() {
        List<DeviceEvent> all =
                told.stream().filter(event -> !(event instanceof HealthChanged)).toList();
        told.clear();
        return all;
    }
}
