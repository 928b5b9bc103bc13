package org.samokasa.driver.scale;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.Scale;
import org.samokasa.devices.ScaleEvent;
import org.samokasa.devices.Weighing;
import org.samokasa.driver.LinkedDevice;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scale.ScaleAnswer;
import org.samokasa.protocol.scale.ScaleDialect;
import org.samokasa.protocol.scale.ScalePace;
import org.samokasa.protocol.scale.ScaleSession;
import org.samokasa.protocol.scale.ScaleSession.Step;
import org.samokasa.transport.ByteLink;

/** A scale on a serial line, of any make whose dialect we have, set to kilograms. */
public class SerialScale extends LinkedDevice implements Scale {
    private final ScaleSession session;
    /** What was told last; null after silence or a watch, so that the next reading is told whatever it is. */
    private Weighing told;
    /** Survives "nothing new"; null when the load is unknown. */
    private Weighing.Stable lastStable;

    private boolean restarting;

    public SerialScale(DeviceName name, ByteLink link, ScaleDialect dialect, ScalePace pace) {
        super(name, link);
        session = new ScaleSession(dialect, pace);
    }

    @Override
    public final void watch(boolean closely) {
        session.watch(closely, lastPoll());
        told = null;
        wakeOwner();
    }

    @Override
    public final void zero() {
        session.zero(lastPoll());
        wakeOwner();
    }

    @Override
    protected final void opened(Instant at) {
        restarting = false;
        session.opened(at);
    }

    @Override
    protected final void lost(String why, Instant at) {
        session.lost();
        // A restart of our own because of silence must not hide the silence behind "not connected".
        if (restarting) {
            restarting = false;
            return;
        }
        impossible(isDown(Health.Cause.NOT_CONNECTED, why, at), at);
    }

    @Override
    protected final void received(Bytes bytes, Instant at) {
        act(session.received(bytes, at), at);
    }

    @Override
    protected final void due(Instant at) {
        act(session.poll(at), at);
    }

    @Override
    protected final Optional<Instant> talkDue() {
        return session.nextDue();
    }

    private void act(List<Step> steps, Instant at) {
        for (Step step : steps) {
            if (step instanceof Step.Send send) {
                link().send(send.bytes());
            } else if (step instanceof Step.Answered answered) {
                take(answered.answer(), at);
            } else if (step instanceof Step.NoAnswer) {
                impossible(new Health.Down(Health.Cause.NO_ANSWER, "the scale does not answer", at), at);
            } else if (step instanceof Step.Dead dead) {
                dead(dead, at);
            }
        }
    }

    private void dead(Step.Dead dead, Instant at) {
        boolean silent = dead.rubbish().isEmpty();
        Health.Down down = silent
                ? isDown(Health.Cause.NO_ANSWER, "connected and silent", at)
                : isDown(Health.Cause.GARBLED, "answers cannot be read, check data bits and parity", at);
        impossible(down, at);
        restarting = true;
        link().restart(silent ? "the scale is silent" : "the scale cannot be understood");
    }

    private void take(ScaleAnswer answer, Instant at) {
        Optional<Health.Down> trouble = trouble(answer, at);
        if (trouble.isPresent()) {
            Health.Down why = trouble.get();
            impossible(isDown(why.cause(), why.detail(), at), at);
            return;
        }
        isUp(at);
        if (answer instanceof ScaleAnswer.NothingNew) {
            if (lastStable != null) {
                tellIfNew(lastStable, at);
            }
            return;
        }
        Weighing weighing = weighing(answer);
        lastStable = weighing instanceof Weighing.Stable stable ? stable : null;
        tellIfNew(weighing, at);
    }

    /** What an answer says of the scale itself when it cannot weigh. */
    private static Optional<Health.Down> trouble(ScaleAnswer answer, Instant at) {
        if (answer instanceof ScaleAnswer.Pounds pounds) {
            return down(Health.Cause.SETTINGS, "the scale is set to pounds (" + pounds.digits() + ")", at);
        }
        if (answer instanceof ScaleAnswer.OutsideZeroRange) {
            return down(Health.Cause.NEEDS_ZERO, "switched on with a load: clear the platter and zero", at);
        }
        if (answer instanceof ScaleAnswer.NotReady not) {
            return down(Health.Cause.BUSY, not.why(), at);
        }
        if (answer instanceof ScaleAnswer.Refused refused) {
            return down(Health.Cause.SETTINGS, refused.why(), at);
        }
        if (answer instanceof ScaleAnswer.Fault fault) {
            return down(Health.Cause.FAULT, fault.why(), at);
        }
        return Optional.empty();
    }

    private static Optional<Health.Down> down(Health.Cause cause, String detail, Instant at) {
        return Optional.of(new Health.Down(cause, detail, at));
    }

    private static Weighing weighing(ScaleAnswer answer) {
        if (answer instanceof ScaleAnswer.Weight weight) {
            return new Weighing.Stable(weight.grams());
        }
        if (answer instanceof ScaleAnswer.Zero) {
            return new Weighing.Stable(0);
        }
        if (answer instanceof ScaleAnswer.UnderZero) {
            return new Weighing.BelowZero();
        }
        if (answer instanceof ScaleAnswer.UnderMinimum) {
            return new Weighing.BelowMinimum();
        }
        if (answer instanceof ScaleAnswer.OverCapacity) {
            return new Weighing.Overload();
        }
        if (answer instanceof ScaleAnswer.Moving) {
            return new Weighing.Moving();
        }
        throw new AssertionError("no reading for " + answer);
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
