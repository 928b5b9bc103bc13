package org.samokasa.kiosk.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.samokasa.kiosk.help.HelpEvent;
import org.samokasa.kiosk.help.HelpRefusal;
import org.samokasa.kiosk.help.HelpRequest;
import org.samokasa.kiosk.help.Helper;
import org.samokasa.kiosk.lane.Staff;

/** Coming and going of those who help. */
final class DutyRules {
    private DutyRules() {}

    /**
     * A PIN was compared. Five wrong ones in a row lock the name, as they lock a lane's own pages (decision 22); a right
     * one means nothing while it is locked.
     */
    static StoreDecision signIn(Shop shop, StoreCommand.SignIn command, Instant now) {
        String name = command.helper().name();
        Staff door = shop.staff().door(name);
        if (door.isLocked(now)) {
            return new StoreDecision.Refused(
                    HelpRefusal.PIN_LOCKED, door.lockedUntil().toString());
        }
        if (!command.right()) {
            int tries = door.wrongTries() + 1;
            Duration pause = Staff.pauseAfter(tries);
            Instant until = pause.isZero() ? Instant.EPOCH : now.plus(pause);
            return new StoreDecision.Happens(List.of(new StoreEvent.SignInFailed(now, name, tries, until)));
        }
        List<StoreEvent> events = new ArrayList<>();
        events.add(new StoreEvent.StaffSignedIn(now, name));
        events.addAll(come(shop, command.helper(), now));
        return new StoreDecision.Happens(events);
    }

    /** None when it is so already. */
    static List<StoreEvent> come(Shop shop, Helper helper, Instant now) {
        boolean isSo = helper.equals(shop.onDuty().get(helper.name()));
        return isSo ? List.of() : List.of(new StoreEvent.HelperCameOnDuty(now, helper));
    }

    /** Who goes leaves what they had to the others. */
    static List<StoreEvent> go(Shop shop, String name, Instant now) {
        if (!shop.onDuty().containsKey(name)) {
            return List.of();
        }
        List<StoreEvent> events = new ArrayList<>();
        events.add(new StoreEvent.HelperWentOffDuty(now, name));
        for (HelpRequest open : shop.openRequests()) {
            if (open.isOwnedBy(name)) {
                events.add(new StoreEvent.HelpHasChanged(new HelpEvent.ClaimHasLapsed(now, open.id(), name)));
            }
        }
        return events;
    }
}
