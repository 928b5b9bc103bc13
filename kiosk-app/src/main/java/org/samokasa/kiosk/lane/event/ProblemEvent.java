package org.samokasa.kiosk.lane.event;

import java.time.Instant;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.Problem;

/** Problems come and go. */
public sealed interface ProblemEvent extends LaneEvent {
    record ProblemOpened(Instant at, Problem problem) implements ProblemEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.sale(sale -> sale.plus(problem));
        }
    }

    record ProblemResolved(Instant at, String problem, Problem.Outcome outcome, String by, String reason)
            implements ProblemEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.sale(sale -> sale.resolved(problem, new Problem.Resolution(at, outcome, by, reason)));
        }
    }

    /** A human confirmed that the shopper is at least this old; holds for the visit. */
    record AgeApproved(Instant at, int years, String by) implements ProblemEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.sale(sale -> sale.withAgeApproved(years));
        }
    }
}
