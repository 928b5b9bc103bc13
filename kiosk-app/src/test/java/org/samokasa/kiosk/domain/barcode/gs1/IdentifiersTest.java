package org.samokasa.kiosk.domain.barcode.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {
    @Test
    void the_table_holds_as_many_identifiers_as_the_dictionary_it_was_written_from() {
        assertThat(Identifiers.count()).isEqualTo(541);
    }

    @Test
    void no_identifier_begins_with_another_one() {
        for (int ai = 0; ai <= 9999; ai++) {
            String four = String.format("%04d", ai);
            int known = 0;
            for (int length = 2; length <= 4; length++) {
                known += Identifiers.find(four.substring(0, length)).isPresent() ? 1 : 0;
            }
            assertThat(known).as(four).isLessThanOrEqualTo(1);
        }
    }

    /** GS1 General Specifications, figure 7.8.5-2: these lengths hold whatever a table says of the rest. */
    @ParameterizedTest
    @CsvSource({
        "00,20", "01,16", "02,16", "03,16", "11,8", "12,8", "13,8", "15,8", "16,8", "17,8", "20,4", "3103,10",
        "3205,10", "3300,10", "3405,10", "3500,10", "3695,10", "410,16", "417,16"
    })
    void predefined_lengths_are_those_of_the_first_two_digits(String ai, int total) {
        Identifier identifier = Identifiers.find(ai).orElseThrow();
        assertThat(identifier.separated()).isFalse();
        assertThat(ai.length() + identifier.longest()).isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource({
        "7003, 2612312460, no time of day",
        "7006, 261200, day 00",
        "7007, 26120127, too short",
        "8003, 09521234543214, check digit 3 expected",
        "8010, abc, not allowed",
        "402, 12345678901234565, check digit",
        "4309, 12345678901234567, too short",
        "3103, 0001955, longer than 6",
        "11, 260431, day 31",
        "11, 260230, day 30",
    })
    void a_value_that_does_not_fit_is_refused_with_its_identifier(String ai, String value, String why) {
        Identifier identifier = Identifiers.find(ai).orElseThrow();
        assertThatThrownBy(() -> identifier.verify(value))
                .isInstanceOf(Gs1Exception.class)
                .hasMessageContaining("(" + ai + ")")
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({
        "7007, 261201261231",
        "7007, 261201",
        "253, 9521234000013",
        "253, 9521234000013A-1",
        "423, 616276",
        "7011, 2612312359",
        "8030, aB_-9=",
        "3933, 978012345"
    })
    void optional_parts_may_be_there_or_not(String ai, String value) throws Gs1Exception {
        Identifiers.find(ai).orElseThrow().verify(value);
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 760131, 2076-01-31",
        "2026, 770131, 1977-01-31",
        "2026, 250101, 2025-01-01",
        "2026, 270200, 2027-02-28",
        "2026, 280200, 2028-02-29",
        "2090, 400101, 2140-01-01",
        "2090, 410101, 2041-01-01",
        "2000, 510101, 1951-01-01",
        "2000, 500101, 2050-01-01",
    })
    void the_century_is_the_one_that_is_nearest(int year, String digits, String date) {
        assertThat(Gs1Date.resolve(digits, LocalDate.of(year, 6, 1))).isEqualTo(date);
    }

    @Test
    void faults_say_where_they_are() {
        assertThatThrownBy(() -> ElementString.parse("01095212345432133103001"))
                .hasMessage("(3103) at character 21: 6 characters expected, 3 found");
        assertThatThrownBy(() -> ElementString.parse("0600"))
                .hasMessage("no identifier begins with '0600' at character 1");
        assertThatThrownBy(() -> BracketedText.parse("(01)09521234543214"))
                .hasMessage("(01) check digit 3 expected in 09521234543214");
    }

    @Test
    void brackets_without_end_take_no_longer_than_they_are_long() {
        String nested = "(10)A".repeat(400) + "\u007f";
        assertThatThrownBy(() -> BracketedText.parse(nested)).isInstanceOf(Gs1Exception.class);
    }
}
