package org.samokasa.kiosk.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.domain.catalogue.Article;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.tax.TaxTable;

class MoneyTest {
    @Test
    void a_weighed_amount_is_rounded_half_up() {
        assertThat(Money.of(599, "PLN").forGrams(785)).isEqualTo(Money.of(470, "PLN")); // 4.70215
        assertThat(Money.of(249, "EUR").forGrams(1250)).isEqualTo(Money.of(311, "EUR")); // 3.1125, scale sheet 4.3
        assertThat(Money.of(1, "EUR").forGrams(500)).isEqualTo(Money.of(1, "EUR"));
        assertThat(Money.of(1, "EUR").forGrams(499)).isEqualTo(Money.of(0, "EUR"));
    }

    @Test
    void currencies_do_not_mix() {
        assertThatThrownBy(() -> Money.of(1, "PLN").plus(Money.of(1, "EUR"))).hasMessageContaining("do not mix");
    }

    @Test
    void sums_that_do_not_fit_are_loud() {
        assertThatThrownBy(() -> Money.of(Long.MAX_VALUE, "PLN").plus(Money.of(1, "PLN")))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void text_is_read_exactly() {
        assertThat(Money.parse("3,49", "PLN")).isEqualTo(Money.of(349, "PLN"));
        assertThat(Money.parse("3", "PLN")).isEqualTo(Money.of(300, "PLN"));
        assertThatThrownBy(() -> Money.parse("3.499", "PLN")).hasMessageContaining("more decimals");
        assertThatThrownBy(() -> Money.parse("3 zł", "PLN")).hasMessageContaining("no amount");
    }

    @Test
    void contained_tax_adds_up_to_the_total_for_every_rate() {
        LocalDate day = LocalDate.of(2026, 11, 21);
        TaxTable table = new TaxTable(List.of(
                new TaxTable.Rate("A", 2300, LocalDate.of(2011, 1, 1)),
                new TaxTable.Rate("C", 800, LocalDate.of(2000, 1, 1)),
                new TaxTable.Rate("C", 500, LocalDate.of(2019, 1, 1))));
        List<TaxTable.Share> shares = table.shares(List.of(line("A", 1230), line("C", 1050), line("A", 1)), day);
        assertThat(shares)
                .containsExactly(
                        new TaxTable.Share("A", 2300, pln(1001), pln(230), pln(1231)),
                        new TaxTable.Share("C", 500, pln(1000), pln(50), pln(1050)));
        assertThatThrownBy(() -> table.rate("C", LocalDate.of(1999, 1, 1))).hasMessageContaining("no tax rate 'C'");
    }

    private static Money pln(long minor) {
        return Money.of(minor, "PLN");
    }

    private static Line line(String tax, long minor) {
        Article article = new Article(
                ItemKey.gtin("5901234123457"),
                Map.of("", "Thing"),
                Article.SoldBy.PIECE,
                Optional.empty(),
                tax,
                0,
                0,
                Optional.empty(),
                "",
                "",
                Article.Kind.GOODS);
        return Line.piece(1, 0, article, pln(minor), 1);
    }
}
