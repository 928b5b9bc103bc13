package org.samokasa.kiosk.domain.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.samokasa.kiosk.domain.money.Money;

class PluralAndAmountTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void our_plural_rules_agree_with_icu(Language language) {
        PluralRules judge = PluralRules.forLocale(ULocale.forLanguageTag(language.tag()));
        for (long count = 0; count <= 10_000; count++) {
            assertThat(PluralCategory.of(language, count).name())
                    .as("%s %d", language, count)
                    .isEqualToIgnoringCase(judge.select(count));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | 123456789 | PLN | 1,234,567.89_zł",
                "PL | 123456789 | PLN | 1_234_567,89_zł",
                "PL | 123450 | PLN | 1_234,50_zł",
                "PL | -50 | PLN | -0,50_zł",
                "EN | 123456789 | GBP | £1,234,567.89",
                "EN | -199 | EUR | -€1.99",
                "PL | 5 | PLN | 0,05_zł",
                "HI | 123456789 | INR | ₹12,34,567.89",
                "HI | 1234567890 | INR | ₹1,23,45,678.90",
                "HI | -99999 | INR | -₹999.99",
                "HI | 1234567 | PLN | 12,345.67_zł",
                "EN | -12345 | INR | -₹123.45",
                "CS | 123456789 | CZK | 1_234_567,89_Kč",
                "DE | 123456789 | EUR | 1.234.567,89_€",
                "DE | -50 | EUR | -0,50_€",
                "LT | 123456789 | EUR | 1_234_567,89_€",
                "LT | -199 | EUR | \u22121,99_€",
                "RU | 123456789 | RUB | 1_234_567,89_₽",
            })
    void amounts_are_written_as_the_language_does(Language language, long minor, String currency, String expected) {
        assertThat(Amounts.withCurrency(Money.of(minor, currency), language))
                .isEqualTo(expected.replace('_', '\u00A0'));
    }

    @Test
    void weights_have_three_decimals() {
        assertThat(Amounts.kilograms(785, Language.PL)).isEqualTo("0,785\u00A0kg");
        assertThat(Amounts.kilograms(12_340, Language.EN)).isEqualTo("12.340\u00A0kg");
        assertThat(Amounts.kilograms(785, Language.RU)).isEqualTo("0,785\u00A0кг");
    }

    @ParameterizedTest
    @CsvSource({
        "EN, 07/03/2026",
        "PL, 07.03.2026",
        "CS, 07.03.2026",
        "DE, 07.03.2026",
        "HI, 07/03/2026",
        "LT, 2026-03-07",
        "RU, 07.03.2026"
    })
    void days_are_written_as_the_language_does(Language language, String expected) {
        assertThat(Amounts.day(LocalDate.of(2026, 3, 7), language)).isEqualTo(expected);
    }
}
