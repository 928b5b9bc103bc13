package org.samokasa.driver.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.Health;
import org.samokasa.devices.LinePainter;
import org.samokasa.devices.PaperLine;
import org.samokasa.devices.PrinterEvent;
import org.samokasa.devices.ReceiptPrinter.PrintJob;
import org.samokasa.driver.DriverBench;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.escpos.EscPosProfile;

class EscPosPrinterTest {
    private static final Bytes PROOF_QUESTION = Bytes.hex("1D 72 01");

    private final DriverBench<EscPosPrinter> bench =
            new DriverBench<>((name, link) -> new EscPosPrinter(name, link, EscPosProfile.EPSON_80_MM));

    /** Answers one round of the four status questions, checking that each is asked. */
    private void status(String... answers) {
        for (int question = 1; question <= 4; question++) {
            assertThat(bench.heard()).isEqualTo(Bytes.of(0x10, 0x04, question));
            bench.says(answers[question - 1]);
        }
    }

    private void fine() {
        status("12", "12", "12", "12");
    }

    /** Answers the last question and takes nothing of the job that follows. */
    private void fineAndThenHolding() {
        for (int question = 1; question <= 4; question++) {
            assertThat(bench.heard()).isEqualTo(Bytes.of(0x10, 0x04, question));
            if (question == 4) {
                bench.machine.hold();
            }
            bench.says("12");
        }
    }

    private void paperOut() {
        status("1E", "32", "12", "7E");
    }

    private void print(String id) {
        bench.device.print(new PrintJob(id, List.of(PaperLine.text("Hello"), new PaperLine.Cut())));
        bench.advanceMillis(0);
    }

    private List<DeviceEvent> outcome() {
        return bench.toldBesidesHealth();
    }

    private Health.Cause down() {
        return ((Health.Down) bench.device.health()).cause();
    }

    @Test
    void a_job_is_sent_after_a_look_and_printed_with_the_proof() {
        bench.connected();
        fine();
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
        print("r1");
        fine();
        Bytes sent = bench.heard();
        assertThat(sent.slice(0, 7)).isEqualTo(Bytes.hex("1B 40 1C 2E 1B 74 13"));
        assertThat(sent.slice(sent.size() - 3, sent.size())).isEqualTo(PROOF_QUESTION);
        assertThat(outcome()).isEmpty();
        bench.says("00");
        assertThat(outcome()).containsExactly(new PrinterEvent.Printed(bench.device.name(), bench.now(), "r1"));
    }

    @Test
    void jobs_queue_up_and_never_mix() {
        bench.connected();
        fine();
        print("r1");
        print("r2");
        fine();
        assertThat(bench.heard().toHex()).containsOnlyOnce("1D 72 01");
        bench.says("00");
        fine();
        assertThat(bench.heard().toHex()).containsOnlyOnce("1D 72 01");
        bench.says("00");
        assertThat(outcome())
                .extracting(event -> ((PrinterEvent.Printed) event).job())
                .containsExactly("r1", "r2");
    }

    @Test
    void paper_out_is_seen_while_idle_and_a_job_is_not_begun() {
        bench.connected();
        fine();
        bench.advanceMillis(5_000);
        paperOut();
        assertThat(down()).isEqualTo(Health.Cause.PAPER_OUT);
        print("r1");
        paperOut();
        assertThat(bench.heard()).isEqualTo(Bytes.EMPTY);
        assertThat(outcome())
                .singleElement()
                .isInstanceOfSatisfying(
                        PrinterEvent.NotPrinted.class,
                        event -> assertThat(event.why().cause()).isEqualTo(Health.Cause.PAPER_OUT));
        bench.advanceMillis(5_000);
        fine();
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
    }

    @Test
    void paper_out_in_the_middle_waits_for_the_new_roll_and_the_proof_still_counts() {
        bench.connected();
        fine();
        print("r1");
        fine();
        bench.heard();
        for (int i = 0; i < 30; i++) {
            bench.advanceMillis(2_000);
            paperOut();
        }
        assertThat(outcome()).isEmpty();
        assertThat(down()).isEqualTo(Health.Cause.PAPER_OUT);
        bench.says("00");
        assertThat(outcome()).singleElement().isInstanceOf(PrinterEvent.Printed.class);
    }

    @Test
    void a_printer_that_is_well_and_gives_no_proof_leaves_the_job_in_doubt_once() {
        bench.connected();
        fine();
        print("r1");
        fine();
        bench.heard();
        for (int i = 0; i < 6; i++) {
            bench.advanceMillis(2_000);
            if (outcomeCame()) {
                break;
            }
            fine();
        }
        assertThat(inDoubt).isEqualTo(1);
    }

