package org.samokasa.protocol.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expansions: GS1 General Specifications, 5.2.2.4.2; numbers made for this test, their check digits computed by hand. */
class RetailDigitsTest {
    @ParameterizedTest
    @CsvSource({
        "01245714, 0012100004574", // ends with 1
        "01234531, 0012300000451", // ends with 3
        "01234543, 0012340000053", // ends with 4
        "01234565, 0012345000065", // ends with 6
    })
    void upc_e_is_written_out(String short8, String thirteen) {
        assertThat(RetailDigits.upcE(short8)).contains("]E0" + thirteen);
    }

    @Test
    void a_dropped_check_digit_is_added() {
        assertThat(RetailDigits.upcA("07203600123")).contains("]E00072036001238");
        assertThat(RetailDigits.upcA("072036001238")).contains("]E00072036001238");
        assertThat(RetailDigits.upcA("0072036001238")).contains("]E00072036001238");
        assertThat(RetailDigits.upcE("123456")).contains("]E00012345000065");
        assertThat(RetailDigits.upcE("0123456")).contains("]E00012345000065");
        assertThat(RetailDigits.upcE("01234565")).contains("]E00012345000065");
    }

    @Test
    void add_ons_stay_with_their_symbol() {
        assertThat(RetailDigits.ean13("400638133393112")).contains("]E3400638133393112");
        assertThat(RetailDigits.upcA("07203600123812345")).contains("]E3007203600123812345");
    }

    @Test
    void other_lengths_and_letters_are_refused() {
        assertThat(RetailDigits.ean13("400638133393")).isEmpty();
        assertThat(RetailDigits.ean13("40063813339315")).isEmpty();
        assertThat(RetailDigits.ean8("5018741")).isEmpty();
        assertThat(RetailDigits.ean8("5018741x")).isEmpty();
        assertThat(RetailDigits.upcA("")).isEmpty();
        assertThat(RetailDigits.upcA("4006381333931")).isEmpty();
        assertThat(RetailDigits.upcE("12345")).isEmpty();
    }
}
