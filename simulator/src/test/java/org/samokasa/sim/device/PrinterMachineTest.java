package org.samokasa.sim.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.device.printer.PaperPiece;
import org.samokasa.sim.device.printer.PrinterMachine;

/** Command bytes: protocol sheet printer-escpos, sections 2 to 8. */
class PrinterMachineTest {
    private static final Instant START = Instant.parse("2030-01-01T09:00:00Z");
    /** Long enough for any of these to be printed. */
    private static final Instant LATER = START.plusSeconds(600);

    /** The whole small receipt of section 8. */
    private static final Bytes RECEIPT = Bytes.hex("""
            1B 40 1C 2E 1B 74 13
            1B 61 01 1D 21 11 4B 49 4F 53 4B 0A
            1D 21 00 1B 61 00
            42 61 6E 61 6E 61 73 0A
            20 20 31 2E 32 35 30 20 6B 67 20 78 20 32 2E 34 39 20 D5 2F 6B 67 20 20 33 2E 31 31 0A
            1B 45 01 54 6F 74 61 6C 20 33 2E 31 31 20 D5 0A 1B 45 00
            1B 61 01 1D 28 6B 04 00 31 41 32 00 1D 28 6B 03 00 31 43 06 1D 28 6B 03 00 31 45 31
            1D 28 6B 0A 00 31 50 30 4C 41 4E 45 2D 30 37 1D 28 6B 03 00 31 51 30
            1B 64 02 1D 56 42 00 1D 72 01""");

    private final List<Bytes> answers = new ArrayList<>();

    private PrinterMachine machine() {
        PrinterMachine machine = new PrinterMachine("printer", 48);
        machine.connected(
                new VirtualMachine.Wire() {
                    @Override
                    public void send(Bytes bytes) {
                        answers.add(bytes);
                    }

                    @Override
                    public void hangUp() {
                        throw new AssertionError("a printer does not hang up");
                    }
                },
                START);
        return machine;
    }

    private static void finish(PrinterMachine machine) {
        Instant now = START;
        while (machine.nextDue().isPresent()) {
            now = machine.nextDue().get().isAfter(now) ? machine.nextDue().get() : now;
            machine.poll(now);
        }
    }

    @Test
    void the_receipt_of_the_sheet_is_on_paper_whatever_the_chunks() {
        for (int cut = 0; cut <= RECEIPT.size(); cut++) {
            PrinterMachine machine = machine();
            answers.clear();
            machine.receive(RECEIPT.slice(0, cut), START);
            machine.receive(RECEIPT.slice(cut, RECEIPT.size()), START);
            finish(machine);
            assertThat(machine.textLines())
                    .as("cut at %d", cut)
                    .startsWith("KIOSK", "Bananas", "  1.250 kg x 2.49 €/kg  3.11", "Total 3.11 €");
            assertThat(machine.paper()).contains(new PaperPiece.QrCode(1, "LANE-07", 6));
            assertThat(machine.paper().get(machine.paper().size() - 1)).isEqualTo(new PaperPiece.Cut());
            assertThat(answers).containsExactly(Bytes.of(0));
        }
    }

    @Test
    void size_and_weight_of_letters_are_kept() {
        PrinterMachine machine = machine();
        machine.receive(RECEIPT, START);
        finish(machine);
        PaperPiece.Line title = (PaperPiece.Line) machine.paper().get(0);
        assertThat(title.align()).isEqualTo(1);
        assertThat(title.spans()).containsExactly(new PaperPiece.Span("KIOSK", false, false, false, 2, 2));
        PaperPiece.Line total = (PaperPiece.Line) machine.paper().get(3);
        assertThat(total.spans().get(0).bold()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1B 3D 01 10 04 01, 12", // the maker's handshake; drawer pin low here
        "10 04 02, 12",
        "10 04 04, 12",
        "1D 72 01, 00",
        "1D 49 43, 5F 53 49 4D 2D 38 30 00",
    })
    void questions_are_answered(String question, String answer) {
        machine().receive(Bytes.hex(question), START);
        assertThat(answers).containsExactly(Bytes.hex(answer));
    }

    @ParameterizedTest
    @CsvSource({
        "1B 44 08 10 00", // tab stops
        "1B 2A 21 02 00 01 02 03 04 05 06", // two 24-dot columns
        "1D 6B 02 34 30 30 36 33 38 31 33 33 33 39 33 00", // EAN-13, form A
        "1D 6B 49 0A 7B 42 54 2D 30 30 34 37 31 31", // Code 128, form B
        "1D 28 4C 02 00 30 32", // print stored picture
        "1D 38 4C 03 00 00 00 30 70 30", // long form
        "1B 70 00 19 FA", // drawer
        "1D 4C 00 00 1D 57 40 02", // margins
        "1B 63 35 01", // panel button off
        "10 14 01 00 01", // drawer in real time
        "1B 42 02 02", // buzzer
    })
    void commands_without_letters_leave_none_on_paper(String command) {
        PrinterMachine machine = machine();
        machine.receive(Bytes.hex(command).plus(Bytes.ascii("A\n")), START);
        finish(machine);
        assertThat(machine.textLines()).containsExactly("A");
    }

    @Test
    void a_picture_swallows_exactly_its_bytes_even_those_that_look_like_commands() {
        PrinterMachine machine = machine();
        machine.receive(Bytes.hex("1D 76 30 00 02 00 02 00 10 04 01 F0 41 0A"), START);
        finish(machine);
        assertThat(machine.paper().get(0)).isEqualTo(new PaperPiece.Picture(0, 2, 2, Bytes.hex("10 04 01 F0")));
        assertThat(machine.textLines()).containsExactly("A");
        assertThat(answers).isEmpty();
    }

    @Test
    void without_leaving_two_byte_mode_letters_with_accents_become_chinese() {
        PrinterMachine machine = machine();
        machine.receive(Bytes.hex("1B 40 1B 74 13 D5 2F 0A"), START);
        finish(machine);
        assertThat(machine.textLines()).containsExactly("漢");
    }

    @Test
    void status_is_answered_at_once_while_a_job_waits_for_paper() {
        PrinterMachine machine = machine();
        machine.state().paperOut(true);
        machine.receive(RECEIPT, START);
        machine.receive(Bytes.hex("10 04 01 10 04 02 10 04 04"), START);
        assertThat(answers).containsExactly(Bytes.of(0x1A), Bytes.of(0x32), Bytes.of(0x7E));
        machine.state().mendAll();
        finish(machine);
        machine.poll(LATER);
        assertThat(machine.textLines()).contains("Bananas");
        assertThat(answers).endsWith(Bytes.of(0));
    }

    @Test
    void rubbish_never_breaks_it_and_it_prints_afterwards() {
        PrinterMachine machine = machine();
        java.util.Random chance = new java.util.Random(11);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[64];
            chance.nextBytes(noise);
            machine.receive(Bytes.copyOf(noise), START);
        }
        finish(machine);
        machine.disconnected(START);
        PrinterMachine fresh = machine();
        fresh.receive(RECEIPT, START);
        finish(fresh);
        assertThat(fresh.textLines()).contains("Bananas");
    }
}
