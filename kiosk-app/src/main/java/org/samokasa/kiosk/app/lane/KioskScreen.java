package org.samokasa.kiosk.app.lane;

/** Opens the Swing window of a lane. */
final class KioskScreen {
    private KioskScreen() {}

    static LaneScreen open(LaneProcess.ScreenParts parts) {
        throw new IllegalStateException("no screen for lane " + parts.config().number());
    }
}
