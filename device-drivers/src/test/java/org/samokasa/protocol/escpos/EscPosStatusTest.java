package org.samokasa.protocol.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors: protocol sheet printer-escpos, section 6. */
class EscPosStatusTest {
    @ParameterizedTest
    @CsvSource({
        "16, 12, 12, 12, READY", // online, drawer pin high
        "12, 12, 12, 12, READY",
        "1E, 16, 12, 12, COVER_OPEN",
        "1E, 32, 12, 7E, PAPER_OUT",
        "1E, 32, 12, 72, PAPER_OUT", // no near-end sensor fitted
        "1E, 52, 1A, 12, CUTTER_JAMMED",
        "1E, 52, 32, 12, FAULT", // unrecoverable
        "1E, 52, 52, 12, OVERHEATED",
        "1E, 52, 16, 12, FAULT", // recoverable mechanical
        "1E, 12, 12, 12, OFFLINE",
        "1E, 1A, 12, 12, FEEDING",
        "12, 12, 12, 1E, PAPER_LOW",
        "1E, 36, 1A, 7E, COVER_OPEN", // all at once: the cover first
    })
    void four_answers_say_how_it_is(String printer, String cause, String error, String paper, PrinterCondition says) {
        assertThat(EscPosStatus.condition(
                        Integer.parseInt(printer, 16),
                        Integer.parseInt(cause, 16),
                        Integer.parseInt(error, 16),
                        Integer.parseInt(paper, 16)))
                .isEqualTo(says);
    }

    @Test
    void answers_are_told_apart_by_their_fixed_bits() {
        for (int octet = 0; octet < 256; octet++) {
            assertThat(EscPosStatus.isRealTimeAnswer(octet) && EscPosStatus.isAnswerInTurn(octet))
                    .isFalse();
        }
        assertThat(EscPosStatus.isRealTimeAnswer(0x16)).isTrue();
        assertThat(EscPosStatus.isRealTimeAnswer(0x00)).isFalse();
        assertThat(EscPosStatus.isRealTimeAnswer(0xFF)).isFalse();
        assertThat(EscPosStatus.isAnswerInTurn(0x11)).as("XON").isFalse();
        assertThat(EscPosStatus.isAnswerInTurn(0x00)).isTrue();
    }
}
