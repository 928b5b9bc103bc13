package org.samokasa.kiosk.lane.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.lane.TestKind;

/** What the hub tells. */
public sealed interface HubCommand extends LaneCommand {
    /** The hub's disk has all the lane's messages up to this journal position. */
    record Confirmed(long position) implements HubCommand {}

    /**
     * @param stream names the hub's journal
     * @param number counts up in it; the lane drops what it has carried out already
     */
    record Ordered(String stream, long number, Order order) implements HubCommand {}

    sealed interface Order {}

    record Accept(String requestId, String by, int etaSeconds) implements Order {}

    /** Who is alerted will probably be there in so many seconds. */
    record Forecast(String requestId, int seconds) implements Order {}

    record Arrive(String requestId, String by) implements Order {}

    record Solve(String requestId, String by) implements Order {}

    /** @param price set by the attendant for a price query, empty otherwise */
    record Resolve(String problem, boolean approved, String by, String reason, Optional<Money> price)
            implements Order {}

    /** Whoever had accepted gave it back. */
    record Reopen(String requestId) implements Order {}

    record Open(String by) implements Order {}

    /** After the present shopper. */
    record Close(String by) implements Order {}

    record Pause(String by) implements Order {}

    record Resume(String by) implements Order {}

    /**
     * Put the basket aside.
     *
     * @param saleNumber of the visit that is meant: an order that comes late may meet another shopper
     */
    record Suspend(long saleNumber, String by) implements Order {}

    /**
     * Go on with a basket that was put aside.
     *
     * @param suspension what the hub calls it
     * @param lines as they were, with their old numbers
     */
    record Recall(String suspension, List<Line> lines, String by, Instant askedAt) implements Order {
        public Recall {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A sentence for the shopper.
     *
     * @param text already in the shopper's language
     * @param askedAt on the hub's clock, when it was sent
     */
    record Write(String text, Instant askedAt) implements Order {}

    /** Something this lane has never heard of: it is taken, so that what comes after it can be. */
    record Nothing() implements Order {}

    /** @param askedAt on the hub's clock, when somebody pressed the button */
    record Test(String machine, TestKind kind, String by, Instant askedAt) implements Order {}
}
