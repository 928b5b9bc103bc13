package org.samokasa.kiosk.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.lane.event.BasketEvent;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.kiosk.lane.event.PaymentEvent;
import org.samokasa.kiosk.lane.event.ProblemEvent;
import org.samokasa.kiosk.lane.event.ServiceEvent;

/**
 * What a shopper came through last, for whoever is called: each step is a screen they saw. It follows from the lane's facts
 * alone; the same step again is one.
 *
 * @param names the oldest first: {@code SCAN, WEIGH, REMOVE, LANGUAGE, PAY, NOT_PAID, BACK}, or the kind of a
 *     {@link Problem} that was opened
 */
public record LastSteps(List<String> names) {
    public static final LastSteps NONE = new LastSteps(List.of());

    /** More would be read by nobody who is on their way. */
    static final int KEPT = 4;

    public LastSteps {
        names = List.copyOf(names);
    }

    LastSteps after(LaneEvent event) {
        if (event instanceof ServiceEvent.SaleStarted || event instanceof ServiceEvent.ShopperLeft) {
            return NONE;
        }
        return step(event).map(this::plus).orElse(this);
    }

    private static Optional<String> step(LaneEvent event) {
        if (event instanceof BasketEvent.ItemAdded) {
            return Optional.of("SCAN");
        }
        if (event instanceof BasketEvent.WeighingBegun) {
            return Optional.of("WEIGH");
        }
        if (event instanceof BasketEvent.LineVoided) {
            return Optional.of("REMOVE");
        }
        if (event instanceof ServiceEvent.LanguageChosen) {
            return Optional.of("LANGUAGE");
        }
        if (event instanceof ProblemEvent.ProblemOpened opened) {
            return Optional.of(opened.problem().kind().name());
        }
        return ofPayment(event);
    }

    private static Optional<String> ofPayment(LaneEvent event) {
        if (event instanceof PaymentEvent.PaymentIntended) {
            return Optional.of("PAY");
        }
        if (event instanceof PaymentEvent.PaymentRefused) {
            return Optional.of("NOT_PAID");
        }
        return event instanceof PaymentEvent.PaymentLeft ? Optional.of("BACK") : Optional.empty();
    }

    private LastSteps plus(String step) {
        if (!names.isEmpty() && names.get(names.size() - 1).equals(step)) {
            return this;
        }
        List<String> more = new ArrayList<>(names);
        more.add(step);
        return new LastSteps(more.subList(Math.max(0, more.size() - KEPT), more.size()));
    }
}
