package org.samokasa.driver.scale;

import java.time.Instant;
import java.util.Optional;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.Weighing;
import org.samokasa.driver.HidKind;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.hidscale.HidScaleLayout;
import org.samokasa.protocol.hidscale.HidScaleReading;
import org.samokasa.protocol.hidscale.HidScaleSession;
import org.samokasa.protocol.hidscale.HidScaleSession.Step;
import org.samokasa.transport.ByteLink;

/** A HID scale, which reports by itself. As a rule such scales are not approved for selling by weight. */
public final class HidScale extends TellingScale {
    private final HidScaleSession session = new HidScaleSession();

    public HidScale(DeviceName name, ByteLink link) {
        super(name, link);
    }

    /** It reports as fast as it likes; a watch only makes sure that the present reading is told. */
    @Override
    public void watch(boolean closely) {
        forgetTold();
    }

    @Override
    public void zero() {
        session.zero();
        wakeOwner();
    }

    @Override
    protected void described(Bytes descriptor, Instant at) {
        Optional<String> mismatch = HidKind.mismatch(descriptor, "HID scale", HidScaleLayout.SCALE);
        if (mismatch.isPresent()) {
            impossible(isDown(Health.Cause.SETTINGS, mismatch.get(), at), at);
        } else {
            session.opened(descriptor, at);
        }
    }

    @Override
    protected void lost(String why, Instant at) {
        session.lost();
        super.lost(why, at);
    }

    @Override
    protected void received(Bytes report, Instant at) {
        session.received(report, at).forEach(step -> act(step, at));
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
        } else if (step instanceof Step.Silent silent) {
            restart(silent.rubbish().isEmpty(), at);
        } else if (step instanceof Step.Read read) {
            take(read.reading(), at);
        }
    }

    private void take(HidScaleReading reading, Instant at) {
        if (reading instanceof HidScaleReading.Stable stable) {
            reading(new Weighing.Stable(stable.grams()), at);
        } else if (reading instanceof HidScaleReading.Zero) {
            reading(new Weighing.Stable(0), at);
        } else if (reading instanceof HidScaleReading.Moving) {
            reading(new Weighing.Moving(), at);
        } else if (reading instanceof HidScaleReading.BelowZero) {
            reading(new Weighing.BelowZero(), at);
        } else if (reading instanceof HidScaleReading.Overload) {
            reading(new Weighing.Overload(), at);
        } else if (reading instanceof HidScaleReading.NeedsZero) {
            impossible(isDown(Health.Cause.NEEDS_ZERO, "clear the platter and zero the scale", at), at);
        } else if (reading instanceof HidScaleReading.NeedsCalibration) {
            impossible(isDown(Health.Cause.FAULT, "the scale must be calibrated", at), at);
        } else {
            impossible(isDown(Health.Cause.FAULT, "the scale reports a fault", at), at);
        }
    }
}
