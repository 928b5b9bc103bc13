package org.samokasa.sim.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.Health;
import org.samokasa.devices.PaperLine;
import org.samokasa.devices.PrinterEvent;
import org.samokasa.devices.ReceiptPrinter.PrintJob;
import org.samokasa.devices.ScaleEvent;
import org.samokasa.devices.Scanner.Signal;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.devices.Weighing;
import org.samokasa.driver.printer.EscPosPrinter;
import org.samokasa.driver.scale.Scale8217;
import org.samokasa.driver.scanner.SerialScanner;
import org.samokasa.protocol.escpos.EscPosProfile;
import org.samokasa.protocol.scannertext.HostCommands;
import org.samokasa.protocol.scannertext.ScannerTextSettings;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.printer.PaperPiece;
import org.samokasa.sim.device.printer.PrinterMachine;
import org.samokasa.sim.device.printer.PrinterOperator;
import org.samokasa.sim.device.scale.LoadCell;
import org.samokasa.sim.device.scale.ScaleMachine;
import org.samokasa.sim.device.scale.ScaleOperator;
import org.samokasa.sim.device.scanner.ScannerMachine;
import org.samokasa.sim.device.scanner.ScannerOperator;
import org.samokasa.sim.script.ScriptException;

/** Shipped drivers against their twins, with faults, in virtual time. */
class TwinTest {
    private final ScannerMachine reader = new ScannerMachine("scanner", ScannerTextSettings.USUAL, true);
    private final PrinterMachine paper = new PrinterMachine("printer", 48);

    private TwinBench<SerialScanner> scanner() {
        return new TwinBench<>(
                (name, link) -> new SerialScanner(name, link, ScannerTextSettings.USUAL.with(HostCommands.DATALOGIC)),
                MachineUnit.of("scanner", reader, new ScannerOperator(reader, UnaryOperator.identity())));
    }

    private static TwinBench<Scale8217> scale() {
        ScaleMachine machine = new ScaleMachine("scale", new LoadCell(300, new Random(7)), 5, 15_000);
        TwinBench<Scale8217> bench =
                new TwinBench<>(Scale8217::new, MachineUnit.of("scale", machine, new ScaleOperator(machine)));
        bench.device.watch(true);
        bench.advanceSeconds(2);
        bench.told();
        return bench;
    }

    private TwinBench<EscPosPrinter> printer() {
        TwinBench<EscPosPrinter> bench = new TwinBench<>(
                (name, link) -> new EscPosPrinter(name, link, EscPosProfile.EPSON_80_MM),
                MachineUnit.of("printer", paper, new PrinterOperator(paper)));
        bench.advanceSeconds(1);
        return bench;
    }

    private static List<Weighing> weighings(List<DeviceEvent> events) {
        return events.stream()
                .map(event -> ((ScaleEvent.Weighed) event).weighing())
                .toList();
    }

    private static void receipt(TwinBench<EscPosPrinter> bench, String id) {
        bench.device.print(new PrintJob(
                id,
                List.of(
                        new PaperLine.Text("KIOSK", PaperLine.Align.CENTRE, PaperLine.Size.DOUBLE, true),
                        new PaperLine.Columns("Mleko świeże 2 %", "3,49 zł", false),
                        new PaperLine.Columns("Хлеб Žąsis €", "1.19", true),
                        new PaperLine.Qr("https://example.org/r/1"),
                        new PaperLine.Cut())));
        bench.advance(Duration.ZERO);
    }

    @Test
    void a_scan_arrives_with_its_identifier_and_separators() {
        TwinBench<SerialScanner> bench = scanner();
        bench.step("scan 4006381333931");
        bench.step("scan ]d20105012345678900" + "10AB12{GS}3103001250");
        assertThat(bench.told())
                .extracting(event -> ((ScannerEvent.Scanned) event).text())
                .containsExactly("]E04006381333931", "]d2010501234567890010AB12\u001D3103001250");
    }

