package org.samokasa.soak.shop;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.samokasa.devices.CardTerminal;
import org.samokasa.devices.Device;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.ReceiptPrinter;
import org.samokasa.devices.Scale;
import org.samokasa.devices.Scanner;
import org.samokasa.driver.printer.EscPosPrinter;
import org.samokasa.driver.scale.Scale8217;
import org.samokasa.driver.scanner.SerialScanner;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.language.Words;
import org.samokasa.kiosk.domain.receipt.ShopInfo;
import org.samokasa.kiosk.hardware.DeviceEventTranslator;
import org.samokasa.kiosk.hardware.EffectRunner;
import org.samokasa.kiosk.hardware.ReceiptTranslator;
import org.samokasa.kiosk.hardware.TestBench;
import org.samokasa.kiosk.hardware.TestPage;
import org.samokasa.kiosk.lane.Effect;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.LaneShop;
import org.samokasa.kiosk.lane.MachineBook;
import org.samokasa.kiosk.lane.MachineSheet;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.WireLine;
import org.samokasa.kiosk.lane.command.LaneCommand;
import org.samokasa.kiosk.lane.command.MachineCommand;
import org.samokasa.kiosk.words.WordFiles;
import org.samokasa.protocol.escpos.EscPosProfile;
import org.samokasa.protocol.scannertext.ScannerTextSettings;

/** The near ends of a lane's wires while its process runs: drivers, what they are told, and what they tell. */
final class LaneWiring implements MachineBook {
    private static final ShopInfo INFO = new ShopInfo(LaneStation.SHOP, "Soak", List.of("Deep water 1"), "");
    private static final Map<Language, Words> WORDS = WordFiles.all();

    private final Map<String, Device> devices = new LinkedHashMap<>();
    private final Scanner scanner;
    private final ReceiptPrinter printer;
    private final EffectRunner effects;
    private final TestBench tests;

    /**
     * @param later does something after the present decision, as a machine's own thread does
     * @param lane takes what a test came to
     */
    LaneWiring(
            int number,
            LaneShop shop,
            Doors doors,
            Map<String, Machine> machines,
            PayPoint payPoint,
            Consumer<Runnable> later,
            Consumer<LaneCommand> lane) {
        CardTerminal terminal = doors.terminal(
                (CardTerminal) machines.get(Readings.TERMINAL).connect(link -> payPoint.driver(doors.moneyWire(link))));
        printer = (ReceiptPrinter) machines.get(Readings.PRINTER)
                .connect(link -> new EscPosPrinter(new DeviceName(Readings.PRINTER), link, EscPosProfile.EPSON_80_MM));
        scanner = (Scanner) machines.get(Readings.SCANNER)
                .connect(link -> new SerialScanner(new DeviceName(Readings.SCANNER), link, ScannerTextSettings.USUAL));
        List<Device> scales = List.of(scale(machines, Readings.PRODUCE_SCALE), scale(machines, Readings.BAGGING_SCALE));
        Stream.concat(Stream.of(scanner), Stream.concat(scales.stream(), Stream.of(terminal, printer)))
                .forEach(device -> devices.put(device.name().value(), device));
        tests = new TestBench(
                name -> call -> tell(call, devices.get(name)),
                call -> tell(call, printer),
                new TestPage(INFO.name(), number, SoakGoods.CURRENCY, WORDS),
                this,
                lane::accept);
        effects = new EffectRunner(
                call -> tell(call, terminal),
                call -> tell(call, printer),
                this::play,
                new ReceiptTranslator(INFO, shop, LaneStation.TAXES),
                WORDS,
                test -> later.accept(() -> tests.run(test)));
    }

    private static <D> boolean tell(Consumer<D> call, D device) {
        call.accept(device);
        return true;
    }

    private static Scale scale(Map<String, Machine> machines, String name) {
        Scale scale = (Scale) machines.get(name).connect(link -> new Scale8217(new DeviceName(name), link));
        scale.watch(true);
        return scale;
    }

    private void play(Effect.Sound sound) {
        if (sound == Effect.Sound.REFUSED) {
            scanner.signal(Scanner.Signal.REFUSED);
        } else if (sound == Effect.Sound.SCANNED) {
            scanner.signal(Scanner.Signal.TAKEN);
        }
    }

    /** How each machine is before its first word. */
    List<LaneCommand> atStart(Instant now) {
        return devices.values().stream()
                .map(device -> DeviceEventTranslator.state(device.name().value(), device.health()))
                .<LaneCommand>map(state -> new MachineCommand.MachineChanged(state.from(now)))
                .toList();
    }

    void carryOut(Effect effect, Lane lane) {
        effects.run(effect, lane);
    }

    /** What a machine said, for the lane; empty when it concerns a test alone. */
    Optional<LaneCommand> heard(DeviceEvent event) {
        return tests.hears(event) ? Optional.empty() : Optional.of(DeviceEventTranslator.translate(event));
    }

    @Override
    public List<MachineSheet> sheets() {
        return devices.values().stream().map(LaneWiring::sheet).toList();
    }

    private static MachineSheet sheet(Device device) {
        return new MachineSheet(device.name().value(), "soak", "", TestBench.offeredBy(device));
    }

    @Override
    public List<WireLine> wire(String machine) {
        return List.of();
    }
}
