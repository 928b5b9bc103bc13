package org.samokasa.protocol.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.protocol.Bytes;

/** payment-zvt.md section 9. */
class CodeTablesTest {
    @ParameterizedTest
    @CsvSource({
        "0A, Insert card, Karte einstecken, true",
        "0B, Please remove card!, Bitte Karte entnehmen!, false",
        "16, limit not sufficient, Limit nicht ausreichend, false",
        "1C, Approved. Please take goods, Zahlung erfolgt. Bitte Ware entnehmen, true",
        "4B, Please remove card!, Bitte Karte entnehmen!, false"
    })
    void standard_texts(String code, String english, String german, boolean exact) {
        assertThat(IntermediateText.of(Integer.parseInt(code, 16)))
                .contains(new IntermediateText(english, german, exact));
    }

    @Test
    void codes_above_40_add_a_second_line() {
        IntermediateText declined = IntermediateText.of(0x5D).orElseThrow();
        assertThat(declined.english()).isEqualTo("Declined\nPlease remove card!");
        assertThat(declined.wordForWord()).isTrue();
        assertThat(IntermediateText.of(0x54).orElseThrow().wordForWord()).isFalse();
        assertThat(IntermediateText.of(0x4A).orElseThrow().english()).isEmpty();
        assertThat(IntermediateText.of(0x66).orElseThrow().english()).endsWith("\nPlease remove card!");
        assertThat(IntermediateText.of(0x77)).isEmpty();
        assertThat(IntermediateText.of(0xFF)).isEmpty();
    }

    @Test
    void every_result_has_words() {
        for (int code = 0; code <= 0xFF; code++) {
            assertThat(ResultCode.meaning(code)).isNotBlank();
        }
        assertThat(ResultCode.meaning(0x37)).isEqualTo("refused by the host");
        assertThat(ResultCode.meaning(0x64)).isEqualTo("card not readable");
        assertThat(ResultCode.meaning(0xB4)).isEqualTo("already reversed");
    }

    @ParameterizedTest
    @CsvSource({
        "00, NONE",
        "DC, NONE",
        "51, INITIALISE",
        "62, DIAGNOSE",
        "C2, DIAGNOSE",
        "9C, WAIT",
        "E0, WAIT",
        "B1, END_OF_DAY",
        "F0, END_OF_DAY",
        "DF, SERVICE",
        "77, SERVICE"
    })
    void each_terminal_status_has_its_remedy(String code, TerminalStatus.Remedy remedy) {
        TerminalStatus status = TerminalStatus.read(Bytes.hex(code)).orElseThrow();
        assertThat(status.remedy()).isEqualTo(remedy);
        assertThat(status.meaning()).isNotBlank();
    }

    @Test
    void a_status_is_told_apart_from_a_version() {
        // F0 as a status alone: no valid LLLVAR fits behind it.
        assertThat(TerminalStatus.read(Bytes.hex("F0")).orElseThrow().code()).isEqualTo(0xF0);
        assertThat(TerminalStatus.read(Bytes.EMPTY)).isEmpty();
        assertThat(TerminalStatus.read(Bytes.hex("F0 F0 F0 51")).orElseThrow().code())
                .isEqualTo(0x51);
    }

    @Test
    void eight_bit_letters_depend_on_the_set_that_was_agreed() {
        // Section 10: sharp s is E1 in CP437 and DF in 8859-1.
        assertThat(ZvtCharset.CP437.decode(Bytes.of(0xE1))).isEqualTo("ß");
        assertThat(ZvtCharset.ISO_8859_1.decode(Bytes.of(0xDF))).isEqualTo("ß");
        assertThat(ZvtCharset.ofTagValue(0xFE)).contains(ZvtCharset.UTF_8);
        assertThat(ZvtCharset.ofTagValue(0x77)).isEmpty();
        assertThat(ZvtCharset.ISO_8859_1.encode("ä")).isEqualTo(Bytes.of(0xE4));
    }
}