    @Test
    void a_disabled_reader_reads_nothing_and_a_refused_code_can_be_followed_by_another() {
        TwinBench<SerialScanner> bench = scanner();
        bench.device.enable(false);
        bench.advanceSeconds(1);
        bench.step("scan 50187416");
        bench.device.enable(true);
        bench.advanceSeconds(1);
        bench.device.signal(Signal.REFUSED);
        bench.advanceSeconds(1);
        bench.step("scan 50187416");
        assertThat(bench.told())
                .extracting(event -> ((ScannerEvent.Scanned) event).text())
                .containsExactly("]E450187416");
        assertThat(reader.refusals()).isEqualTo(1);
    }

    @Test
    void faults_of_the_scanner_wire_never_deliver_half_a_code() {
        for (String fault : List.of("half", "silent", "garble", "drop 5")) {
            TwinBench<SerialScanner> bench = scanner();
            bench.step("fault scanner " + fault);
            bench.step("scan ]E04006381333931");
            bench.advanceSeconds(1);
            assertThat(bench.told())
                    .as(fault)
                    .noneMatch(event -> event instanceof ScannerEvent.Scanned scanned
                            && scanned.text().startsWith("]"));
            bench.step("heal scanner");
            bench.step("scan 50187416");
            assertThat(bench.told()).as(fault).last().isInstanceOf(ScannerEvent.Scanned.class);
        }
    }

    @Test
    void a_load_settles_before_it_is_told_as_stable() {
        TwinBench<Scale8217> bench = scale();
        bench.step("put scale 785 g");
        bench.advanceSeconds(3);
        assertThat(weighings(bench.told())).containsExactly(new Weighing.Moving(), new Weighing.Stable(785));
        bench.step("take scale 785 g");
        bench.advanceSeconds(3);
        assertThat(weighings(bench.told())).containsExactly(new Weighing.Moving(), new Weighing.Stable(0));
    }

    @Test
    void what_was_zeroed_away_leaves_the_scale_below_zero_when_it_is_lifted() {
        TwinBench<Scale8217> bench = scale();
        bench.step("put scale 300 g");
        bench.advanceSeconds(2);
        bench.device.zero();
        bench.advanceSeconds(2);
        bench.step("empty scale");
        bench.advanceSeconds(2);
        assertThat(weighings(bench.told()))
                .containsSubsequence(new Weighing.Stable(300), new Weighing.Stable(0), new Weighing.BelowZero());
    }

    @Test
    void more_than_the_capacity_is_overload() {
        TwinBench<Scale8217> bench = scale();
        bench.step("put scale 16000 g");
        bench.advanceSeconds(2);
        assertThat(weighings(bench.told())).endsWith(new Weighing.Overload());
        assertThatThrownBy(() -> bench.step("take scale 17000 g"))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("only 16000 g");
    }

    @Test
    void no_fault_of_the_scale_wire_invents_a_weight_and_each_one_heals() {
        for (String fault : List.of("silent", "garble", "half", "drop 3", "late 1500 ms", "duplicate", "drop 100")) {
            TwinBench<Scale8217> bench = scale();
            bench.step("put scale 785 g");
            bench.advanceSeconds(3);
            bench.told();
            bench.step("fault scale " + fault);
            bench.advanceSeconds(30);
            assertThat(weighings(bench.told()))
                    .as(fault)
                    .allMatch(weighing ->
                            weighing instanceof Weighing.Impossible || weighing.equals(new Weighing.Stable(785)));
            bench.step("heal scale");
            bench.step("put scale 100 g");
            bench.advanceSeconds(30);
            assertThat(weighings(bench.told())).as(fault).endsWith(new Weighing.Stable(885));
            assertThat(bench.device.health()).as(fault).isInstanceOf(Health.Up.class);
        }
    }

    @Test
    void an_unplugged_scale_is_impossible_at_once_and_weighs_again_when_plugged_in() {
        TwinBench<Scale8217> bench = scale();
        bench.step("put scale 500 g");
        bench.advanceSeconds(2);
        bench.told();
        bench.step("unplug scale");
        assertThat(weighings(bench.told())).singleElement().isInstanceOf(Weighing.Impossible.class);
        bench.step("plug scale");
        bench.advanceSeconds(2);
        assertThat(weighings(bench.told())).containsExactly(new Weighing.Stable(500));
    }

