package org.samokasa.sim.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.samokasa.devices.Health;
import org.samokasa.devices.LinePainter;
import org.samokasa.devices.PaperLine;
import org.samokasa.devices.PrinterEvent;
import org.samokasa.devices.ReceiptPrinter.PrintJob;
import org.samokasa.driver.printer.EscPosPrinter;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.escpos.EscPosProfile;
import org.samokasa.protocol.escpos.EscPosProfile.Cutter;
import org.samokasa.protocol.escpos.EscPosProfile.Proof;
import org.samokasa.protocol.escpos.EscPosProfile.Raster;
import org.samokasa.protocol.escpos.EscPosProfile.Status;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.printer.PaperPiece;
import org.samokasa.sim.device.printer.PrinterMachine;
import org.samokasa.sim.device.printer.PrinterOperator;

/** The shipped printer driver in all its ways against the simulated printer. */
class PrinterTwinTest {
    private final PrinterMachine paper = new PrinterMachine("printer", 48);

    private TwinBench<EscPosPrinter> bench(EscPosProfile profile) {
        LinePainter painter = (line, sheet) -> Optional.of(new PaperLine.Image(16, new byte[600]));
        TwinBench<EscPosPrinter> bench = new TwinBench<>(
                (name, link) -> new EscPosPrinter(name, link, profile, painter, List.of()),
                MachineUnit.of("printer", paper, new PrinterOperator(paper)));
        bench.advanceSeconds(1);
        return bench;
    }

    private static void print(TwinBench<EscPosPrinter> bench, PaperLine... lines) {
        bench.device.print(new PrintJob("r1", List.of(lines)));
        bench.advance(Duration.ZERO);
    }

    private Health.Cause cause(TwinBench<EscPosPrinter> bench) {
        Health health = bench.device.health();
        return health instanceof Health.Down down ? down.cause() : ((Health.Degraded) health).cause();
    }

    @ParameterizedTest
    @EnumSource(Raster.class)
    void everything_a_document_can_hold_is_on_paper(Raster raster) {
        TwinBench<EscPosPrinter> bench =
                bench(EscPosProfile.EPSON_80_MM.with(raster, Cutter.FULL).with(Status.AUTOMATIC, Proof.PROCESS_ID));
        print(
                bench,
                PaperLine.text("Łódź"),
                PaperLine.text("केला"),
                new PaperLine.Barcode(PaperLine.BarcodeKind.EAN_13, "4006381333931"),
                new PaperLine.Qr("LANE-07"),
                new PaperLine.OpenDrawer(),
                new PaperLine.Cut());
        bench.advanceSeconds(10);
        assertThat(bench.told()).singleElement().isInstanceOf(PrinterEvent.Printed.class);
        assertThat(paper.textLines()).containsExactly("Łódź");
        // 300 rows of two bytes, all white: one byte of each is enough, in bands of 128.
        assertThat(paper.paper())
                .contains(
                        new PaperPiece.Picture(0, 1, 128, Bytes.copyOf(new byte[128])),
                        new PaperPiece.Picture(0, 1, 44, Bytes.copyOf(new byte[44])),
                        new PaperPiece.Barcode(1, 0x43, Bytes.ascii("400638133393"), 80, 2, 2),
                        new PaperPiece.QrCode(1, "LANE-07", 6))
                .last()
                .isEqualTo(new PaperPiece.Cut());
        assertThat(paper.drawerPulses()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "POLLED, paper-low, PAPER_LOW",
        "POLLED, paper-out, PAPER_OUT",
        "POLLED, cover-open, COVER_OPEN",
        "POLLED, overheated, OVERHEATED",
        "AUTOMATIC, paper-low, PAPER_LOW",
        "AUTOMATIC, paper-out, PAPER_OUT",
        "AUTOMATIC, cover-open, COVER_OPEN",
        "AUTOMATIC, overheated, OVERHEATED",
    })
    void each_trouble_is_noticed_while_idle_and_passes(Status status, String fault, Health.Cause expected) {
        TwinBench<EscPosPrinter> bench = bench(EscPosProfile.EPSON_80_MM.with(status, Proof.IN_TURN));
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
        bench.step("fault printer " + fault);
        bench.advanceSeconds(6);
        assertThat(cause(bench)).isEqualTo(expected);
        bench.step("heal printer");
        bench.advanceSeconds(6);
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
    }

    @ParameterizedTest
    @CsvSource({"POLLED, IN_TURN", "AUTOMATIC, IN_TURN", "POLLED, PROCESS_ID", "AUTOMATIC, PROCESS_ID"})
    void a_jam_in_mid_receipt_is_freed_and_the_receipt_comes_out_once(Status status, Proof proof) {
        TwinBench<EscPosPrinter> bench = bench(EscPosProfile.EPSON_80_MM.with(status, proof));
        bench.step("fault printer jammed");
        print(bench, PaperLine.text("first"), new PaperLine.Cut());
        bench.advanceSeconds(30);
        assertThat(cause(bench)).isEqualTo(Health.Cause.CUTTER_JAMMED);
        assertThat(bench.told()).isEmpty();
        bench.step("heal printer");
        bench.advanceSeconds(10);
        assertThat(bench.told()).singleElement().isInstanceOf(PrinterEvent.Printed.class);
        assertThat(paper.textLines()).containsExactly("first");
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void unplugged_and_plugged_in_again_it_prints(Status status) {
        TwinBench<EscPosPrinter> bench = bench(EscPosProfile.EPSON_80_MM.with(status, Proof.IN_TURN));
        bench.step("unplug printer");
        bench.advanceSeconds(1);
        assertThat(cause(bench)).isEqualTo(Health.Cause.NOT_CONNECTED);
        bench.step("plug printer");
        bench.advanceSeconds(10);
        print(bench, PaperLine.text("again"));
        bench.advanceSeconds(10);
        assertThat(bench.told()).singleElement().isInstanceOf(PrinterEvent.Printed.class);
    }
}
