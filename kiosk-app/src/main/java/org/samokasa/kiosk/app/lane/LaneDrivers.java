package org.samokasa.kiosk.app.lane;

import org.samokasa.driver.Drivers;

/** The drivers a lane's configuration may name. */
final class LaneDrivers {
    private LaneDrivers() {}

    static Drivers all() {
        return Drivers.standard();
    }
}