    @Test
    void a_receipt_is_on_paper_with_all_its_letters_and_proven() {
        TwinBench<EscPosPrinter> bench = printer();
        receipt(bench, "r1");
        assertThat(bench.told()).isEmpty();
        bench.advanceSeconds(5);
        assertThat(bench.told()).singleElement().isInstanceOf(PrinterEvent.Printed.class);
        assertThat(paper.textLines())
                .containsExactly(
                        "KIOSK",
                        "Mleko świeże 2 %" + " ".repeat(25) + "3,49 zł",
                        "Хлеб Žąsis €" + " ".repeat(32) + "1.19");
        assertThat(paper.paper())
                .contains(new PaperPiece.QrCode(1, "https://example.org/r/1", 6), new PaperPiece.Cut());
    }

    @Test
    void paper_that_ends_in_the_middle_is_seen_and_the_job_finishes_after_the_new_roll() {
        TwinBench<EscPosPrinter> bench = printer();
        receipt(bench, "r1");
        bench.step("fault printer paper-out");
        bench.advanceSeconds(40);
        assertThat(((Health.Down) bench.device.health()).cause()).isEqualTo(Health.Cause.PAPER_OUT);
        assertThat(bench.told()).isEmpty();
        bench.step("heal printer");
        bench.advanceSeconds(6);
        assertThat(bench.told()).singleElement().isInstanceOf(PrinterEvent.Printed.class);
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
    }

    @Test
    void each_trouble_is_seen_within_the_idle_look_and_no_job_is_begun() {
        for (String trouble : List.of("paper-out", "cover-open", "overheated")) {
            TwinBench<EscPosPrinter> bench = printer();
            bench.step("fault printer " + trouble);
            bench.advanceSeconds(6);
            assertThat(bench.device.health()).as(trouble).isInstanceOf(Health.Down.class);
            receipt(bench, "r1");
            assertThat(bench.told()).as(trouble).singleElement().isInstanceOf(PrinterEvent.NotPrinted.class);
            bench.step("heal printer");
            bench.advanceSeconds(6);
            assertThat(bench.device.health()).as(trouble).isInstanceOf(Health.Up.class);
        }
        assertThat(paper.paper()).isEmpty();
    }

    @Test
    void a_jammed_cutter_is_named_and_freed() {
        TwinBench<EscPosPrinter> bench = printer();
        bench.step("fault printer jammed");
        receipt(bench, "r1");
        bench.advanceSeconds(20);
        assertThat(((Health.Down) bench.device.health()).cause()).isEqualTo(Health.Cause.CUTTER_JAMMED);
        bench.step("heal printer");
        bench.advanceSeconds(6);
        assertThat(bench.told()).singleElement().isInstanceOf(PrinterEvent.Printed.class);
    }

    @Test
    void a_printer_that_falls_silent_in_a_job_leaves_it_in_doubt_exactly_once() {
        TwinBench<EscPosPrinter> bench = printer();
        receipt(bench, "r1");
        bench.step("fault printer silent");
        bench.advanceSeconds(120);
        assertThat(bench.told()).singleElement().isInstanceOf(PrinterEvent.PrintInDoubt.class);
        assertThat(((Health.Down) bench.device.health()).cause()).isEqualTo(Health.Cause.NO_ANSWER);
    }

    @Test
    void faults_that_a_machine_cannot_have_are_refused() {
        assertThatThrownBy(() -> scale().step("fault scale paper-out")).hasMessageContaining("PaperOut");
        assertThatThrownBy(() -> scanner().step("fault scanner paper-out")).hasMessageContaining("PaperOut");
        assertThatThrownBy(() -> scanner().step("put scanner 5 g")).hasMessageContaining("cannot 'put'");
        assertThatThrownBy(() -> scanner().step("fault scanner hiccup")).hasMessageContaining("known: drop N");
        assertThatThrownBy(() -> scanner().step("fault scanner unplugged")).hasMessageContaining("unplug scanner");
    }
}
