package org.samokasa.soak.people;

import java.util.SplittableRandom;
import org.samokasa.kiosk.lane.CardPayment;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.sim.device.terminal.Outcome;
import org.samokasa.soak.shop.LaneStation;

/** What a shopper does while the lane wants money. */
final class Paying {
    private static final int DO_NOT_HONOUR = 5;

    private final LaneStation lane;
    private final SplittableRandom chance;

    Paying(LaneStation lane, SplittableRandom chance) {
        this.lane = lane;
        this.chance = chance;
    }

    /** Does the next thing; true when the shopper has had enough. */
    boolean wantsToLeave(LaneView view) {
        CardPayment payment = view.lane().sale().flatMap(sale -> sale.payment()).orElseThrow();
        if (payment.state() == CardPayment.State.REFUSED) {
            return afterRefusal();
        }
        if (payment.state() == CardPayment.State.INTENDED) {
            if (chance.nextInt(40) == 0) {
                lane.tell(new ShopperCommand.CancelPayment());
            } else if (lane.twins().terminal().waitsForCard()) {
                Outcome outcome = outcome(payment.amount().minor());
                lane.twins().atTerminal(terminal -> terminal.outcome(outcome));
            }
        }
        return false;
    }

    private boolean afterRefusal() {
        int what = chance.nextInt(20);
        if (what < 14) {
            lane.tell(new ShopperCommand.Pay());
        } else if (what < 19) {
            lane.tell(new ShopperCommand.BackToBasket());
        }
        return what == 19;
    }

    private Outcome outcome(long minor) {
        int what = chance.nextInt(100);
        if (what < 60) {
            return new Outcome.ApproveContactless();
        }
        if (what < 78) {
            return new Outcome.ApproveChipPin();
        }
        if (what < 83) {
            return new Outcome.TapThenInsert();
        }
        if (what < 86) {
            return new Outcome.WrongPinThenRight();
        }
        if (what < 92) {
            return new Outcome.Decline(DO_NOT_HONOUR);
        }
        if (what < 94) {
            return new Outcome.Partial(Math.max(1, minor / 2));
        }
        return what < 97 ? new Outcome.CancelKey() : new Outcome.NoCard();
    }
}
