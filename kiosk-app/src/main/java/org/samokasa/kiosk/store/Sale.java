package org.samokasa.kiosk.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A sale as a lane finished it. Amounts are in minor units of the one currency, discounts and change below zero.
 *
 * @param lane        number on the lane's sign, from 1
 * @param saleNumber  the lane's own, gapless, from 1
 * @param completedAt on the lane's clock
 * @param currency    ISO 4217 code
 * @param totalMinor  what the shopper owed
 * @param lines       goods, deposits and discounts in the order of the receipt
 * @param taxes       one for each rate
 * @param tenders     what was paid with; change given and cash rounding are tenders too, so the sum is the total
 */
public record Sale(
        int lane,
        long saleNumber,
        Instant completedAt,
        String currency,
        long totalMinor,
        List<Line> lines,
        List<Tax> taxes,
        List<Tender> tenders) {
    /**
     * One line of the receipt.
     *
     * @param article     the catalogue's id; empty for a discount on the whole basket
     * @param name        as printed
     * @param quantity    as printed, {@code 2} or {@code 0.785 kg}
     * @param amountMinor of the line
     */
    public record Line(Optional<String> article, String name, String quantity, long amountMinor) {}

    /**
     * Tax of one rate.
     *
     * @param rate     as the country's rules name it, {@code A 23%}
     * @param netMinor what it is on
     * @param taxMinor what it is
     */
    public record Tax(String rate, long netMinor, long taxMinor) {}

    /**
     * One means of payment.
     *
     * @param kind        {@code CARD, CASH, CHANGE, ROUNDING ..}
     * @param amountMinor below zero for change
     * @param reference   the terminal's, never a card number
     */
    public record Tender(String kind, long amountMinor, Optional<String> reference) {}

    public Sale {
        Objects.requireNonNull(completedAt);
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
        tenders = List.copyOf(tenders);
        if (lane < 1 || saleNumber < 1 || currency.length() != 3) {
            throw new IllegalArgumentException("a sale needs a lane and a number from 1 and an ISO currency");
        }
    }
}
