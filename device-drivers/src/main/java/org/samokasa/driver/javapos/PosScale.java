package org.samokasa.driver.javapos;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jpos.JposConst;
import jpos.JposException;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.Scale;
import org.samokasa.devices.ScaleEvent;
import org.samokasa.devices.Weighing;

/** A JavaPOS scale, asked again and again. */
final class PosScale extends PosDevice implements Scale {
    /** How long the service waits for a load at rest before it says E_TIMEOUT. */
    private static final int READ_MILLIS = 1_000;

    private static final Duration PAUSE_WATCHED = Duration.ofMillis(200);
    private static final Duration PAUSE_IDLE = Duration.ofMillis(1_500);
    private static final int OVER = 201;
    private static final int UNDER_ZERO = 202;
    private static final int SAME_WEIGHT = 203;
    private static final int UNDERWEIGHT = 204;
    /** Grams in a unit, by its number (sheet section 4): g, kg, oz, lb. */
    private static final BigDecimal[] GRAMS = {
        BigDecimal.ONE, new BigDecimal(1_000), new BigDecimal("28.349523125"), new BigDecimal("453.59237")
    };

    private final jpos.Scale control;
    private boolean watched;
    private boolean asking;
    private Instant askAt = Instant.EPOCH;
    /** What was told last; null after a watch, so that the next reading is told whatever it is. */
    private Weighing told;
    /** What "the same weight" means; null when the load is unknown. */
    private Weighing.Stable lastStable;

    PosScale(DeviceName name, String logicalName) {
        this(name, logicalName, new jpos.Scale());
    }

    private PosScale(DeviceName name, String logicalName, jpos.Scale control) {
        // Services before 1.13 have no such property; an empty platter then looks like a load that never rests.
        super(
                name,
                logicalName,
                new PosLink(logicalName, control, () -> PosLink.quietly(() -> control.setZeroValid(true))));
        this.control = control;
        control.addStatusUpdateListener(event -> power(event.getStatus()));
    }

    @Override
    public void watch(boolean closely) {
        watched = closely;
        told = null;
        askAt = lastPoll();
        wakeOwner();
    }

    @Override
    public void zero() {
        pos().call(control::zeroScale, this::weighingFailed);
    }

    @Override
    protected void opened(Instant at) {
        super.opened(at);
        askAt = at;
        asking = false;
    }

    @Override
    protected void lost(String why, Instant at) {
        impossible(isDown(pos().whyDown(), why, at), at);
    }

    @Override
    void powerLost(Instant at) {
        super.powerLost(at);
        impossible((Health.Down) health(), at);
    }

    @Override
    protected void due(Instant at) {
        super.due(at);
        if (link().isOpen() && !asking && !at.isBefore(askAt)) {
            asking = true;
            pos().call(this::weigh, this::weighingFailed);
        }
    }

    @Override
    protected Optional<Instant> talkDue() {
        return link().isOpen() && !asking ? Optional.of(askAt) : Optional.empty();
    }

    private void weigh() throws JposException {
        int[] weight = new int[1];
        control.readWeight(weight, READ_MILLIS);
        int unit = control.getWeightUnit();
        if (unit < 1 || unit > GRAMS.length || weight[0] < 0) {
            throw new JposException(
                    JposConst.JPOS_E_FAILURE, "weight " + weight[0] + " in unit " + unit + " makes no sense");
        }
        Weighing.Stable stable = new Weighing.Stable(grams(weight[0], unit));
        pos().tell(at -> {
            lastStable = stable;
            reading(stable, at);
        });
    }

    /** The service gives thousandths of its unit. */
    static int grams(int thousandths, int unit) {
        return BigDecimal.valueOf(thousandths)
                .multiply(GRAMS[unit - 1])
                .divide(BigDecimal.valueOf(1_000), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    private void weighingFailed(Exception e) {
        int extended = PosError.extended(e);
        // Below the least weight it may sell by is neither nothing nor a weight: it goes on being "not yet".
        if (PosError.is(e, JposConst.JPOS_E_TIMEOUT) || extended == UNDERWEIGHT) {
            pos().tell(at -> unstable(new Weighing.Moving(), at));
        } else if (extended == OVER) {
            pos().tell(at -> unstable(new Weighing.Overload(), at));
        } else if (extended == UNDER_ZERO) {
            pos().tell(at -> unstable(new Weighing.BelowZero(), at));
        } else if (extended == SAME_WEIGHT) {
            pos().tell(at -> reading(lastStable == null ? new Weighing.Moving() : lastStable, at));
        } else {
            PosError error = error(e);
            if (error.gone()) {
                pos().gone(error);
            } else {
                pos().tell(at -> {
                    askLater(at);
                    impossible(isDown(error.cause(), error.detail(), at), at);
                });
            }
        }
    }

    private void unstable(Weighing weighing, Instant at) {
        lastStable = null;
        reading(weighing, at);
    }

    private void reading(Weighing weighing, Instant at) {
        askLater(at);
        isUp(at);
        tellIfNew(weighing, at);
    }

    private void askLater(Instant at) {
        asking = false;
        askAt = at.plus(watched ? PAUSE_WATCHED : PAUSE_IDLE);
    }

    private void impossible(Health.Down why, Instant at) {
        lastStable = null;
        boolean alreadyToldSo =
                told instanceof Weighing.Impossible before && before.why().cause() == why.cause();
        if (!alreadyToldSo) {
            tellIfNew(new Weighing.Impossible(why), at);
        }
    }

    private void tellIfNew(Weighing weighing, Instant at) {
        if (!weighing.equals(told)) {
            told = weighing;
            tell(new ScaleEvent.Weighed(name(), at, weighing));
        }
    }
}
