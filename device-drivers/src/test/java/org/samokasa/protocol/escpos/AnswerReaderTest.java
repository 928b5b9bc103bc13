package org.samokasa.protocol.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.protocol.Bytes;

/** Vectors: protocol sheet printer-escpos, sections 6.1, 6.2 and 6.4; process id: Epson's reference of GS ( H. */
class AnswerReaderTest {
    private static final Instant NOW = Instant.parse("2030-01-01T09:00:00Z");

    private final AnswerReader reader = new AnswerReader();

    private List<PrinterAnswer> read(String hex) {
        return reader.feed(Bytes.hex(hex), NOW);
    }

    @Test
    void every_kind_is_told_apart_wherever_the_stream_is_split() {
        Bytes all = Bytes.hex("""
                16
                14 00 03 0F
                00
                11 13
                37 22 30 30 30 37 00
                5F 54 4D 2D 54 38 38 00
                7E""");
        List<PrinterAnswer> expected = List.of(
                new PrinterAnswer.RealTime(0x16),
                new PrinterAnswer.Automatic(Bytes.hex("14 00 03 0F")),
                new PrinterAnswer.InTurn(0),
                new PrinterAnswer.Processed("0007"),
                new PrinterAnswer.Block(Bytes.hex("5F 54 4D 2D 54 38 38 00")),
                new PrinterAnswer.RealTime(0x7E));
        for (int cut = 0; cut <= all.size(); cut++) {
            AnswerReader fresh = new AnswerReader();
            List<PrinterAnswer> answers = new ArrayList<>(fresh.feed(all.slice(0, cut), NOW));
            answers.addAll(fresh.feed(all.slice(cut, all.size()), NOW));
            assertThat(answers).as("cut at %d", cut).isEqualTo(expected);
        }
    }

    @Test
    void an_automatic_status_that_was_cut_off_is_dropped_after_a_while() {
        assertThat(read("14 00")).isEmpty();
        assertThat(reader.feed(Bytes.hex("00"), NOW.plusMillis(100))).containsExactly(new PrinterAnswer.InTurn(0));
    }

    @Test
    void a_byte_that_cannot_go_on_begins_anew() {
        assertThat(read("14 00 14 00 00 0F")).containsExactly(new PrinterAnswer.Automatic(Bytes.hex("14 00 00 0F")));
        assertThat(read("14 16")).containsExactly(new PrinterAnswer.RealTime(0x16));
    }

    @Test
    void a_block_without_an_end_is_noise_and_holds_nothing_back_for_ever() {
        assertThat(read("5F" + "41".repeat(200))).isNotNull();
        assertThat(reader.feed(Bytes.hex("12"), NOW.plusMillis(100))).containsExactly(new PrinterAnswer.RealTime(0x12));
    }

    @ParameterizedTest
    @CsvSource({
        "14 00 00 0F, READY",
        "14 00 03 0F, PAPER_LOW",
        "1C 00 0F 0F, PAPER_OUT",
        "3C 00 00 0F, COVER_OPEN",
        "1C 08 00 0F, CUTTER_JAMMED",
        "1C 20 00 0F, FAULT",
        "1C 40 00 0F, OVERHEATED",
        "1C 04 00 0F, FAULT",
        "5C 00 00 0F, FEEDING",
        "1C 00 00 0F, OFFLINE",
    })
    void an_automatic_status_says_what_the_four_questions_say(String hex, PrinterCondition condition) {
        assertThat(EscPosStatus.condition(Bytes.hex(hex))).isEqualTo(condition);
    }
}
