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
 * @param standing what it is doing, and since when
 * @param language spoken now
 * @param lastSale highest sale number given out
 * @param sale the visit at the lane, also while its thanks are shown; empty otherwise
 * @param calling its calls for a human
 * @param lastSeen last sign of the shopper that is on record
 * @param hub what the hub has of the lane and the lane of the hub
 * @param staff who of the staff is at its screen
 */
public record Lane(
        int number,
        Standing standing,
        Language language,
        long lastSale,
        Optional<Sale> sale,
        Calling calling,
        Instant lastSeen,
        HubProgress hub,
        Staff staff) {

    /**
     * @param outOfService why the lane is out of service, empty otherwise
     * @param orders what staff want of it
     */
    public record Standing(Phase phase, Instant since, String outOfService, StaffOrders orders) {}

    /**
     * @param open the open call
     * @param count calls so far, for their ids
     * @param helped the help had last in the present visit
     * @param offer the last offer of the present visit
     * @param forecast the last wait the hub forecast, of whichever call
     * @param steps what the present shopper came through last
     * @param note what an attendant wrote last, until it is read or the visit ends
     */
    public record Calling(
            Optional<HelpCall> open,
            int count,
            Optional<Helped> helped,
            Optional<HelpOffer> offer,
            Optional<Forecast> forecast,
            LastSteps steps,
            Optional<Note> note) {
        static final Calling NONE = new Calling(
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LastSteps.NONE,
                Optional.empty());

        private Calling with(Optional<HelpCall> call, int calls, Optional<Helped> last) {
            return new Calling(call, calls, last, offer, forecast, steps, note);
        }

        private Calling newVisit() {
            Optional<Helped> nobody = Optional.empty();
            return new Calling(open, count, nobody, Optional.empty(), forecast, LastSteps.NONE, Optional.empty());
        }

        private Calling stepped(LastSteps next) {
            return new Calling(open, count, helped, offer, forecast, next, note);
        }

        private Calling offered(HelpOffer next) {
            return new Calling(open, count, helped, Optional.of(next), forecast, steps, note);
        }

        private Calling forecast(Forecast next) {
            return new Calling(open, count, helped, offer, Optional.of(next), steps, note);
        }

        private Calling noted(Optional<Note> next) {
            return new Calling(open, count, helped, offer, forecast, steps, next);
        }
    }

    /** What an attendant wrote to the shopper. */
    public record Note(String text, Instant at) {}

    /** How long a call made then was expected to wait. */
    public record Forecast(int seconds, Instant at) {}

    /**
     * @param confirmed journal position up to which the hub has everything on its own disk
     * @param orders for each journal of the hub the number of its last order carried out; older ones are dropped
     */
    public record HubProgress(long confirmed, Map<String, Long> orders) {
        public HubProgress {
            orders = Map.copyOf(orders);
        }
    }

    /** A lane nobody has opened yet. */
    public static Lane unopened(int number, Language language) {
        return new Lane(
                number,
                new Standing(Phase.CLOSED, Instant.EPOCH, "", StaffOrders.NONE),
                language,
                0,
                Optional.empty(),
                Calling.NONE,
                Instant.EPOCH,
                new HubProgress(0, Map.of()),
                Staff.NOBODY);
    }

    /** The lane after this fact. Facts happened: there is no refusal here. */
    public Lane after(LaneEvent event) {
        Lane next = event.applyTo(this);
        LastSteps steps = next.calling.steps().after(event);
        return steps == next.calling.steps() ? next : next.with(next.calling.stepped(steps));
    }

    public Phase phase() {
        return standing.phase();
    }

    public Instant phaseSince() {
        return standing.since();
    }

    public String outOfService() {
        return standing.outOfService();
    }

    public Optional<HelpCall> help() {
        return calling.open();
    }

    public Optional<Helped> helped() {
        return calling.helped();
    }

    public int calls() {
        return calling.count();
    }

    public long hubConfirmed() {
        return hub.confirmed();
    }

    public Map<String, Long> hubOrders() {
        return hub.orders();
    }

    public long lastOrderOf(String stream) {
        return hub.orders().getOrDefault(stream, 0L);
    }

    public Lane in(Phase next, Instant at) {
        return with(new Standing(next, at, outOfService(), orders()));
    }

    public StaffOrders orders() {
        return standing.orders();
    }

    public Lane with(StaffOrders next) {
        return with(new Standing(phase(), phaseSince(), outOfService(), next));
    }

    public Lane outOfService(String why) {
        return with(new Standing(phase(), phaseSince(), why, orders()));
    }

    private Lane with(Standing next) {
        return new Lane(number, next, language, lastSale, sale, calling, lastSeen, hub, staff);
    }

    public Lane speaking(Language next) {
        return new Lane(number, standing, next, lastSale, sale, calling, lastSeen, hub, staff);
    }

    public Lane seen(Instant at) {
        return new Lane(number, standing, language, lastSale, sale, calling, at, hub, staff);
    }

    public Lane with(Optional<Sale> next) {
        long highest = Math.max(lastSale, next.map(Sale::number).orElse(lastSale));
        boolean sameVisit = next.map(Sale::number).equals(sale.map(Sale::number));
        Calling kept = sameVisit ? calling : calling.newVisit();
        return new Lane(number, standing, language, highest, next, kept, lastSeen, hub, staff);
    }

    public Lane sale(UnaryOperator<Sale> change) {
        return with(sale.map(change));
    }

    /** One more call. */
    public Lane calling(HelpCall call) {
        return with(calling.with(Optional.of(call), calls() + 1, helped()));
    }

    public Lane help(Optional<HelpCall> call) {
        return with(calling.with(call, calls(), helped()));
    }

    /** The open call is over. Somebody who had said that they come has helped, if a visit is there to remember it. */
    public Lane helpEnded(HelpCall.End end, Instant at) {
        Optional<Helped> now = help().filter(call -> sale.isPresent())
                .filter(call -> end == HelpCall.End.SOLVED
                        || end == HelpCall.End.AUTO_CLEARED && call.state() != HelpCall.State.RAISED)
                .map(call -> Helped.ended(call.requestId(), end, at));
        return with(calling.with(Optional.empty(), calls(), now.or(this::helped)));
    }

    /** The shopper says something of that help; of any other there is nothing left to say. */
    public Lane helped(String requestId, UnaryOperator<Helped> word) {
        return with(calling.with(
                help(), calls(), helped().map(last -> last.requestId().equals(requestId) ? word.apply(last) : last)));
    }

    public Optional<HelpOffer> offer() {
        return calling.offer();
    }

    public Lane offered(HelpOffer offer) {
        return with(calling.offered(offer));
    }

    /** The offer was answered, whichever way. */
    public Lane offerClosed() {
        return offer().map(last -> offered(new HelpOffer(last.sign(), last.at(), false)))
                .orElse(this);
    }

    public Lane forecast(int seconds, Instant at) {
        return with(calling.forecast(new Forecast(seconds, at)));
    }

    public Optional<Note> note() {
        return calling.note();
    }

    public Lane note(Optional<Note> next) {
        return with(calling.noted(next));
    }

    private Lane with(Calling next) {
        return new Lane(number, standing, language, lastSale, sale, next, lastSeen, hub, staff);
    }

    public Lane confirmedByHub(long position) {
        return with(new HubProgress(Math.max(hubConfirmed(), position), hubOrders()));
    }

    public Lane orderedByHub(String stream, long order) {
        TreeMap<String, Long> orders = new TreeMap<>(hubOrders());
        orders.merge(stream, order, Math::max);
        return with(new HubProgress(hubConfirmed(), orders));
    }

    private Lane with(HubProgress next) {
        return new Lane(number, standing, language, lastSale, sale, calling, lastSeen, next, staff);
    }

    public Lane with(Staff next) {
        return new Lane(number, standing, language, lastSale, sale, calling, lastSeen, hub, next);
    }
}
