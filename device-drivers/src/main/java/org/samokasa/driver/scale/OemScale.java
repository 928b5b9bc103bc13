package org.samokasa.driver.scale;

import java.time.Instant;
import java.util.Optional;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.Weighing;
import org.samokasa.driver.HidKind;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.oemscale.OemScaleAnswer;
import org.samokasa.protocol.oemscale.OemScaleCodec;
import org.samokasa.protocol.oemscale.OemScaleSession;
import org.samokasa.protocol.oemscale.OemScaleSession.Step;
import org.samokasa.transport.ByteLink;

/** The scale of an IBM/OEM scanner-scale, set to kilograms. */
public final class OemScale extends TellingScale {
    private final OemScaleSession session = new OemScaleSession();
    private boolean fits;
    /** What a scale means that says "the same load as before"; null when the load is unknown. */
    private Weighing.Stable lastStable;

    public OemScale(DeviceName name, ByteLink link) {
        super(name, link);
    }

    @Override
    public void watch(boolean closely) {
        session.watch(closely, lastPoll());
        forgetTold();
        wakeOwner();
    }

    @Override
    public void zero() {
        session.zero(lastPoll());
        wakeOwner();
    }

    @Override
    protected void described(Bytes descriptor, Instant at) {
        Optional<String> mismatch = HidKind.mismatch(descriptor, "IBM/OEM scale", OemScaleCodec.SCALE);
        fits = mismatch.isEmpty();
        if (fits) {
            session.opened(at);
        } else {
            impossible(isDown(Health.Cause.SETTINGS, mismatch.get(), at), at);
        }
    }

    @Override
    protected void lost(String why, Instant at) {
        session.lost();
        lastStable = null;
        super.lost(why, at);
    }

    @Override
    protected void received(Bytes report, Instant at) {
        if (fits) {
            session.received(report, at).forEach(step -> act(step, at));
        }
    }

    @Override
    protected void due(Instant at) {
        session.poll(at).forEach(step -> act(step, at));
    }

    @Override
    protected Optional<Instant> talkDue() {
        return session.nextDue();
    }

    private void act(Step step, Instant at) {
        if (step instanceof Step.Send send) {
            link().send(send.bytes());
        } else if (step instanceof Step.Dead dead) {
            lastStable = null;
            restart(dead.rubbish().isEmpty(), at);
        } else if (step instanceof Step.NoAnswer) {
            lastStable = null;
            impossible(new Health.Down(Health.Cause.NO_ANSWER, "the scale does not answer", at), at);
        } else if (step instanceof Step.Answered answered) {
            take(answered.answer(), at);
        }
    }

    private void take(OemScaleAnswer answer, Instant at) {
        if (answer instanceof OemScaleAnswer.Duplicate) {
            if (lastStable != null) {
                reading(lastStable, at);
            }
            return;
        }
        lastStable = null;
        if (answer instanceof OemScaleAnswer.Weight weight) {
            lastStable = new Weighing.Stable(weight.grams());
            reading(lastStable, at);
        } else if (answer instanceof OemScaleAnswer.Zero) {
            lastStable = new Weighing.Stable(0);
            reading(lastStable, at);
        } else if (answer instanceof OemScaleAnswer.Moving) {
            reading(new Weighing.Moving(), at);
        } else if (answer instanceof OemScaleAnswer.BelowZero) {
            reading(new Weighing.BelowZero(), at);
        } else if (answer instanceof OemScaleAnswer.Overload) {
            reading(new Weighing.Overload(), at);
        } else {
            unusable(answer, at);
        }
    }

    private void unusable(OemScaleAnswer answer, Instant at) {
        if (answer instanceof OemScaleAnswer.NeedsZero) {
            impossible(isDown(Health.Cause.NEEDS_ZERO, "clear the platter and zero the scale", at), at);
        } else if (answer instanceof OemScaleAnswer.NotReady not) {
            impossible(isDown(Health.Cause.BUSY, not.why(), at), at);
        } else if (answer instanceof OemScaleAnswer.Settings wrong) {
            impossible(isDown(Health.Cause.SETTINGS, wrong.why(), at), at);
        } else if (answer instanceof OemScaleAnswer.Fault fault) {
            impossible(isDown(Health.Cause.FAULT, fault.why(), at), at);
        } else {
            restart(false, at);
        }
    }
}
