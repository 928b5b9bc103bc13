package org.samokasa.kiosk.lane;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.lane.event.LaneEvent;

/**
 * All that is durable about a lane: the fold of its events, nothing else.
 *
 * @param number the lane's number in the shop
 * @param lastSale highest sale number given out
 * @param sale the visit at the lane, also while its thanks are shown; empty otherwise
 * @param help the open call for a human
 * @param calls calls for a human so far, for their ids
 * @param lastSeen last sign of the shopper that is on record
 * @param phaseSince when the phase began
 * @param outOfService why the lane is out of service, empty otherwise
 * @param hubConfirmed journal position up to which the hub has everything on its own disk
 * @param hubOrders for each journal of the hub the number of its last order carried out; older ones are dropped
 */
public record Lane(
        int number,
        Phase phase,
        Language language,
        long lastSale,
        Optional<Sale> sale,
        Optional<HelpCall> help,
        int calls,
        Instant lastSeen,
        Instant phaseSince,
        String outOfService,
        long hubConfirmed,
        Map<String, Long> hubOrders) {

    public Lane {
        hubOrders = Map.copyOf(hubOrders);
    }

    /** A lane nobody has opened yet. */
    public static Lane unopened(int number, Language language) {
        return new Lane(
                number,
                Phase.CLOSED,
                language,
                0,
                Optional.empty(),
                Optional.empty(),
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                "",
                0,
                Map.of());
    }

    /** The lane after this fact. Facts happened: there is no refusal here. */
    public Lane after(LaneEvent event) {
        return event.applyTo(this);
    }

    public Lane in(Phase next, Instant at) {
        return new Lane(
                number,
                next,
                language,
                lastSale,
                sale,
                help,
                calls,
                lastSeen,
                at,
                outOfService,
                hubConfirmed,
                hubOrders);
    }

    public Lane speaking(Language next) {
        return new Lane(
                number,
                phase,
                next,
                lastSale,
                sale,
                help,
                calls,
                lastSeen,
                phaseSince,
                outOfService,
                hubConfirmed,
                hubOrders);
    }

    public Lane seen(Instant at) {
        return new Lane(
                number,
                phase,
                language,
                lastSale,
                sale,
                help,
                calls,
                at,
                phaseSince,
                outOfService,
                hubConfirmed,
                hubOrders);
    }

    public Lane with(Optional<Sale> next) {
        long highest = next.map(Sale::number).orElse(lastSale);
        return new Lane(
                number,
                phase,
                language,
                Math.max(lastSale, highest),
                next,
                help,
                calls,
                lastSeen,
                phaseSince,
                outOfService,
                hubConfirmed,
                hubOrders);
    }

    public Lane sale(UnaryOperator<Sale> change) {
        return with(sale.map(change));
    }

    public Lane calling(HelpCall call) {
        return new Lane(
                number,
                phase,
                language,
                lastSale,
                sale,
                Optional.of(call),
                calls + 1,
                lastSeen,
                phaseSince,
                outOfService,
                hubConfirmed,
                hubOrders);
    }

    public Lane help(Optional<HelpCall> call) {
        return new Lane(
                number,
                phase,
                language,
                lastSale,
                sale,
                call,
                calls,
                lastSeen,
                phaseSince,
                outOfService,
                hubConfirmed,
                hubOrders);
    }

    public Lane outOfService(String why) {
        return new Lane(
                number,
                phase,
                language,
                lastSale,
                sale,
                help,
                calls,
                lastSeen,
                phaseSince,
                why,
                hubConfirmed,
                hubOrders);
    }

    public Lane confirmedByHub(long position) {
        return new Lane(
                number,
                phase,
                language,
                lastSale,
                sale,
                help,
                calls,
                lastSeen,
                phaseSince,
                outOfService,
                Math.max(hubConfirmed, position),
                hubOrders);
    }

    public Lane orderedByHub(String stream, long order) {
        TreeMap<String, Long> orders = new TreeMap<>(hubOrders);
        orders.merge(stream, order, Math::max);
        return new Lane(
                number,
                phase,
                language,
                lastSale,
                sale,
                help,
                calls,
                lastSeen,
                phaseSince,
                outOfService,
                hubConfirmed,
                orders);
    }

    public long lastOrderOf(String stream) {
        return hubOrders.getOrDefault(stream, 0L);
    }
}
