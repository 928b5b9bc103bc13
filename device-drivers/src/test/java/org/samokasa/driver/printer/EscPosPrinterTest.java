package org.samokasa.driver.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.Health;
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
}
