package org.samokasa.driver.scale;

import java.time.Instant;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.Scale;
import org.samokasa.devices.ScaleEvent;
import org.samokasa.devices.Weighing;
import org.samokasa.driver.LinkedDevice;
import org.samokasa.transport.ByteLink;

/** What scales on USB have in common: each reading is told once, and what cannot be weighed is never a number. */
abstract class TellingScale extends LinkedDevice implements Scale {
    /** What was told last; null after silence or a watch, so that the next reading is told whatever it is. */
    private Weighing told;

    private boolean restarting;

    TellingScale(DeviceName name, ByteLink link) {
        super(name, link);
    }

    @Override
    protected void opened(Instant at) {
        restarting = false;
    }

    /** The session is told by the subclass before. */
    @Override
    protected void lost(String why, Instant at) {
        // A restart of our own because of silence must not hide the silence behind "not connected".
        if (restarting) {
            restarting = false;
            return;
        }
        impossible(isDown(Health.Cause.NOT_CONNECTED, why, at), at);
    }

    /** The next reading is told even if it is the one told before. */
    final void forgetTold() {
        told = null;
    }

    final void restart(boolean silent, Instant at) {
        Health.Down down = silent
                ? isDown(Health.Cause.NO_ANSWER, "attached and silent", at)
                : isDown(Health.Cause.GARBLED, "its reports cannot be read", at);
        impossible(down, at);
        restarting = true;
        link().restart(silent ? "the scale is silent" : "the scale cannot be understood");
    }

    final void impossible(Health.Down why, Instant at) {
        boolean alreadyToldSo =
                told instanceof Weighing.Impossible before && before.why().cause() == why.cause();
        if (!alreadyToldSo) {
            tellIfNew(new Weighing.Impossible(why), at);
        }
    }

    /** A reading that proves the scale well. */
    final void reading(Weighing weighing, Instant at) {
        isUp(at);
        tellIfNew(weighing, at);
    }

    private void tellIfNew(Weighing weighing, Instant at) {
        if (!weighing.equals(told)) {
            told = weighing;
            tell(new ScaleEvent.Weighed(name(), at, weighing));
        }
    }
}
