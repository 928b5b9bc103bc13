package org.samokasa.kiosk.app.lane;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.samokasa.devices.CardTerminal;
import org.samokasa.devices.Device;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Light;
import org.samokasa.devices.ReceiptPrinter;
import org.samokasa.devices.Scale;
import org.samokasa.devices.Scanner;
import org.samokasa.driver.Drivers;
import org.samokasa.driver.WireWords;
import org.samokasa.kiosk.hardware.DeviceEventTranslator;
import org.samokasa.kiosk.hardware.EffectRunner.Door;
import org.samokasa.kiosk.hardware.TestBench;
import org.samokasa.kiosk.lane.MachineBook;
import org.samokasa.kiosk.lane.MachineSheet;
import org.samokasa.kiosk.lane.MachineState;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.WireLine;
import org.samokasa.transport.DeviceAddress;
import org.samokasa.transport.WireLog;

/** The machines of a lane, each opened by its configured driver and given its thread. */
final class Machines implements AutoCloseable, MachineBook {
    private final List<DevicePump<? extends Device>> pumps = new ArrayList<>();
    private final List<MachineState> atStart = new ArrayList<>();
    private final List<MachineSheet> sheets = new ArrayList<>();
    private final Map<String, Wire> wires = new HashMap<>();
    private final Map<String, DevicePump<? extends Device>> byName = new HashMap<>();
    private Optional<DevicePump<Scanner>> scanner = Optional.empty();
    private Optional<DevicePump<CardTerminal>> terminal = Optional.empty();
    private Optional<DevicePump<ReceiptPrinter>> printer = Optional.empty();
    private Optional<DevicePump<Light>> light = Optional.empty();

    /**
     * Opens nothing yet: a driver connects at its first poll and says by its health how that went.
     *
     * @param sink gets every event, on the thread of its machine, and returns when the lane has dealt with it: what a
     *     terminal said is on disk before the terminal is polled again
     * @throws IllegalArgumentException naming the machine whose driver, address or option is not known
     */
    Machines(LaneConfig config, InstantSource clock, Consumer<DeviceEvent> sink) {
        Drivers drivers =
                LaneDrivers.all(config.shop().currency(), config.shop().zone());
        for (LaneConfig.Machine machine : config.machines()) {
            WireLog log = new WireLog();
            Device device = open(drivers, machine, log);
            add(machine.name(), device, clock, sink);
            wires.put(machine.name(), new Wire(kind(machine.name()), machine.driver(), log));
            sheets.add(
                    new MachineSheet(machine.name(), machine.driver(), machine.address(), TestBench.offeredBy(device)));
            atStart.add(DeviceEventTranslator.state(machine.name(), device.health()));
        }
    }

    private static Device open(Drivers drivers, LaneConfig.Machine machine, WireLog log) {
        try {
            return drivers.open(
                    kind(machine.name()),
                    machine.driver(),
                    DeviceAddress.parse(machine.address()),
                    machine.options(),
                    new DeviceName(machine.name()),
                    log);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("machines." + machine.name() + ": " + wrong.getMessage(), wrong);
        }
    }

    private static String kind(String name) {
        return switch (name) {
            case Readings.SCANNER -> "scanner";
            case Readings.TERMINAL -> "terminal";
            case Readings.PRINTER -> "printer";
            case Readings.LIGHT -> "light";
            default -> "scale";
        };
    }

    private void add(String name, Device device, InstantSource clock, Consumer<DeviceEvent> sink) {
        switch (name) {
            case Readings.SCANNER -> scanner = Optional.of(pump((Scanner) device, clock, sink));
            case Readings.TERMINAL -> terminal = Optional.of(pump((CardTerminal) device, clock, sink));
            case Readings.PRINTER -> printer = Optional.of(pump((ReceiptPrinter) device, clock, sink));
            case Readings.LIGHT -> light = Optional.of(pump((Light) device, clock, sink));
            default -> pump((Scale) device, clock, sink).tell(scale -> scale.watch(true));
        }
    }

    private <D extends Device> DevicePump<D> pump(D device, InstantSource clock, Consumer<DeviceEvent> sink) {
        DevicePump<D> pump = new DevicePump<>(device, clock, sink);
        byName.put(device.name().value(), pump);
        pumps.add(pump);
        return pump;
    }

    void start() {
        pumps.forEach(DevicePump::start);
    }

    /** How each machine is before its first word; {@code now} because the wait for it counts from here. */
    List<MachineState> atStart(Instant now) {
        return atStart.stream().map(state -> state.from(now)).toList();
    }

    /** Any of them by its name, for what all machines have in common. */
    Door<Device> door(String name) {
        DevicePump<? extends Device> pump = byName.get(name);
        return call -> pump != null && pump.tell(call::accept);
    }

    @Override
    public List<MachineSheet> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public List<WireLine> wire(String machine) {
        Wire wire = wires.get(machine);
        return wire == null
                ? List.of()
                : wire.log().newest().stream().map(wire::line).toList();
    }

    /** A wire's newest bytes and what is needed to explain them. */
    private record Wire(String kind, String driver, WireLog log) {
        WireLine line(WireLog.Entry entry) {
            String text = entry.kept().toText(StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
            String meaning = WireWords.meaning(kind, driver, entry).orElse("");
            return new WireLine(
                    entry.at(), entry.sent(), entry.size(), entry.kept().toHex(), text, meaning);
        }
    }

    Door<CardTerminal> terminal() {
        return call -> terminal.map(pump -> pump.tell(call)).orElse(false);
    }

    Door<ReceiptPrinter> printer() {
        return call -> printer.map(pump -> pump.tell(call)).orElse(false);
    }

    Door<Light> light() {
        return call -> light.map(pump -> pump.tell(call)).orElse(false);
    }

    /** The scanner's own beeper, when there is one. */
    void signal(Scanner.Signal signal) {
        scanner.ifPresent(pump -> pump.tell(machine -> machine.signal(signal)));
    }

    @Override
    public void close() {
        pumps.parallelStream().forEach(DevicePump::close);
    }
}
