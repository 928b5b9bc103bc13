package org.samokasa.kiosk.virtual;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samokasa.devices.CardTerminal;
import org.samokasa.devices.Device;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.ReceiptPrinter;
import org.samokasa.devices.Scale;
import org.samokasa.driver.printer.EscPosPrinter;
import org.samokasa.driver.scale.Scale8217;
import org.samokasa.driver.scanner.SerialScanner;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.receipt.ShopInfo;
import org.samokasa.kiosk.domain.tax.TaxTable;
import org.samokasa.kiosk.hardware.DeviceEventTranslator;
import org.samokasa.kiosk.hardware.EffectRunner;
import org.samokasa.kiosk.hardware.ReceiptTranslator;
import org.samokasa.kiosk.hardware.TestBench;
import org.samokasa.kiosk.hardware.TestPage;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.lane.Effect;
import org.samokasa.kiosk.lane.HelpCall;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.LaneBench;
import org.samokasa.kiosk.lane.LaneEngine;
import org.samokasa.kiosk.lane.LaneShop;
import org.samokasa.kiosk.lane.MachineBook;
import org.samokasa.kiosk.lane.Problem;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.command.ClockCommand;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.command.LaneCommand;
import org.samokasa.kiosk.lane.command.MachineCommand;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.kiosk.lane.event.ServiceEvent.LaneOpened;
import org.samokasa.kiosk.words.WordFiles;
import org.samokasa.protocol.escpos.EscPosProfile;
import org.samokasa.protocol.scannertext.ScannerTextSettings;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.printer.PrinterMachine;
import org.samokasa.sim.device.printer.PrinterOperator;
import org.samokasa.sim.device.qr.QrGatewayMachine;
import org.samokasa.sim.device.scale.LoadCell;
import org.samokasa.sim.device.scale.ScaleMachine;
import org.samokasa.sim.device.scale.ScaleOperator;
import org.samokasa.sim.device.scanner.ScannerMachine;
import org.samokasa.sim.device.scanner.ScannerOperator;
import org.samokasa.sim.device.terminal.ZvtTerminalMachine;
import org.samokasa.sim.device.terminal.ZvtTerminalOptions;
import org.samokasa.sim.script.Observation;
import org.samokasa.sim.script.ScriptException;
import org.samokasa.sim.script.Stage;
import org.samokasa.sim.script.Step;
import org.samokasa.sim.world.VirtualPort;
import org.samokasa.transport.MemoryLink;

/**
 * A whole lane in one thread and in virtual time: the shipped engine, drivers and translators on wires in memory, virtual
 * machines at the far ends. Attendants speak to the lane directly; hub and network are not part of it.
 */
public final class VirtualLane implements Stage {
    private static final List<String> NAMES = List.of(
            Readings.SCANNER, Readings.PRODUCE_SCALE, Readings.BAGGING_SCALE, Readings.TERMINAL, Readings.PRINTER);

    private final List<byte[]> journal = new ArrayList<>();
    private final Map<String, MachineUnit> units = new LinkedHashMap<>();
    private final Map<String, VirtualPort> ports = new LinkedHashMap<>();
    private final List<Device> devices = new ArrayList<>();
    private final LaneShop shop = LaneBench.shop();
    private final List<Effect.Sound> sounds = new ArrayList<>();
    private final ZvtTerminalMachine terminalMachine;
    private final PrinterMachine printerMachine;
    private final Optional<QrGatewayMachine> gateway;
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private LaneEngine engine;
    private final List<Effect.RunTest> waitingTests = new ArrayList<>();
    private EffectRunner effects;
    private TestBench tests;
    private CardTerminal terminal;
    private ReceiptPrinter printer;
    private long orders;
    private Optional<Integer> cutAt = Optional.empty();
    private boolean cutKeeps;

    /** @param seed of the noise in the scales */
    public VirtualLane(long seed) {
        this(seed, ZvtTerminalOptions.Commit.CLASSIC);
    }

    /** @param commit when the terminal keeps a payment that was not acknowledged */
    public VirtualLane(long seed, ZvtTerminalOptions.Commit commit) {
        this(seed, commit, Optional.empty());
    }

    /** A lane that is paid by codes on its screen. */
    public VirtualLane(long seed, QrGatewayMachine gateway) {
        this(seed, ZvtTerminalOptions.Commit.CLASSIC, Optional.of(gateway));
    }

