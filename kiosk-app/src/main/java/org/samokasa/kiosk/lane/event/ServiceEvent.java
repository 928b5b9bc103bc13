package org.samokasa.kiosk.lane.event;

import java.time.Instant;
import java.util.Optional;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.Sale;
import org.samokasa.kiosk.lane.StaffOrders;

/** The lane opens, closes, greets and says good-bye. */
public sealed interface ServiceEvent extends LaneEvent {
    record LaneOpened(Instant at) implements ServiceEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.in(Phase.ATTRACT, at)
                    .with(Optional.empty())
                    .outOfService("")
                    .with(StaffOrders.NONE);
        }
    }

    record LaneClosed(Instant at, String by) implements ServiceEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.in(Phase.CLOSED, at).with(StaffOrders.NONE);
        }
    }

    /** Staff have the lane stand still. */
    record LanePaused(Instant at, String by) implements ServiceEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.with(lane.orders().paused(Optional.of(new StaffOrders.Given(by, at))));
        }
    }

    /** It goes on; the shopper's waiting times begin anew. */
    record LaneResumed(Instant at, String by) implements ServiceEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.with(lane.orders().paused(Optional.empty())).seen(at);
        }
    }

    /** The lane closes when the present shopper has gone. */
    record ClosingOrdered(Instant at, String by) implements ServiceEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.with(lane.orders().closing(Optional.of(new StaffOrders.Given(by, at))));
        }
    }

    /** It stays open after all. */
    record ClosingLifted(Instant at, String by) implements ServiceEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.with(lane.orders().closing(Optional.empty()));
        }
    }

    record ServiceLost(Instant at, String machine) implements ServiceEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.in(Phase.OUT_OF_SERVICE, at).outOfService(machine);
        }
    }

    record ServiceRestored(Instant at) implements ServiceEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.in(Phase.ATTRACT, at).outOfService("");
        }
    }

    record LanguageChosen(Instant at, Language language) implements ServiceEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.speaking(language).seen(at);
        }
    }

    /** The shopper gave a sign of life that changes nothing else. */
    record ShopperSeen(Instant at) implements ServiceEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.seen(at);
        }
    }

    /** @param bagOffsetGrams what lay in the bagging area when the visit began */
    record SaleStarted(Instant at, long number, int bagOffsetGrams) implements ServiceEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.in(Phase.SHOPPING, at)
                    .with(Optional.of(Sale.started(number, at, bagOffsetGrams)))
                    .seen(at);
        }
    }

    /** A visit that ended without payment. Its number stays used. */
    record SaleVoided(Instant at, long number, String by, String reason) implements ServiceEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.in(Phase.ATTRACT, at).with(Optional.empty());
        }
    }

    /** Staff put the basket aside for another lane or another hour: the hub keeps it. Its number stays used. */
    record SaleSuspended(Instant at, long number, String by) implements ServiceEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.in(Phase.ATTRACT, at).with(Optional.empty());
        }
    }

    /**
     * The visit that has begun goes on with a basket that was put aside; its lines are written behind this.
     *
     * @param suspension what the hub calls it
     */
    record SaleRecalled(Instant at, long number, String suspension, String by) implements ServiceEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.seen(at);
        }
    }

    /** A basket that was put aside was sent here and could not go on here. */
    record RecallRefused(Instant at, String suspension) implements ServiceEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane;
        }
    }

    /** Paid, receipt answered: thank-you. */
    record SaleFinished(Instant at, long number) implements ServiceEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.in(Phase.THANKS, at);
        }
    }

    /** The visit is over; the lane speaks its own language again. */
    record ShopperLeft(Instant at, Language language) implements ServiceEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.in(Phase.ATTRACT, at).with(Optional.empty()).speaking(language);
        }
    }
}
