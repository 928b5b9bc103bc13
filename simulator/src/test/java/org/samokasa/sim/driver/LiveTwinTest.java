package org.samokasa.sim.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.Health;
import org.samokasa.devices.HealthChanged;
import org.samokasa.devices.PaperLine;
import org.samokasa.devices.PrinterEvent;
import org.samokasa.devices.ReceiptPrinter;
import org.samokasa.devices.Scale;
import org.samokasa.devices.ScaleEvent;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.devices.Weighing;
import org.samokasa.protocol.scannertext.ScannerTextSettings;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.printer.FlowControl;
import org.samokasa.sim.device.printer.PrinterMachine;
import org.samokasa.sim.device.printer.PrinterOperator;
import org.samokasa.sim.device.scale.LoadCell;
import org.samokasa.sim.device.scale.ScaleMachine;
import org.samokasa.sim.device.scale.ScaleOperator;
import org.samokasa.sim.device.scanner.ScannerMachine;
import org.samokasa.sim.device.scanner.ScannerOperator;
import org.samokasa.sim.script.Scenario;
import org.samokasa.sim.transport.Port;
import org.samokasa.sim.transport.PortAddress;
import org.samokasa.sim.transport.WireTap;

/** Shipped drivers against their twins over real pseudo-terminals and sockets, in real time. */
@Timeout(180)
class LiveTwinTest {
    @TempDir
    Path folder;

    private Port port(MachineUnit unit, String where) throws Exception {
        return Port.open(unit.machine(), PortAddress.parse(where, folder), InstantSource.system(), WireTap.NONE);
    }

    private static void step(Port port, MachineUnit unit, String line) throws Exception {
        port.perform(now -> {
                    unit.perform(Scenario.step(1, line), now);
                    return null;
                })
                .get(30, TimeUnit.SECONDS);
    }

    @Test
    void scans_over_a_serial_line_with_seven_bits() throws Exception {
        ScannerMachine machine = new ScannerMachine("scanner", ScannerTextSettings.USUAL, true);
        MachineUnit unit = MachineUnit.of("scanner", machine, new ScannerOperator(machine, UnaryOperator.identity()));
        try (Port port = port(unit, "pty:scanner");
                DriverAtWork shop =
                        new DriverAtWork("scanner", "serial-text", port.address() + "?bits=7&parity=even")) {
            shop.await(event -> event instanceof HealthChanged change && change.health() instanceof Health.Up);
            step(port, unit, "scan 4006381333931");
            shop.await(event -> event instanceof ScannerEvent.Scanned scanned
                    && scanned.text().equals("]E04006381333931"));
        }
    }

    @Test
    void weighs_and_finds_an_unplugged_scale_again() throws Exception {
        ScaleMachine machine = new ScaleMachine("scale", new LoadCell(300, new Random(7)), 1, 15_000);
        MachineUnit unit = MachineUnit.of("scale", machine, new ScaleOperator(machine));
        try (Port port = port(unit, "pty:scale");
                DriverAtWork shop = new DriverAtWork("scale", "8217", port.address())) {
            ((Scale) shop.device()).watch(true);
            step(port, unit, "put scale 785 g");
            shop.await(weighed(new Weighing.Stable(785)));
            port.unplug().get(30, TimeUnit.SECONDS);
            shop.await(event ->
                    event instanceof ScaleEvent.Weighed weighed && weighed.weighing() instanceof Weighing.Impossible);
            port.plug().get(30, TimeUnit.SECONDS);
            shop.await(weighed(new Weighing.Stable(785)));
        }
    }

    private static Predicate<DeviceEvent> weighed(Weighing expected) {
        return event -> event instanceof ScaleEvent.Weighed weighed
                && weighed.weighing().equals(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pty:printer", "tcp:0"})
    void prints_a_long_receipt(String where) throws Exception {
        PrinterMachine machine = new PrinterMachine("printer", 48);
        MachineUnit unit = MachineUnit.of("printer", machine, new PrinterOperator(machine));
        try (Port port = port(unit, where);
                DriverAtWork shop = new DriverAtWork("printer", "escpos", port.address())) {
            shop.await(event -> event instanceof HealthChanged change && change.health() instanceof Health.Up);
            ((ReceiptPrinter) shop.device()).print(new ReceiptPrinter.PrintJob("r1", long200()));
            shop.await(event -> event instanceof PrinterEvent.Printed);
            assertThat(port.perform(now -> machine.textLines()).get(30, TimeUnit.SECONDS))
                    .hasSize(200)
                    .allMatch(line -> line.length() == 48 && line.startsWith("Pozycja żółta"));
        }
    }

    /** The system below stops for XOFF; 200 lines are more than a printer's buffer and a pseudo-terminal's together. */
    @Test
    void a_printer_that_says_xoff_gets_everything_and_one_that_stays_so_is_told() throws Exception {
        FlowControl flow = new FlowControl(true);
        PrinterMachine machine = new PrinterMachine("printer", 48, flow);
        MachineUnit unit = MachineUnit.of("printer", machine, new PrinterOperator(machine));
        try (Port port = port(unit, "pty:printer");
                DriverAtWork shop = new DriverAtWork("printer", "escpos", port.address() + "?flow=xonxoff")) {
            shop.await(event -> event instanceof HealthChanged change && change.health() instanceof Health.Up);
            ReceiptPrinter printer = (ReceiptPrinter) shop.device();
            printer.print(new ReceiptPrinter.PrintJob("r1", long200()));
            shop.await(event -> event instanceof PrinterEvent.Printed);
            assertThat(port.perform(now -> machine.textLines()).get(30, TimeUnit.SECONDS))
                    .hasSize(200);
            assertThat(port.perform(now -> flow.stops()).get(30, TimeUnit.SECONDS))
                    .isPositive();

            step(port, unit, "fault printer hold-line");
            printer.print(new ReceiptPrinter.PrintJob("r2", long200()));
            shop.await(event -> event instanceof HealthChanged change && change.health() instanceof Health.Down);
            shop.leap(Duration.ofMinutes(6));
            shop.await(event -> event instanceof PrinterEvent.PrintInDoubt || event instanceof PrinterEvent.NotPrinted);
            step(port, unit, "heal printer");
            shop.leap(Duration.ofMinutes(1));
            shop.await(event -> event instanceof HealthChanged change && change.health() instanceof Health.Up);
        }
    }

    private static List<PaperLine> long200() {
        List<PaperLine> lines = new java.util.ArrayList<>();
        for (int i = 0; i < 200; i++) {
            lines.add(new PaperLine.Columns("Pozycja żółta " + i, "1,19 zł", false));
        }
        lines.add(new PaperLine.Cut());
        return lines;
    }
}