    private VirtualLane(long seed, ZvtTerminalOptions.Commit commit, Optional<QrGatewayMachine> gateway) {
        this.gateway = gateway;
        ScannerMachine scanner = new ScannerMachine(Readings.SCANNER, ScannerTextSettings.USUAL, true);
        add(MachineUnit.of("scanner", scanner, new ScannerOperator(scanner, ScriptWords::code)));
        add(scale(Readings.PRODUCE_SCALE, seed));
        add(scale(Readings.BAGGING_SCALE, seed + 1));
        terminalMachine = new ZvtTerminalMachine(ZvtTerminalOptions.DEFAULT
                .withCurrency("PLN")
                .withCommit(commit)
                .withDelays(Duration.ofMillis(300), Duration.ofMillis(400)));
        add(VirtualTerminals.unit(gateway, terminalMachine));
        printerMachine = new PrinterMachine(Readings.PRINTER, 48);
        add(MachineUnit.of("printer", printerMachine, new PrinterOperator(printerMachine)));
        append(List.of(new LaneOpened(now)));
        powerOn();
        waitFor(Duration.ofSeconds(5));
    }

    private static MachineUnit scale(String name, long seed) {
        ScaleMachine machine = new ScaleMachine(name, new LoadCell(300, new Random(seed)), 1, 15_000);
        return MachineUnit.of("scale", machine, new ScaleOperator(machine));
    }

    private void add(MachineUnit unit) {
        units.put(unit.name(), unit);
    }

    /** The power goes in the middle of a decision: its facts are on disk, or not, and nothing follows from them. */
    private static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Cuts the lane's power at a write to its journal, once.
     *
     * @param facts the write that makes the journal longer than this
     * @param kept whether what is being written reaches the disk
     */
    public void cutPowerAt(int facts, boolean kept) {
        cutAt = Optional.of(facts);
        cutKeeps = kept;
    }

    private long append(List<LaneEvent> events) {
        boolean cut = cutAt.map(facts -> journal.size() + events.size() > facts).orElse(false);
        if (cut && !cutKeeps) {
            cutAt = Optional.empty();
            throw new PowerCut();
        }
        events.forEach(event -> journal.add(RecordJson.write(LaneEvent.class, event)));
        if (cut) {
            cutAt = Optional.empty();
            throw new PowerCut();
        }
        return journal.size() - events.size() + 1L;
    }

    /** The lane's process begins: only the journal and the machines are there. */
    private void powerOn() {
        Lane lane = Lane.unopened(4, Language.EN);
        for (byte[] fact : journal) {
            lane = lane.after(RecordJson.read(LaneEvent.class, fact));
        }
        engine = new LaneEngine(shop, this::append, lane);
        devices.clear();
        NAMES.forEach(this::connect);
        effects = new EffectRunner(
                call -> tell(call, terminal),
                call -> tell(call, printer),
                sounds::add,
                new ReceiptTranslator(
                        new ShopInfo("test", "Test", List.of(), ""),
                        shop,
                        new TaxTable(List.of(new TaxTable.Rate("A", 2300, java.time.LocalDate.EPOCH)))),
                WordFiles.all(),
                this::runTest);
        tests = new TestBench(
                name -> call -> device(name).map(device -> tell(call, device)).orElse(false),
                call -> tell(call, printer),
                new TestPage("Test", 4, "PLN", WordFiles.all()),
                MachineBook.EMPTY,
                this::take);
        devices.forEach(device -> take(new MachineCommand.MachineChanged(
                DeviceEventTranslator.state(device.name().value(), device.health())
                        .from(now))));
        take(new ClockCommand.Recovered());
    }

    /** As on a real lane a test begins on its machine's thread, after the decision. */
    private void runTest(Effect.RunTest test) {
        waitingTests.add(test);
    }

    private Optional<Device> device(String name) {
        return devices.stream()
                .filter(device -> device.name().value().equals(name))
                .findFirst();
    }

    private static <D> boolean tell(Consumer<D> call, D device) {
        call.accept(device);
        return true;
    }

    private void connect(String name) {
        Optional.ofNullable(ports.get(name)).ifPresent(VirtualPort::unplug);
        MemoryLink link = new MemoryLink(name);
        VirtualPort port = new VirtualPort(units.get(name).machine(), link.farEnd(), () -> now);
        ports.put(name, port);
        DeviceName deviceName = new DeviceName(name);
        Device device = switch (name) {
            case Readings.SCANNER -> new SerialScanner(deviceName, link, ScannerTextSettings.USUAL);
            case Readings.TERMINAL -> terminal = VirtualTerminals.driver(gateway.isPresent(), deviceName, link);
            case Readings.PRINTER -> printer = new EscPosPrinter(deviceName, link, EscPosProfile.EPSON_80_MM);
            default -> new Scale8217(deviceName, link);
        };
        if (device instanceof Scale scale) {
            scale.watch(true);
        }
        devices.add(device);
        port.plug();
    }

    /** One command, its facts and its effects. */
    public void take(LaneCommand command) {
        try {
            LaneEngine.Step step = engine.take(command, now);
            step.effects().forEach(effect -> effects.run(effect, engine.lane()));
        } catch (PowerCut cut) {
            powerOn();
        }
    }

