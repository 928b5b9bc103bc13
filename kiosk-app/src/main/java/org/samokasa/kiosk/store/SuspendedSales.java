package org.samokasa.kiosk.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.samokasa.kiosk.help.HelpRefusal;

/**
 * Baskets that were put aside and neither go on anywhere yet nor were given up.
 *
 * @param byId in the order in which they came
 */
public record SuspendedSales(Map<String, Kept> byId) {
    static final SuspendedSales NONE = new SuspendedSales(Map.of());

    /**
     * One of them.
     *
     * @param going     where it was sent and has not been heard of yet
     * @param refusedBy the lane that could not take it last
     */
    public record Kept(SuspendedSale sale, Optional<Going> going, Optional<Integer> refusedBy) {}

    /** Sent to a lane. */
    public record Going(int lane, String by, Instant at) {}

    public SuspendedSales {
        byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
    }

    public Collection<Kept> all() {
        return byId.values();
    }

    public Optional<Kept> get(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    SuspendedSales evolve(StoreEvent event) {
        if (event instanceof StoreEvent.SaleWasSuspended e) {
            return changed(e.sale().id(), kept -> new Kept(e.sale(), Optional.empty(), Optional.empty()));
        }
        if (event instanceof StoreEvent.RecallWasOrdered e) {
            Going going = new Going(e.lane(), e.by(), e.at());
            return changed(e.suspension(), kept -> new Kept(kept.sale(), Optional.of(going), Optional.empty()));
        }
        if (event instanceof StoreEvent.RecallWasRefused e) {
            return changed(e.suspension(), kept -> new Kept(kept.sale(), Optional.empty(), Optional.of(e.lane())));
        }
        if (event instanceof StoreEvent.SaleWasRecalled e) {
            return without(e.suspension());
        }
        return event instanceof StoreEvent.SuspendedSaleWasGivenUp e ? without(e.suspension()) : this;
    }

    private SuspendedSales changed(String id, UnaryOperator<Kept> change) {
        Map<String, Kept> more = new LinkedHashMap<>(byId);
        more.put(id, change.apply(byId.get(id)));
        return new SuspendedSales(more);
    }

    private SuspendedSales without(String id) {
        Map<String, Kept> fewer = new LinkedHashMap<>(byId);
        fewer.remove(id);
        return new SuspendedSales(fewer);
    }

    /** What somebody wants of such a basket, or says of it; empty for what is about none. */
    Optional<StoreDecision> decide(StoreCommand command, Instant now) {
        if (command instanceof StoreCommand.RecallSale c) {
            return Optional.of(recall(c, now));
        }
        if (command instanceof StoreCommand.HearOfRecall c) {
            return Optional.of(heard(c, now));
        }
        return command instanceof StoreCommand.GiveUpSale c ? Optional.of(giveUp(c, now)) : Optional.empty();
    }

    /** A basket is sent to one lane at a time: two that went on would be two sales. */
    private StoreDecision recall(StoreCommand.RecallSale c, Instant now) {
        Optional<Kept> kept = get(c.suspension());
        if (kept.isEmpty()) {
            return new StoreDecision.Refused(HelpRefusal.UNKNOWN_SALE, c.suspension());
        }
        return kept.get()
                .going()
                .<StoreDecision>map(going ->
                        new StoreDecision.Refused(HelpRefusal.SALE_IS_ON_ITS_WAY, String.valueOf(going.lane())))
                .orElseGet(() -> happens(new StoreEvent.RecallWasOrdered(now, c.suspension(), c.lane(), c.by())));
    }

    private StoreDecision giveUp(StoreCommand.GiveUpSale c, Instant now) {
        return get(c.suspension()).isEmpty()
                ? new StoreDecision.Refused(HelpRefusal.UNKNOWN_SALE, c.suspension())
                : happens(new StoreEvent.SuspendedSaleWasGivenUp(now, c.suspension(), c.by(), c.reason()));
    }

    /** What a lane says of a basket that was sent to it. A word that comes too late changes nothing. */
    private StoreDecision heard(StoreCommand.HearOfRecall c, Instant now) {
        boolean waited = get(c.suspension())
                .filter(kept -> c.taken()
                        || kept.going()
                                .filter(going -> going.lane() == c.lane())
                                .isPresent())
                .isPresent();
        if (!waited) {
            return new StoreDecision.Happens(List.of());
        }
        return happens(
                c.taken()
                        ? new StoreEvent.SaleWasRecalled(now, c.suspension(), c.lane())
                        : new StoreEvent.RecallWasRefused(now, c.suspension(), c.lane()));
    }

    private static StoreDecision happens(StoreEvent event) {
        return new StoreDecision.Happens(List.of(event));
    }
}
