package org.samokasa.kiosk.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samokasa.kiosk.lane.event.BasketEvent;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.kiosk.lane.event.PaymentEvent;
import org.samokasa.kiosk.lane.event.ProblemEvent;
import org.samokasa.kiosk.lane.event.ServiceEvent;

/**
 * What goes less well than it should in the present visit. Not durable: after a restart it is learnt anew.
 *
 * @param progressAt when the visit last came a step further
 * @param refusedScans when scans were refused, the newest last
 * @param weightAsked when basket and bagging area disagreed, the newest last
 * @param declines cards declined in this visit
 */
public record Friction(Instant progressAt, List<Instant> refusedScans, List<Instant> weightAsked, int declines) {
    static final Friction NONE = new Friction(Instant.EPOCH, List.of(), List.of(), 0);

    /** As many as any limit looks at; older ones are forgotten. */
    private static final int KEPT_MAX = 8;

    /** How it shows that somebody could do with help. */
    public enum Sign {
        STUCK_STEP,
        REFUSED_SCANS,
        WEIGHT_PING_PONG,
        DECLINED_TWICE
    }

    /**
     * From when on a shopper is offered help; first values of our own, to be set anew from a shop's measured visits.
     *
     * @param stuckAfter no step further for this long: three quarters of the time after which an open basket is idle
     *     (UX.md section 9), so that the offer comes before the question whether anybody is there
     * @param presence a touch this fresh says that somebody is trying
     * @param refusals refused scans within {@code refusedWithin}
     * @param weightAsks times the bagging area disagreed within {@code weightWithin}
     * @param declines cards declined in one visit
     * @param stands how long an offer stands (UX.md, S25)
     * @param pause between two offers of one visit
     * @param busySeconds no offer while the last forecast was longer: nobody is free, and an offer would be no help
     * @param forecastGood and that forecast is not older than this
     */
    public record Limits(
            Duration stuckAfter,
            Duration presence,
            int refusals,
            Duration refusedWithin,
            int weightAsks,
            Duration weightWithin,
            int declines,
            Duration stands,
            Duration pause,
            int busySeconds,
            Duration forecastGood) {
        static Limits standard() {
            return new Limits(
                    Duration.ofSeconds(45),
                    Duration.ofSeconds(10),
                    3,
                    Duration.ofSeconds(30),
                    3,
                    Duration.ofMinutes(2),
                    2,
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(5),
                    90,
                    Duration.ofMinutes(5));
        }
    }

    public Friction {
        refusedScans = List.copyOf(refusedScans);
        weightAsked = List.copyOf(weightAsked);
    }

    /** What this fact says of how it goes. */
    public Friction after(LaneEvent event) {
        if (event instanceof ServiceEvent.SaleStarted) {
            return new Friction(event.at(), List.of(), List.of(), 0);
        }
        if (event instanceof ProblemEvent.ProblemOpened opened
                && opened.problem().kind() == Problem.Kind.WEIGHT_MISMATCH) {
            return new Friction(progressAt, refusedScans, with(weightAsked, event.at()), declines);
        }
        if (event instanceof PaymentEvent.PaymentRefused refused && refused.refusal() == CardPayment.Refusal.DECLINED) {
            return new Friction(event.at(), refusedScans, weightAsked, declines + 1);
        }
        boolean further = event instanceof BasketEvent.ItemAdded
                || event instanceof BasketEvent.LineVoided
                || event instanceof BasketEvent.WeighingBegun
                || event instanceof ProblemEvent.ProblemResolved
                || event instanceof PaymentEvent;
        return further ? new Friction(event.at(), refusedScans, weightAsked, declines) : this;
    }

    /** A scan was refused, for whatever reason the shopper may not understand. */
    public Friction scanRefused(Instant at) {
        return new Friction(progressAt, with(refusedScans, at), weightAsked, declines);
    }

    /** Whether the last thing that was tried was a scan, and it was refused. */
    public boolean isScanRefused() {
        return !refusedScans.isEmpty()
                && !refusedScans.get(refusedScans.size() - 1).isBefore(progressAt);
    }

    /** @param touched last touch of the shopper */
    public Optional<Sign> sign(Limits limits, Instant touched, Instant now) {
        if (declines >= limits.declines()) {
            return Optional.of(Sign.DECLINED_TWICE);
        }
        if (within(refusedScans, limits.refusedWithin(), now) >= limits.refusals()) {
            return Optional.of(Sign.REFUSED_SCANS);
        }
        if (within(weightAsked, limits.weightWithin(), now) >= limits.weightAsks()) {
            return Optional.of(Sign.WEIGHT_PING_PONG);
        }
        boolean stuck = !now.isBefore(progressAt.plus(limits.stuckAfter()));
        boolean trying = touched.isAfter(progressAt) && !now.isAfter(touched.plus(limits.presence()));
        return stuck && trying ? Optional.of(Sign.STUCK_STEP) : Optional.empty();
    }

    private static List<Instant> with(List<Instant> before, Instant at) {
        return Stream.concat(before.stream().skip(Math.max(0, before.size() + 1 - KEPT_MAX)), Stream.of(at))
                .toList();
    }

    private static long within(List<Instant> times, Duration span, Instant now) {
        return times.stream().filter(at -> now.isBefore(at.plus(span))).count();
    }
}