    @Override
    public void waitFor(Duration time) {
        Instant end = now.plus(time);
        settle();
        while (true) {
            Optional<Instant> next = nextDue().filter(due -> !due.isAfter(end));
            if (next.isEmpty()) {
                break;
            }
            now = next.get().isAfter(now) ? next.get() : now.plusMillis(1);
            settle();
        }
        now = end.isAfter(now) ? end : now;
        settle();
    }

    private Optional<Instant> nextDue() {
        return Stream.of(
                        devices.stream().map(Device::nextDue),
                        ports.values().stream().map(VirtualPort::nextDue),
                        Stream.of(engine.wakeAt()))
                .flatMap(each -> each)
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** Everything that can happen at this moment happens: bytes fly until nobody has any to say. */
    private void settle() {
        for (int round = 0; round < 6; round++) {
            List<Effect.RunTest> begin = List.copyOf(waitingTests);
            waitingTests.clear();
            begin.forEach(tests::run);
            ports.values().forEach(VirtualPort::poll);
            for (Device device : List.copyOf(devices)) {
                for (DeviceEvent event : device.poll(now)) {
                    if (!tests.hears(event)) {
                        take(DeviceEventTranslator.translate(event));
                    }
                }
            }
        }
        if (engine.wakeAt().map(due -> !due.isAfter(now)).orElse(false)) {
            take(new ClockCommand.Tick());
        }
    }

    @Override
    public void perform(Step step) {
        switch (step.verb()) {
            case SCAN -> unit(Readings.SCANNER).perform(step, now);
            case BAG, UNBAG -> unit(Readings.BAGGING_SCALE).perform(step, now);
            case CARD -> unit(Readings.TERMINAL).perform(step, now);
            case PUT, TAKE, EMPTY, FAULT, HEAL -> unit(step.first()).perform(step, now);
            case UNPLUG -> ports.get(step.first()).unplug();
            case PLUG -> ports.get(step.first()).plug();
            case TOUCH -> take(ScriptWords.touch(step.words()));
            case ATTENDANT -> attendant(step);
            case POWER_CUT, RESTART -> powerCut(step.text());
            case SHOT, WAIT -> throw new ScriptException("no '" + step.verb().word() + "' in virtual time");
        }
        waitFor(Duration.ofMillis(20));
    }

    private void powerCut(String what) {
        if (what.equals("lane")) {
            powerOn();
        } else if (what.equals("terminal")) {
            terminalMachine.powerCycle();
        } else {
            throw new ScriptException("there is no " + what + " here");
        }
    }

    private MachineUnit unit(String name) {
        return Optional.ofNullable(units.get(name))
                .orElseThrow(() -> new ScriptException("no machine '" + name + "' here"));
    }

    private void attendant(Step step) {
        String request = engine.lane().help().map(HelpCall::requestId).orElse("none");
        order(
                switch (step.first()) {
                    case "accept" -> new HubCommand.Accept(request, "Anna", 20);
                    case "arrive" -> new HubCommand.Arrive(request, "Anna");
                    case "solve" -> new HubCommand.Solve(request, "Anna");
                    case "approve" -> resolve(step, true);
                    default -> resolve(step, false);
                });
    }

    private HubCommand.Order resolve(Step step, boolean approved) {
        String kind = step.afterFirst();
        Problem problem = engine.lane().sale().stream()
                .flatMap(sale -> sale.openProblems().stream())
                .filter(open -> kind.isEmpty() || open.kind().name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new ScriptException("no open problem " + kind));
        return new HubCommand.Resolve(problem.id(), approved, "Anna", "", Optional.empty());
    }

    private void order(HubCommand.Order order) {
        take(new HubCommand.Ordered("hub", ++orders, order));
    }

    @Override
    public Observation observe() {
        Lane lane = engine.lane();
        return new Observation(
                lane.phase().name(),
                lane.sale().map(sale -> sale.basket().lines().size()).orElse(0),
                lane.sale().map(sale -> sale.basket().total("PLN").minor()).orElse(0L),
                "PLN",
                lane.sale().stream()
                        .flatMap(sale -> sale.openProblems().stream())
                        .map(problem -> problem.kind().name())
                        .collect(Collectors.toSet()),
                lane.help().map(call -> call.state().name()),
                "-",
                lane.sale().map(sale -> sale.isPaid()).orElse(false));
    }

    public Lane lane() {
        return engine.lane();
    }

    public Readings readings() {
        return engine.readings();
    }

    public Instant now() {
        return now;
    }

    public ZvtTerminalMachine terminalMachine() {
        return terminalMachine;
    }

    public PrinterMachine printerMachine() {
        return printerMachine;
    }

    public List<Effect.Sound> sounds() {
        return sounds;
    }

    public List<String> journal() {
        return journal.stream().map(String::new).toList();
    }

    public int facts() {
        return journal.size();
    }
}
