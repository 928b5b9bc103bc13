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
    private final List<VirtualPort> ports = new ArrayList<>();
    private final List<DeviceEvent> told = new ArrayList<>();
    private Instant now;

    TwinBench(BiFunction<DeviceName, ByteLink, D> driver, MachineUnit unit) {
        this(1, (name, links) -> driver.apply(name, links.get(0)), unit);
    }

    /** @param start what time it is, for a machine that has lived already */
    TwinBench(Instant start, BiFunction<DeviceName, ByteLink, D> driver, MachineUnit unit) {
        this(start, 1, (name, links) -> driver.apply(name, links.get(0)), unit);
    }

    /** @param lines how many connections at once the driver may have */
    TwinBench(int lines, BiFunction<DeviceName, List<ByteLink>, D> driver, MachineUnit unit) {
        this(Instant.parse("2030-01-01T09:00:00Z"), lines, driver, unit);
    }

    private TwinBench(Instant start, int lines, BiFunction<DeviceName, List<ByteLink>, D> driver, MachineUnit unit) {
        this.now = start;
        this.unit = unit;
        List<ByteLink> links = new ArrayList<>();
        for (int line = 0; line < lines; line++) {
            MemoryLink link = new MemoryLink(unit.name() + line);
            links.add(link);
            ports.add(new VirtualPort(unit.machine().line(line), link.farEnd(), () -> now));
        }
        this.device = driver.apply(new DeviceName(unit.name()), links);
        ports.forEach(VirtualPort::plug);
        advance(Duration.ZERO);
    }

    /** Does a step at the machine, for instance {@code put scale 500 g}. */
    void step(String line) {
        switch (line.split(" ")[0]) {
            case "unplug" -> ports.forEach(VirtualPort::unplug);
            case "plug" -> ports.forEach(VirtualPort::plug);
            default -> unit.perform(Scenario.step(1, line), now);
        }
        advance(Duration.ZERO);
    }

    void advance(Duration time) {
        Instant end = now.plus(time);
        for (int turn = 0; turn < TURNS_MAX; turn++) {
            ports.forEach(VirtualPort::poll);
            told.addAll(device.poll(now));
            ports.forEach(VirtualPort::poll);
            Optional<Instant> due = Stream.concat(
                            Stream.of(device.nextDue()), ports.stream().map(VirtualPort::nextDue))
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