    private int inDoubt;

    private boolean outcomeCame() {
        inDoubt += (int) outcome().stream()
                .filter(event -> event instanceof PrinterEvent.PrintInDoubt)
                .count();
        return inDoubt > 0;
    }

    @Test
    void a_printer_that_holds_the_line_is_told_and_prints_on_when_it_lets_go() {
        bench.connected();
        fine();
        print("r1");
        fineAndThenHolding();
        bench.advanceMillis(10_000);
        assertThat(down()).isEqualTo(Health.Cause.FAULT);
        assertThat(((Health.Down) bench.device.health()).detail()).contains("XOFF");
        bench.machine.letGo();
        bench.advanceMillis(500);
        assertThat(bench.heard().toHex()).contains("1D 72 01");
        bench.says("00");
        assertThat(outcome()).containsExactly(new PrinterEvent.Printed(bench.device.name(), bench.now(), "r1"));
    }

    @Test
    void a_printer_that_never_lets_go_leaves_the_job_in_doubt_and_nothing_of_it_comes_later() {
        bench.connected();
        fine();
        print("r1");
        fineAndThenHolding();
        bench.advanceMillis(400_000);
        assertThat(outcome()).hasSize(1).first().isInstanceOf(PrinterEvent.PrintInDoubt.class);
        assertThat(bench.machine.restarts()).isEqualTo(1);
        bench.machine.letGo();
        bench.advanceMillis(5_000);
        assertThat(bench.heard().toHex()).doesNotContain("48 65 6C 6C 6F");
    }

    @Test
    void silence_is_unknown_and_not_well() {
        bench.connected();
        bench.advanceMillis(5_000);
        assertThat(down()).isEqualTo(Health.Cause.NO_ANSWER);
        print("r1");
        bench.advanceMillis(5_000);
        assertThat(outcome()).singleElement().isInstanceOf(PrinterEvent.NotPrinted.class);
    }

    @Test
    void a_broken_connection_leaves_a_begun_job_in_doubt_and_a_waiting_one_not_printed() {
        bench.connected();
        fine();
        print("r1");
        print("r2");
        fine();
        bench.machine.disconnect("unplugged");
        bench.advanceMillis(0);
        assertThat(outcome())
                .satisfiesExactly(
                        event -> assertThat(((PrinterEvent.PrintInDoubt) event).job())
                                .isEqualTo("r1"),
                        event -> assertThat(
                                        ((PrinterEvent.NotPrinted) event).why().cause())
                                .isEqualTo(Health.Cause.NOT_CONNECTED));
        print("r3");
        assertThat(outcome()).singleElement().isInstanceOf(PrinterEvent.NotPrinted.class);
    }

    @Test
    void noise_and_answers_nobody_asked_for_are_no_proof_and_no_condition() {
        bench.connected();
        fine();
        bench.says("00 FF 1E 11 13 7E");
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
        assertThat(outcome()).isEmpty();
        print("r1");
        bench.says("11 FF 00");
        fine();
        bench.says("16 11 13 FF");
        assertThat(outcome()).isEmpty();
    }

    @Test
    void each_trouble_has_a_cause_of_its_own() {
        bench.connected();
        status("1E", "16", "12", "12");
        assertThat(down()).isEqualTo(Health.Cause.COVER_OPEN);
        bench.advanceMillis(5_000);
        status("1E", "52", "1A", "12");
        assertThat(down()).isEqualTo(Health.Cause.CUTTER_JAMMED);
        bench.advanceMillis(5_000);
        status("1E", "52", "52", "12");
        assertThat(down()).isEqualTo(Health.Cause.OVERHEATED);
        bench.advanceMillis(5_000);
        status("12", "12", "12", "1E");
        assertThat(bench.device.health())
                .isInstanceOfSatisfying(
                        Health.Degraded.class,
                        health -> assertThat(health.cause()).isEqualTo(Health.Cause.PAPER_LOW));
    }

    @Test
    void too_many_waiting_jobs_are_refused_each_with_its_event() {
        bench.connected();
        for (int i = 0; i < 40; i++) {
            bench.device.print(new PrintJob("r" + i, List.of(PaperLine.text("x"))));
        }
        bench.advanceMillis(0);
        assertThat(outcome()).hasSize(8).allMatch(event -> event instanceof PrinterEvent.NotPrinted);
        bench.closeAndCheck();
    }

    private static DriverBench<EscPosPrinter> bench(EscPosProfile.Status status, EscPosProfile.Proof proof) {
        EscPosProfile profile = EscPosProfile.EPSON_80_MM.with(status, proof);
        return new DriverBench<>((name, link) -> new EscPosPrinter(name, link, profile));
    }

