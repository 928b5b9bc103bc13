package org.samokasa.driver.javapos;

import java.time.Instant;
import java.util.Optional;
import jpos.JposConst;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.driver.LinkedDevice;
import org.samokasa.protocol.Bytes;

/** What all JavaPOS devices have in common. */
abstract class PosDevice extends LinkedDevice {
    private final PosLink pos;
    private final String logicalName;

    PosDevice(DeviceName name, String logicalName, PosLink pos) {
        super(name, pos);
        this.logicalName = logicalName;
        this.pos = pos;
    }

    final PosLink pos() {
        return pos;
    }

    final PosError error(Exception e) {
        return PosError.of(logicalName, e);
    }

    /** An exception without a meaning of its own: the connection is over, or the machine reports a fault. Any thread. */
    final void failed(Exception e) {
        PosError error = error(e);
        if (error.gone()) {
            pos.gone(error);
        } else {
            pos.tell(at -> isDown(error.cause(), error.detail(), at));
        }
    }

    /** Power as StatusUpdateEvents tell it; true when the status was about power. Any thread. */
    final boolean power(int status) {
        switch (status) {
            case JposConst.JPOS_SUE_POWER_ONLINE -> pos.tell(this::isUp);
            case JposConst.JPOS_SUE_POWER_OFF, JposConst.JPOS_SUE_POWER_OFFLINE, JposConst.JPOS_SUE_POWER_OFF_OFFLINE ->
                pos.tell(at -> powerLost(at));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The machine says that it is switched off; its service stays open and tells when it is back. */
    void powerLost(Instant at) {
        isDown(Health.Cause.NOT_CONNECTED, logicalName + " is switched off or unplugged", at);
    }

    @Override
    protected void opened(Instant at) {
        isUp(at);
    }

    @Override
    protected void lost(String why, Instant at) {
        isDown(pos.whyDown(), why, at);
    }

    @Override
    protected final void received(Bytes bytes, Instant at) {
        throw new AssertionError("JavaPOS carries no bytes");
    }

    @Override
    protected void due(Instant at) {
        pos.deliver(at);
    }

    @Override
    protected Optional<Instant> talkDue() {
        return Optional.empty();
    }
}
