package org.samokasa.kiosk.lane.rules;

import java.time.Duration;
import java.time.Instant;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.Refusal;
import org.samokasa.kiosk.lane.Staff;
import org.samokasa.kiosk.lane.event.StaffEvent.SignInFailed;
import org.samokasa.kiosk.lane.event.StaffEvent.StaffLeft;
import org.samokasa.kiosk.lane.event.StaffEvent.StaffSignedIn;

/** Staff at the lane's own screen: only while nobody shops, and never long unattended. */
public final class StaffRules {
    /** An unattended page locks itself (UX.md, S28). */
    private static final Duration UNATTENDED = Duration.ofSeconds(60);

    private StaffRules() {}

    /** Nobody shops, nothing is being paid. */
    static boolean isIdle(Deciding d) {
        Phase phase = d.lane().phase();
        boolean quiet = phase == Phase.ATTRACT || phase == Phase.CLOSED || phase == Phase.OUT_OF_SERVICE;
        return quiet && d.lane().sale().isEmpty();
    }

    static void pinCompared(Deciding d, boolean right) {
        Staff staff = d.lane().staff();
        if (!isIdle(d)) {
            d.refuse(Refusal.SETTLE_FIRST, "staff");
        } else if (staff.isLocked(d.now())) {
            d.refuse(Refusal.PIN_LOCKED, staff.lockedUntil().toString());
        } else if (right) {
            d.record(new StaffSignedIn(d.now()));
            d.clearNotice();
        } else {
            int tries = staff.wrongTries() + 1;
            Duration pause = Staff.pauseAfter(tries);
            d.record(new SignInFailed(
                    d.now(), tries, pause.isZero() ? Instant.EPOCH : d.now().plus(pause)));
            d.refuse(pause.isZero() ? Refusal.PIN_WRONG : Refusal.PIN_LOCKED, String.valueOf(tries));
        }
    }

    static void leave(Deciding d, String why) {
        if (d.lane().staff().isHere()) {
            d.record(new StaffLeft(d.now(), why));
        }
    }

    static void keepUp(Deciding d) {
        if (!d.lane().staff().isHere()) {
            return;
        }
        if (!isIdle(d)) {
            leave(d, "a shopper came");
            return;
        }
        Instant since = d.lane().staff().since().orElseThrow();
        Instant touched = d.readings().touched();
        boolean busy = d.readings().tests().running().isPresent();
        if (!busy && d.passed(touched.isAfter(since) ? touched : since, UNATTENDED)) {
            leave(d, "unattended");
        }
    }
}