    @Test
    void a_printer_that_tells_by_itself_is_asked_once_and_believed_at_each_change() {
        DriverBench<EscPosPrinter> telling = bench(EscPosProfile.Status.AUTOMATIC, EscPosProfile.Proof.IN_TURN);
        telling.connected();
        assertThat(telling.heard()).isEqualTo(Bytes.hex("1D 61 0E"));
        telling.says("14 00 00 0F");
        assertThat(telling.device.health()).isInstanceOf(Health.Up.class);
        telling.says("1C 00 0F 0F");
        assertThat(((Health.Down) telling.device.health()).cause()).isEqualTo(Health.Cause.PAPER_OUT);
        // Stopped, it answers no request: still out of paper, not silent.
        for (int i = 0; i < 50; i++) {
            telling.advanceMillis(1_000);
        }
        assertThat(((Health.Down) telling.device.health()).cause()).isEqualTo(Health.Cause.PAPER_OUT);
        telling.says("14 00 03 0F");
        assertThat(telling.device.health()).isInstanceOf(Health.Degraded.class);
        assertThat(telling.heard().toHex()).doesNotContain("10 04");
    }

    @Test
    void a_status_between_job_and_proof_is_no_proof() {
        DriverBench<EscPosPrinter> telling = bench(EscPosProfile.Status.AUTOMATIC, EscPosProfile.Proof.IN_TURN);
        telling.connected();
        telling.says("14 00 00 0F");
        telling.device.print(new PrintJob("r1", List.of(PaperLine.text("Hello"))));
        telling.advanceMillis(0);
        telling.heard();
        telling.says("14 00 00 0F");
        assertThat(telling.heard().toHex()).endsWith("1D 72 01");
        telling.says("1C 00 0F 0F");
        telling.says("14 00 00 0F");
        assertThat(telling.toldBesidesHealth()).isEmpty();
        telling.says("00");
        assertThat(telling.toldBesidesHealth()).singleElement().isInstanceOf(PrinterEvent.Printed.class);
    }

    @Test
    void a_telling_printer_that_falls_silent_is_noticed() {
        DriverBench<EscPosPrinter> telling = bench(EscPosProfile.Status.AUTOMATIC, EscPosProfile.Proof.IN_TURN);
        telling.connected();
        telling.says("14 00 00 0F");
        for (int i = 0; i < 40; i++) {
            telling.advanceMillis(1_000);
        }
        assertThat(((Health.Down) telling.device.health()).cause()).isEqualTo(Health.Cause.NO_ANSWER);
    }

    @Test
    void only_the_process_id_of_this_job_proves_that_it_is_out() {
        DriverBench<EscPosPrinter> exact = bench(EscPosProfile.Status.AUTOMATIC, EscPosProfile.Proof.PROCESS_ID);
        exact.connected();
        exact.says("14 00 00 0F");
        exact.device.print(new PrintJob("r1", List.of(PaperLine.text("Hello"))));
        exact.advanceMillis(0);
        exact.heard();
        exact.says("14 00 00 0F");
        assertThat(exact.heard().toHex()).endsWith("1D 28 48 06 00 30 30 30 30 30 31");
        exact.says("00");
        exact.says("37 22 30 30 30 30 00");
        assertThat(exact.toldBesidesHealth()).isEmpty();
        exact.says("37 22 30 30 30 31 00");
        assertThat(exact.toldBesidesHealth()).singleElement().isInstanceOf(PrinterEvent.Printed.class);
    }

    @Test
    void a_line_the_printer_has_no_letters_for_is_drawn_and_the_others_are_not() {
        LinePainter painter = (line, paper) -> Optional.of(new PaperLine.Image(8, new byte[] {(byte) 0xAA}));
        List<PaperLine> logo = List.of(new PaperLine.StoredImage("L1"));
        DriverBench<EscPosPrinter> drawing = new DriverBench<>(
                (name, link) -> new EscPosPrinter(name, link, EscPosProfile.EPSON_80_MM, painter, logo));
        drawing.connected();
        for (int i = 0; i < 4; i++) {
            drawing.says("12");
        }
        drawing.device.print(
                new PrintJob("r1", List.of(PaperLine.text("Hello"), new PaperLine.Columns("केला", "1.00", false))));
        drawing.advanceMillis(0);
        for (int i = 0; i < 4; i++) {
            drawing.says("12");
        }
        assertThat(drawing.heard().toHex())
                .contains("1D 28 4C 06 00 30 45 4C 31 01 01 1B 61 00 48 65 6C 6C 6F 0A 1D 76 30 00 01 00 01 00 AA");
    }
}
