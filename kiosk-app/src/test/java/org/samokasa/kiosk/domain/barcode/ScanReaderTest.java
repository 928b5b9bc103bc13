package org.samokasa.kiosk.domain.barcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.kiosk.domain.barcode.MeasureRule.Verifier;
import org.samokasa.kiosk.domain.barcode.Scan.Reason;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.money.Money;

/** Numbers from the worked examples of the barcode sheet, section 18, by their number there, unless said otherwise. */
class ScanReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final MeasureRule CZECH =
            new MeasureRule(List.of("28", "29"), "PPIIIIVWWWWWK", 3, Verifier.CHECKED_UNLESS_ZERO);
    private static final MeasureRule GERMAN_WEIGHT =
            new MeasureRule(List.of("28", "29"), "PPIIIIVWWWWWK", 3, Verifier.REQUIRED);
    private static final MeasureRule GERMAN_PRICE =
            new MeasureRule(List.of("22", "23"), "PPIIIIVMMMMMK", 2, Verifier.REQUIRED);
    private static final MeasureRule BRITISH = new MeasureRule(List.of("20"), "PPIIIIIVMMMMK", 2, Verifier.REQUIRED);
    private static final MeasureRule BALTIC_TWO_DECIMALS =
            new MeasureRule(List.of("24"), "PPIIIIIIWWWWK", 2, Verifier.IGNORED);

    private final ScanReader plain = new ScanReader(List.of(), "EUR");

    @ParameterizedTest
    @CsvSource({
        "1,  ]E09521234543213,  EAN-13,      09521234543213",
        "2,  ]E00012345678905,  UPC-A,       00012345678905",
        "3,  012345678905,      UPC-A,       00012345678905",
        "4,  ]E495214566,       EAN-8,       00000095214566",
        "11, ]E09780306406157,  EAN-13,      09780306406157",
        "12, ]E3978030640615751999, EAN-13,  09780306406157",
    })
    void article_numbers_become_one_key(int example, String raw, String symbology, String gtin) {
        assertThat(plain.read(raw, TODAY)).isInstanceOfSatisfying(Scan.TradeItem.class, item -> {
            assertThat(item.symbology()).isEqualTo(symbology);
            assertThat(item.gtin14()).isEqualTo(gtin);
            assertThat(item.key()).isEqualTo(ItemKey.gtin(gtin));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "9,  ]E09521234543214, BAD_CHECK_DIGIT",
        "10, ]E0952123454321,  BAD_CHECK_DIGIT",
        "14, ]E105,            ADDON_ONLY",
        "15, ]I119521234543210, LOGISTIC_UNIT",
        "37, ]E09901234015000, COUPON_NOT_HERE",
        "97, ]C0LOY-0012345678, NOT_FOR_GOODS",
        "0,  ]E00000000000000, NOT_FOR_GOODS",
        "0,  22222222222222222222222, BAD_LENGTH",
        "0,  123, BAD_LENGTH",
    })
    void what_cannot_be_sold_is_refused_with_its_reason(int example, String raw, Reason reason) {
        assertThat(plain.read(raw, TODAY))
                .isInstanceOfSatisfying(
                        Scan.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void a_weight_label_gives_grams_and_the_zeroed_number() {
        ScanReader reader = new ScanReader(List.of(CZECH), "CZK");
        assertThat(reader.read("]E02812340015006", TODAY)) // example 16
                .isEqualTo(new Scan.MeasuredItem(
                        "]E02812340015006",
                        "]E0",
                        "EAN-13",
                        ItemKey.store("2812340000002"),
                        Optional.of(1500),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void a_price_label_gives_the_price_and_its_verifier_is_checked() {
        ScanReader reader = new ScanReader(List.of(GERMAN_PRICE, GERMAN_WEIGHT), "EUR");
        assertThat(reader.read("]E02247111012340", TODAY)) // example 19
                .isInstanceOfSatisfying(Scan.MeasuredItem.class, item -> {
                    assertThat(item.price()).contains(Money.of(1234, "EUR"));
                    assertThat(item.grams()).isEmpty();
                });
        assertThat(reader.read("]E02847111007850", TODAY)) // example 18
                .isInstanceOfSatisfying(
                        Scan.MeasuredItem.class,
                        item -> assertThat(item.grams()).contains(785));
        assertThat(reader.read("]E02847112007859", TODAY)) // example 21: verifier 2 instead of 1
                .isInstanceOfSatisfying(
                        Scan.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.BAD_CHECK_DIGIT));
    }

    @Test
    void four_digit_prices_and_other_decimals_are_read_by_rule() {
        assertThat(new ScanReader(List.of(BRITISH), "GBP").read("]E02054321119994", TODAY)) // example 22
                .isInstanceOfSatisfying(Scan.MeasuredItem.class, item -> {
                    assertThat(item.price()).contains(Money.of(1999, "GBP"));
                    assertThat(item.key()).isEqualTo(ItemKey.store("2054321000001"));
                });
        assertThat(new ScanReader(List.of(BALTIC_TWO_DECIMALS), "EUR").read("]E02465432112345", TODAY)) // example 25
                .isInstanceOfSatisfying(
                        Scan.MeasuredItem.class,
                        item -> assertThat(item.grams()).contains(12340));
    }

    @Test
    void in_store_numbers_without_a_rule_stay_as_they_are() {
        assertThat(plain.read("]E02100042082502", TODAY)) // example 33
                .isInstanceOfSatisfying(
                        Scan.StoreItem.class, item -> assertThat(item.key()).isEqualTo(ItemKey.store("2100042082502")));
        assertThat(plain.read("]E421234569", TODAY)) // example 34
                .isInstanceOfSatisfying(
                        Scan.StoreItem.class, item -> assertThat(item.key()).isEqualTo(ItemKey.store("21234569")));
    }

    @ParameterizedTest
    @CsvSource({"4011, true", "94011, true", "84011, true", "2999, false", "99011, false"}) // example 98
    void produce_numbers_are_known_by_their_range(String keyed, boolean produce) {
        assertThat(plain.read(keyed, TODAY) instanceof Scan.ProduceCode).isEqualTo(produce);
    }

    @ParameterizedTest
    @CsvSource({"0000, 0", "0001, 5", "0599, 1", "0725, 6", "1234, 9", "1999, 1", "2875, 9", "9999, 6"})
    void verifier_of_four_digits(String value, int digit) { // sheet section 3
        assertThat(VerifierDigit.of(value)).isEqualTo(digit);
    }

    @ParameterizedTest
    @CsvSource({"00000, 0", "00001, 4", "00012, 9", "00785, 1", "01234, 1", "02390, 5", "14685, 6", "99999, 6"})
    void verifier_of_five_digits(String value, int digit) { // sheet section 3
        assertThat(VerifierDigit.of(value)).isEqualTo(digit);
    }

    @Test
    void every_single_wrong_digit_of_an_ean_is_noticed() {
        String right = "5901234123457";
        for (int place = 0; place < right.length(); place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String changed = right.substring(0, place) + digit + right.substring(place + 1);
                if (!changed.equals(right)) {
                    assertThat(plain.read("]E0" + changed, TODAY)).isInstanceOf(Scan.Refused.class);
                }
            }
        }
    }

    @Test
    void a_layout_that_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> new MeasureRule(List.of("28"), "PPIIIIVWWWWMK", 3, Verifier.IGNORED))
                .hasMessageContaining("PPIIIIVWWWWMK");
        assertThatThrownBy(() -> new MeasureRule(List.of("28"), "PPIIIIVWWWWK", 3, Verifier.IGNORED))
                .hasMessageContaining("13 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "5901234123457, gtin:05901234123457",
        "012345678905,  gtin:00012345678905",
        "95214566,      gtin:00000095214566",
        "20852528,      store:20852528",
        "2860010012664, store:2860010012664",
        "plu:4011,      plu:4011",
    })
    void price_lists_file_goods_where_a_scan_finds_them(String text, String key) {
        assertThat(ArticleNumber.parse(text)).isEqualTo(new ItemKey(key));
    }

    @ParameterizedTest
    @CsvSource({
        "5901234123458, check digit 8 where 7 is right",
        "590123412345,  check digit",
        "12345,         5 digits",
        "00000000,      all zeros",
        "59O1234123457, is not a number",
    })
    void damaged_numbers_in_price_lists_are_named(String text, String message) {
        assertThatThrownBy(() -> ArticleNumber.parse(text)).hasMessageContaining(message);
    }
}
