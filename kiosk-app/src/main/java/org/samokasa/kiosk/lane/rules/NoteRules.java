package org.samokasa.kiosk.lane.rules;

import org.samokasa.kiosk.lane.Effect;
import org.samokasa.kiosk.lane.Refusal;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.event.CallEvent.NoteRead;
import org.samokasa.kiosk.lane.event.CallEvent.ShopperWrittenTo;

/** A sentence that an attendant sends to the shopper: it stands on the screen for a while, and stops nothing. */
final class NoteRules {
    private NoteRules() {}

    /** One that comes late would meet somebody else. */
    static void written(Deciding d, HubCommand.Write order) {
        if (!HubRules.isLate(d, order.askedAt())) {
            d.record(new ShopperWrittenTo(d.now(), order.text()));
            d.play(Effect.Sound.NOTICE);
        }
    }

    static void read(Deciding d) {
        if (d.lane().note().isEmpty()) {
            d.refuse(Refusal.NOTHING_TO_DO, "note");
            return;
        }
        d.record(new NoteRead(d.now()));
    }
}
