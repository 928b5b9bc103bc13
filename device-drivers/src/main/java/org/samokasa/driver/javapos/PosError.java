package org.samokasa.driver.javapos;

import jpos.JposConst;
import jpos.JposException;
import org.samokasa.devices.Health;

/**
 * What an exception of JavaPOS means for the machine.
 *
 * @param cause what a human can do about it
 * @param gone true when the device must be opened anew
 */
record PosError(Health.Cause cause, String detail, boolean gone) {
    static PosError of(String name, Exception e) {
        if (!(e instanceof JposException failure)) {
            return new PosError(Health.Cause.FAULT, name + ": the service failed: " + e, false);
        }
        String text = name + ": JavaPOS error " + failure.getErrorCode()
                + (failure.getErrorCodeExtended() == 0 ? "" : "/" + failure.getErrorCodeExtended())
                + (failure.getMessage() == null ? "" : ", " + failure.getMessage());
        return switch (failure.getErrorCode()) {
            case JposConst.JPOS_E_NOEXIST ->
                new PosError(Health.Cause.SETTINGS, "jpos.xml has no entry " + name + " (case matters)", true);
            case JposConst.JPOS_E_NOSERVICE -> new PosError(Health.Cause.SETTINGS, text, true);
            case JposConst.JPOS_E_CLAIMED ->
                new PosError(Health.Cause.BUSY, name + " is held by another program", true);
            case JposConst.JPOS_E_NOHARDWARE,
                    JposConst.JPOS_E_OFFLINE,
                    JposConst.JPOS_E_CLOSED,
                    JposConst.JPOS_E_NOTCLAIMED,
                    JposConst.JPOS_E_DISABLED -> new PosError(Health.Cause.NOT_CONNECTED, text, true);
            case JposConst.JPOS_E_BUSY -> new PosError(Health.Cause.BUSY, text, false);
            default -> new PosError(Health.Cause.FAULT, text, false);
        };
    }

    static boolean is(Exception e, int code) {
        return e instanceof JposException failure && failure.getErrorCode() == code;
    }

    /** The code behind E_EXTENDED; 0 when it is another error. */
    static int extended(Exception e) {
        return e instanceof JposException failure && failure.getErrorCode() == JposConst.JPOS_E_EXTENDED
                ? failure.getErrorCodeExtended()
                : 0;
    }
}
