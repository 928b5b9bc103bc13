package org.samokasa.soak.people;

import java.util.SplittableRandom;
import org.samokasa.kiosk.lane.CardPayment;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.soak.shop.LaneStation;
import org.samokasa.soak.world.World;

/** What a shopper does while the lane wants money. */
final class Paying {
    private final LaneStation lane;
    private final SplittableRandom chance;
    private final World world;
    /** The attempt for which the shopper has held out a card or a phone. */
    private String decided = "";

    Paying(World world, LaneStation lane, SplittableRandom chance) {
        this.world = world;
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
            } else if (lane.twins().payPoint().waits() && !decided.equals(payment.attempt())) {
                decided = payment.attempt();
                lane.twins().payPoint().shopperPays(payment.amount().minor(), chance, world.now());
                lane.twins().payPointTouched();
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
}
