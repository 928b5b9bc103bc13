package org.samokasa.kiosk.domain.tax;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.domain.money.Money;

/**
 * The tax rates of a country: data with a day from which they hold.
 *
 * @param rates any order; several rates of one letter differ in their first day
 */
public record TaxTable(List<Rate> rates) {
    private static final int BASIS_POINTS = 10_000;

    public TaxTable {
        rates = List.copyOf(rates);
    }

    /**
     * @param letter as on the receipt, for instance {@code A}
     * @param basisPoints hundredths of a percent: 2300 is 23 %
     * @param from first day on which it holds
     */
    public record Rate(String letter, int basisPoints, LocalDate from) {
        public Rate {
            if (letter.isBlank() || basisPoints < 0) {
                throw new IllegalArgumentException("tax rate '" + letter + "' of " + basisPoints + " basis points");
            }
        }
    }

    /** What a receipt shows for one rate; net + tax = gross. */
    public record Share(String letter, int basisPoints, Money net, Money tax, Money gross) {}

    /** @throws IllegalArgumentException when no rate of this letter holds on that day */
    public Rate rate(String letter, LocalDate day) {
        return rates.stream()
                .filter(rate -> rate.letter().equals(letter) && !rate.from().isAfter(day))
                .max(Comparator.comparing(Rate::from))
                .orElseThrow(() -> new IllegalArgumentException("no tax rate '" + letter + "' on " + day));
    }

    public boolean knows(String letter) {
        return rates.stream().anyMatch(rate -> rate.letter().equals(letter));
    }

    /**
     * Tax contained in gross amounts, summed for each letter and rounded half up once for each (prices with tax
     * included; LOCALE.md section 4, order of sums).
     */
    public List<Share> shares(List<Line> lines, LocalDate day) {
        TreeMap<String, Money> gross = new TreeMap<>();
        for (Line line : lines) {
            gross.merge(line.taxCategory(), line.amount(), Money::plus);
        }
        List<Share> shares = new ArrayList<>();
        gross.forEach((letter, sum) -> {
            int points = rate(letter, day).basisPoints();
            Money tax = sum.part(points, BASIS_POINTS + points);
            shares.add(new Share(letter, points, sum.minus(tax), tax, sum));
        });
        return List.copyOf(shares);
    }
}
