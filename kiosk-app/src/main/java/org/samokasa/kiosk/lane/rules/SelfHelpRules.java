package org.samokasa.kiosk.lane.rules;

import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.help.SelfHelp;
import org.samokasa.kiosk.lane.HelpCall;
import org.samokasa.kiosk.lane.HelpCall.End;
import org.samokasa.kiosk.lane.Refusal;
import org.samokasa.kiosk.lane.event.CallEvent.HelpEnded;
import org.samokasa.kiosk.lane.event.CallEvent.SelfHelpOpened;
import org.samokasa.kiosk.lane.event.CallEvent.SelfHelpShown;

/**
 * The cards that come with a call: which were shown and read, and which one made the call unnecessary. They never stand
 * between a shopper and a human: the call is on record before any card is.
 */
public final class SelfHelpRules {
    private SelfHelpRules() {}

    /** Each card counts once for each call, however often it is looked at. */
    static void shown(Deciding d, List<SelfHelp> cards) {
        d.lane().help().ifPresent(call -> {
            List<SelfHelp> news = cards.stream()
                    .distinct()
                    .filter(card -> !call.cards().shown().contains(card))
                    .toList();
            if (!news.isEmpty()) {
                d.record(new SelfHelpShown(d.now(), call.requestId(), news));
            }
        });
    }

    /** What is read was shown, also when the screen had changed since. */
    static void opened(Deciding d, SelfHelp topic) {
        Optional<HelpCall> call = d.lane().help();
        if (call.isEmpty()) {
            d.refuse(Refusal.NOTHING_TO_DO, "help");
            return;
        }
        shown(d, List.of(topic));
        if (!call.get().cards().opened().contains(topic)) {
            d.record(new SelfHelpOpened(d.now(), call.get().requestId(), topic));
        }
    }

    /**
     * Only the shopper's own call ends by their word, and only while nobody stands there: a call about an age or a weight
     * ends when its ground is gone. Nobody has helped, so nobody is asked how it was.
     */
    static void solved(Deciding d, SelfHelp topic) {
        Optional<HelpCall> own = d.lane()
                .help()
                .filter(HelpCall::isTheirsToEnd)
                .filter(call -> call.cards().opened().contains(topic));
        if (own.isEmpty()) {
            d.refuse(Refusal.NOTHING_TO_DO, "help");
            return;
        }
        d.record(
                new HelpEnded(d.now(), own.get().requestId(), End.CANCELLED_BY_SHOPPER, "shopper", Optional.of(topic)));
    }
}
