package org.samokasa.kiosk.lane.rules;

import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.Refusal;
import org.samokasa.kiosk.lane.event.ServiceEvent.ClosingLifted;
import org.samokasa.kiosk.lane.event.ServiceEvent.ClosingOrdered;
import org.samokasa.kiosk.lane.event.ServiceEvent.LaneClosed;
import org.samokasa.kiosk.lane.event.ServiceEvent.LaneOpened;
import org.samokasa.kiosk.lane.event.ServiceEvent.LanePaused;
import org.samokasa.kiosk.lane.event.ServiceEvent.LaneResumed;

/** What staff order of the lane as a whole. An order that is carried out already changes nothing. */
final class OrderRules {
    private OrderRules() {}

    /** Opens a closed lane; one that was to close stays open. */
    static void open(Deciding d, String by) {
        if (d.lane().phase() == Phase.CLOSED) {
            d.record(new LaneOpened(d.now()));
        } else if (d.lane().orders().close().isPresent()) {
            d.record(new ClosingLifted(d.now(), by));
        }
    }

    /** Closes a lane where nobody is; elsewhere the shopper is served to the end and nobody new comes. */
    static void close(Deciding d, String by) {
        if (nobodyIsHere(d)) {
            d.record(new LaneClosed(d.now(), by));
        } else if (d.lane().phase() != Phase.CLOSED && d.lane().orders().close().isEmpty()) {
            d.record(new ClosingOrdered(d.now(), by));
        }
    }

    static void pause(Deciding d, String by) {
        if (d.lane().phase() != Phase.CLOSED && d.lane().orders().pause().isEmpty()) {
            d.record(new LanePaused(d.now(), by));
        }
    }

    static void resume(Deciding d, String by) {
        if (d.lane().orders().pause().isPresent()) {
            d.record(new LaneResumed(d.now(), by));
        }
    }

    static void keepUp(Deciding d) {
        d.lane()
                .orders()
                .close()
                .filter(order -> nobodyIsHere(d))
                .ifPresent(order -> d.record(new LaneClosed(d.now(), order.by())));
    }

    static boolean isPaused(Deciding d) {
        return d.lane().orders().pause().isPresent();
    }

    /** True, and says so, when the shopper has to wait. */
    static boolean holds(Deciding d, String subject) {
        if (isPaused(d)) {
            d.refuse(Refusal.PAUSED, subject);
        }
        return isPaused(d);
    }

    private static boolean nobodyIsHere(Deciding d) {
        return d.lane().phase() == Phase.ATTRACT || d.lane().phase() == Phase.OUT_OF_SERVICE;
    }
}
