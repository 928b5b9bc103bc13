package org.samokasa.soak.check;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.samokasa.kiosk.lane.CardPayment;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.lane.MachineState;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.Sale;
import org.samokasa.soak.shop.LaneStation;
import org.samokasa.soak.world.InvariantBroken;
import org.samokasa.soak.world.World;

/** Invariant I6: a minute after its last trouble a lane sells, or has called a human and says so on its screen. */
public final class Liveness {
    private static final long RECOVERY_MILLIS = 60_000;

    /** Nobody may be kept waiting for a terminal longer than its own limits together. */
    private static final Duration PAYMENT_AT_MOST = Duration.ofMinutes(6);

    private static final Duration RECEIPT_AT_MOST = Duration.ofSeconds(150);
    private static final Duration THANKS_AT_MOST = Duration.ofSeconds(30);

    /** A shopper is gone: after its own waits and a walk of the attendant the lane must be getting help. */
    private static final long ABANDONED_MILLIS = 180_000;

    private final World world;
    private final Map<Integer, Left> abandoned = new HashMap<>();

    /** A visit at which nobody stands and which nobody is called for. */
    private record Left(long sale, long since) {}

    public Liveness(World world) {
        this.world = world;
    }

    /**
     * Looks at one lane.
     *
     * @param wholeAt    when its last trouble was over
     * @param aloneSince since when nobody stands there, who came and went since the last look included; far away while
     *     somebody does
     */
    public void look(LaneStation lane, long wholeAt, long aloneSince) {
        if (!lane.isOn() || world.nowMillis() - RECOVERY_MILLIS < wholeAt) {
            abandoned.remove(lane.number());
            return;
        }
        LaneView view = lane.view();
        if (view.stopped().isPresent()) {
            throw broken(lane, "has stopped: " + view.stopped().get());
        }
        if (view.lane().orders().pause().isPresent()) {
            throw broken(lane, "stands still although nobody wants it to");
        }
        machines(lane, view);
        if (view.lane().help().isEmpty()) {
            waits(lane, view);
        }
        abandoned(lane, view, view.lane().help().isEmpty() ? aloneSince : Long.MAX_VALUE);
    }

    private void machines(LaneStation lane, LaneView view) {
        for (String name :
                new String[] {Readings.SCANNER, Readings.TERMINAL, Readings.PRODUCE_SCALE, Readings.BAGGING_SCALE}) {
            Optional<MachineState> state = view.readings().machine(name);
            boolean usable = state.map(known -> known.usable()
                            || Duration.between(known.since(), view.at()).toMillis() < RECOVERY_MILLIS)
                    .orElse(false);
            if (!usable) {
                throw broken(lane, "has a working " + name + " and takes it for " + state);
            }
        }
        // A terminal that was told to hang up during its next payment does so long after that trouble was planned.
        boolean terminal = view.readings().isUsable(Readings.TERMINAL);
        if (terminal && view.lane().phase() == Phase.OUT_OF_SERVICE
                || view.lane().phase() == Phase.CLOSED) {
            throw broken(lane, "is " + view.lane().phase() + " with everything in order");
        }
    }

    private void waits(LaneStation lane, LaneView view) {
        Duration inPhase = Duration.between(view.lane().phaseSince(), view.at());
        boolean late = switch (view.lane().phase()) {
            case RECEIPT -> inPhase.compareTo(RECEIPT_AT_MOST) > 0;
            case THANKS -> inPhase.compareTo(THANKS_AT_MOST) > 0 && !ratesNow(view);
            default -> false;
        };
        if (late) {
            throw broken(lane, "stands at " + view.lane().phase() + " for " + inPhase);
        }
        Optional<CardPayment> payment = view.lane().sale().flatMap(Sale::payment);
        if (view.lane().phase() == Phase.PAYING && payment.isPresent()) {
            pays(lane, payment.get(), Duration.between(payment.get().changedAt(), view.at()));
        }
    }

    /** Whoever touches faces and reasons is not cut off. */
    private static boolean ratesNow(LaneView view) {
        return view.lane()
                .helped()
                .filter(helped -> Duration.between(helped.ratedAt(), view.at()).compareTo(THANKS_AT_MOST) < 0)
                .isPresent();
    }

    private void pays(LaneStation lane, CardPayment payment, Duration since) {
        boolean late = switch (payment.state()) {
            case INTENDED -> since.compareTo(PAYMENT_AT_MOST) > 0;
            case IN_DOUBT, APPROVED, REVERSING -> since.toMillis() > RECOVERY_MILLIS;
            case REFUSED, FINISHED -> false;
        };
        if (late) {
            throw broken(lane, "keeps a payment " + payment.state() + " for " + since + " and calls nobody");
        }
    }

    private void abandoned(LaneStation lane, LaneView view, long untendedSince) {
        boolean left = view.lane().phase() == Phase.SHOPPING || view.lane().phase() == Phase.PAYING;
        boolean waiting = view.lane()
                .sale()
                .flatMap(Sale::payment)
                .filter(payment -> view.lane().phase() == Phase.PAYING)
                .map(CardPayment::holdsTheSale)
                .orElse(false);
        if (untendedSince == Long.MAX_VALUE || !left || waiting) {
            abandoned.remove(lane.number());
            return;
        }
        long sale = view.lane().lastSale();
        Left before = abandoned.get(lane.number());
        if (before == null || before.sale() != sale) {
            abandoned.put(lane.number(), new Left(sale, world.nowMillis()));
        } else if (world.nowMillis() - Math.max(before.since(), untendedSince) > ABANDONED_MILLIS) {
            throw broken(
                    lane,
                    "was left at " + view.lane().phase() + " and calls nobody: "
                            + view.lane().sale());
        }
    }

    private static InvariantBroken broken(LaneStation lane, String what) {
        return new InvariantBroken("I6", "lane " + lane.number() + " " + what);
    }
}
