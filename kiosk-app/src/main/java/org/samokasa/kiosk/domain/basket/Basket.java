package org.samokasa.kiosk.domain.basket;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samokasa.kiosk.domain.money.Money;

/** All lines of a sale, oldest first. */
public record Basket(List<Line> lines) {
    public static final Basket EMPTY = new Basket(List.of());

    public Basket {
        lines = List.copyOf(lines);
    }

    public Basket plus(Line line) {
        return new Basket(Stream.concat(lines.stream(), Stream.of(line)).toList());
    }

    /** Without this line and all that hang on it. */
    public Basket without(int number) {
        return new Basket(lines.stream()
                .filter(line -> line.number() != number && line.parent() != number)
                .toList());
    }

    public Optional<Line> line(int number) {
        return lines.stream().filter(line -> line.number() == number).findFirst();
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public int itemCount() {
        return (int) lines.stream().filter(Line::countsAsItem).count();
    }

    public Money total(String currency) {
        return lines.stream().map(Line::amount).reduce(Money.zero(currency), Money::plus);
    }

    /** What the lines of known weight should weigh together in the bagging area. */
    public int expectedGrams() {
        return lines.stream().mapToInt(Line::expectedGrams).sum();
    }
}
