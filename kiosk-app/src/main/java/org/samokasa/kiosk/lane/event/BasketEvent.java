package org.samokasa.kiosk.lane.event;

import java.time.Instant;
import java.util.Optional;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.lane.Lane;

/** What goes into the basket and out of it. */
public sealed interface BasketEvent extends LaneEvent {
    record ItemAdded(Instant at, Line line) implements BasketEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.sale(sale -> sale.plus(line)).seen(at);
        }
    }

    /** A line and all that hang on it. @param by {@code shopper} or an attendant's name */
    record LineVoided(Instant at, int line, String by) implements BasketEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.sale(sale -> sale.without(line)).seen(at);
        }
    }

    record WeighingBegun(Instant at, ItemKey item) implements BasketEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.sale(sale -> sale.weighing(Optional.of(item))).seen(at);
        }
    }

    record WeighingEnded(Instant at) implements BasketEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.sale(sale -> sale.weighing(Optional.empty())).seen(at);
        }
    }

    /** The bagging scale showed what a line of unknown weight weighs. */
    record BagWeightLearnt(Instant at, int line, int grams) implements BasketEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.sale(sale -> sale.learnt(line, grams));
        }
    }

    /** The difference is accepted from here on. */
    record BagOffsetSet(Instant at, int grams, String by) implements BasketEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.sale(sale -> sale.withBagOffset(grams));
        }
    }
}
