package org.samokasa.kiosk.store;

import java.time.Instant;
import java.util.List;
import org.samokasa.kiosk.domain.basket.Line;

/**
 * A basket that staff put aside at a lane.
 *
 * @param id         unique in the shop
 * @param saleNumber the lane's number of the visit; a visit that goes on elsewhere has a number of its own there
 * @param at         on the lane's clock
 * @param lines      with all that was true of them when they were scanned
 */
public record SuspendedSale(String id, int lane, long saleNumber, Instant at, String by, List<Line> lines) {
    public SuspendedSale {
        lines = List.copyOf(lines);
        if (id.isBlank() || lane < 1 || lines.isEmpty()) {
            throw new IllegalArgumentException("a suspended sale has an id, a lane from 1 and lines");
        }
    }

    /** In minor units of the lines' currency. */
    public long totalMinor() {
        return lines.stream().mapToLong(line -> line.amount().minor()).sum();
    }

    public String currency() {
        return lines.get(0).amount().currency();
    }

    public int itemCount() {
        return (int) lines.stream().filter(Line::countsAsItem).count();
    }
}
