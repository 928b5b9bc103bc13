package org.samokasa.kiosk.lane;

import java.time.Instant;
import java.util.Optional;

/**
 * What staff want of an open lane. Both stand until they are lifted, also over a restart.
 *
 * @param pause the lane stands still: nothing is added, taken off or paid; a payment that runs is finished
 * @param close the lane closes when the present shopper has gone
 */
public record StaffOrders(Optional<Given> pause, Optional<Given> close) {
    public static final StaffOrders NONE = new StaffOrders(Optional.empty(), Optional.empty());

    /** Who ordered it, and when on the lane's clock. */
    public record Given(String by, Instant at) {}

    public StaffOrders paused(Optional<Given> next) {
        return new StaffOrders(next, close);
    }

    public StaffOrders closing(Optional<Given> next) {
        return new StaffOrders(pause, next);
    }
}
