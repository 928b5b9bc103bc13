package org.samokasa.kiosk.app.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.HealthChanged;
import org.samokasa.devices.PrinterEvent;
import org.samokasa.devices.ReceiptPrinter;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.receipt.ShopInfo;
import org.samokasa.kiosk.domain.tax.TaxTable;
import org.samokasa.kiosk.hardware.EffectRunner;
import org.samokasa.kiosk.hardware.ReceiptTranslator;
import org.samokasa.kiosk.lane.Effect;
import org.samokasa.kiosk.lane.LaneBench;
import org.samokasa.kiosk.lane.command.PaymentCommand;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.words.WordFiles;
import org.samokasa.sim.app.SimulatedMachines;
import org.samokasa.sim.junit.SimulatedLane;
import org.samokasa.transport.DeviceAddress;

/** A sale's receipt from the lane's effect to paper: the shipped driver on a pseudo-terminal, the picture kept. */
@Timeout(120)
class ReceiptInEveryLanguageTest {
    private static final Path PICTURES = Path.of("target", "paper");

    private final BlockingQueue<DeviceEvent> told = new LinkedBlockingQueue<>();

    /** Milk and bananas, paid. */
    private static LaneBench paid() {
        LaneBench lane = new LaneBench();
        lane.tell(new PaymentCommand.TerminalReady(Optional.of(LaneBench.transaction("0317"))));
        lane.scan(LaneBench.MILK).bag(1030).seconds(1).pay().approve().terminalDone();
        return lane.tell(new ShopperCommand.AnswerReceipt(true));
    }

    private void print(SimulatedMachines machines, Language language) throws Exception {
        LaneBench lane = paid();
        Effect.PrintReceipt effect = lane.effects(Effect.PrintReceipt.class).get(0);
        ReceiptTranslator receipts = new ReceiptTranslator(
                new ShopInfo("fruity", "Warzywniak Zażółć", List.of("ul. Łąkowa 7", "00-950 Warszawa"), "5260250274"),
                LaneBench.shop(),
                new TaxTable(List.of(new TaxTable.Rate("A", 2_300, LocalDate.EPOCH))));
        ReceiptPrinter printer = (ReceiptPrinter) LaneDrivers.all("PLN", ZoneId.of("Europe/Warsaw"))
                .open(
                        "printer",
                        "escpos",
                        DeviceAddress.parse(machines.address("printer")),
                        Map.of("status", "automatic", "proof", "process_id"),
                        new DeviceName("printer"));
        try (DevicePump<ReceiptPrinter> pump = new DevicePump<>(printer, InstantSource.system(), told::add)) {
            pump.start();
            await(event ->
                    event instanceof HealthChanged changed && changed.health().usable());
            EffectRunner runner = new EffectRunner(
                    call -> false,
                    pump,
                    sound -> {},
                    receipts,
                    Map.of(lane.lane().language(), WordFiles.load(language)),
                    test -> {});
            runner.run(effect, lane.lane());
            await(event -> event instanceof PrinterEvent.Printed printed
                    && printed.job().equals(effect.job()));
        }
    }

    private void await(java.util.function.Predicate<DeviceEvent> wanted) throws InterruptedException {
        DeviceEvent event;
        do {
            event = told.poll(60, TimeUnit.SECONDS);
            assertThat(event).as("what the printer told").isNotNull();
        } while (!wanted.test(event));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @SimulatedLane(config = "machines = [ { name = printer, kind = printer, port = \"pty:printer\" } ]")
    void it_is_printed(Language language, SimulatedMachines machines) throws Exception {
        print(machines, language);
        Path png = Files.createDirectories(PICTURES).resolve("receipt-" + language.tag() + ".png");
        machines.writePaper(png);
        assertThat(ImageIO.read(png.toFile()).getHeight()).isGreaterThan(500);
        int pictures = Integer.parseInt(machines.facts("printer").get("pictures"));
        assertThat(pictures > 0).as("drawn lines: %d", pictures).isEqualTo(language == Language.HI);
    }
}
