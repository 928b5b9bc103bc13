package org.samokasa.kiosk.lane.rules;

import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.help.SelfHelp;
import org.samokasa.kiosk.lane.CardPayment;
import org.samokasa.kiosk.lane.Friction;
import org.samokasa.kiosk.lane.HelpOffer;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.Refusal;
import org.samokasa.kiosk.lane.event.CallEvent.HelpOffered;
import org.samokasa.kiosk.lane.event.CallEvent.OfferDeclined;

/** Offers help to who seems to need it: softly, seldom, and never as a request of its own. */
public final class FrictionRules {
    private FrictionRules() {}

    /** A scan of the present command was refused. */
    static void noteRefusedScan(Deciding d) {
        if (d.refused() && d.lane().sale().isPresent()) {
            d.learn(readings -> readings.friction(readings.friction().scanRefused(d.now())));
        }
    }

    static void keepUp(Deciding d) {
        if (OrderRules.isPaused(d)
                || !shopperDecides(d)
                || d.lane().help().isPresent()
                || wasOfferedLately(d)
                || nobodyIsFree(d)) {
            return;
        }
        d.readings()
                .friction()
                .sign(limits(d), d.readings().touched(), d.now())
                .ifPresent(sign -> d.record(new HelpOffered(d.now(), sign)));
    }

    public static void take(Deciding d, List<SelfHelp> cards) {
        if (open(d).isEmpty()) {
            d.refuse(Refusal.NOTHING_TO_DO, "offer");
            return;
        }
        CallRules.callStuck(d, cards);
    }

    public static void decline(Deciding d) {
        if (open(d).isEmpty()) {
            d.refuse(Refusal.NOTHING_TO_DO, "offer");
            return;
        }
        d.record(new OfferDeclined(d.now()));
    }

    private static Optional<HelpOffer> open(Deciding d) {
        return d.lane()
                .offer()
                .filter(offer -> offer.isOpen() && d.lane().help().isEmpty())
                .filter(offer -> d.now().isBefore(offer.at().plus(limits(d).stands())));
    }

    private static Friction.Limits limits(Deciding d) {
        return d.policy().friction();
    }

    /** While the terminal works nobody is stuck but the terminal. */
    private static boolean shopperDecides(Deciding d) {
        boolean refused = d.lane().phase() == Phase.PAYING
                && d.sale().payment().map(CardPayment::state).equals(Optional.of(CardPayment.State.REFUSED));
        return refused || d.lane().phase() == Phase.SHOPPING;
    }

    private static boolean wasOfferedLately(Deciding d) {
        return d.lane()
                .offer()
                .filter(offer -> d.now().isBefore(offer.at().plus(limits(d).pause())))
                .isPresent();
    }

    private static boolean nobodyIsFree(Deciding d) {
        return d.lane()
                .calling()
                .forecast()
                .filter(last -> last.seconds() > limits(d).busySeconds())
                .filter(last -> d.now().isBefore(last.at().plus(limits(d).forecastGood())))
                .isPresent();
    }
}
