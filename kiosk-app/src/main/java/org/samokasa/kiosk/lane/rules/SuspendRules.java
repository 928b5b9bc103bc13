package org.samokasa.kiosk.lane.rules;

import java.util.HashMap;
import java.util.Map;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.lane.Load;
import org.samokasa.kiosk.lane.MachineState;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.Problem;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.event.BasketEvent.BagOffsetSet;
import org.samokasa.kiosk.lane.event.BasketEvent.BagWeightLearnt;
import org.samokasa.kiosk.lane.event.BasketEvent.ItemAdded;
import org.samokasa.kiosk.lane.event.PaymentEvent.PaymentLeft;
import org.samokasa.kiosk.lane.event.ServiceEvent.RecallRefused;
import org.samokasa.kiosk.lane.event.ServiceEvent.SaleRecalled;
import org.samokasa.kiosk.lane.event.ServiceEvent.SaleStarted;
import org.samokasa.kiosk.lane.event.ServiceEvent.SaleSuspended;
import org.samokasa.kiosk.lane.event.ServiceEvent.ShopperLeft;

/** A basket that staff put aside, and one that goes on here. */
final class SuspendRules {
    private SuspendRules() {}

    /**
     * Puts the basket aside if nothing is being paid and nothing is to be settled. An age check is no hindrance: it is
     * asked for again where the basket goes on.
     */
    static void suspend(Deciding d, HubCommand.Suspend order) {
        if (!isOpen(d)
                || d.sale().number() != order.saleNumber()
                || d.sale().basket().isEmpty()) {
            return;
        }
        boolean settled = d.sale().openProblems().stream().allMatch(p -> p.kind() == Problem.Kind.AGE_CHECK);
        if (!settled) {
            return;
        }
        if (d.lane().phase() == Phase.PAYING) {
            d.record(new PaymentLeft(d.now(), d.sale().payment().orElseThrow().attempt()));
        }
        d.record(new SaleSuspended(d.now(), d.sale().number(), order.by()));
        d.clearNotice();
    }

    /** Shopping, or before a payment that was not taken. */
    private static boolean isOpen(Deciding d) {
        return d.lane().phase() == Phase.SHOPPING || CallRules.isRefused(d);
    }

    /** Goes on with a basket if nobody shops here, or says that it cannot. */
    static void recall(Deciding d, HubCommand.Recall order) {
        boolean free = d.lane().phase() == Phase.ATTRACT || d.lane().phase() == Phase.THANKS;
        boolean shut = OrderRules.isPaused(d) || d.lane().orders().close().isPresent();
        if (!free || shut || HubRules.isLate(d, order.askedAt()) || scaleIsAboutToSpeak(d)) {
            d.record(new RecallRefused(d.now(), order.suspension()));
            return;
        }
        if (d.lane().phase() == Phase.THANKS) {
            d.record(new ShopperLeft(d.now(), d.lane().language()));
        }
        goOn(d, order);
        d.clearNotice();
    }

    /** What lies there is not known yet, and would be held against whoever goes on. A scale that is down says nothing. */
    private static boolean scaleIsAboutToSpeak(Deciding d) {
        boolean works = d.readings()
                .machine(Readings.BAGGING_SCALE)
                .map(scale -> scale.level() != MachineState.Level.DOWN)
                .orElse(false);
        return works && !(d.readings().bag() instanceof Load.Still);
    }

    /** Whatever lies in the bagging area by now is taken for these goods: who sends a basket here has looked. */
    private static void goOn(Deciding d, HubCommand.Recall order) {
        int lying = d.readings().bag() instanceof Load.Still still ? still.grams() : 0;
        long number = d.lane().lastSale() + 1;
        d.record(new SaleStarted(d.now(), number, lying));
        d.record(new SaleRecalled(d.now(), number, order.suspension(), order.by()));
        Map<Integer, Integer> numbers = new HashMap<>();
        for (Line kept : order.lines()) {
            Line line = kept.numbered(SellingRules.nextLine(d), numbers.getOrDefault(kept.parent(), 0));
            numbers.put(kept.number(), line.number());
            d.record(new ItemAdded(d.now(), line));
            if (line.countsAsItem() && line.expectedGrams() == 0) {
                // It lies there already, or nowhere: the scale will not tell its weight any more.
                d.record(new BagWeightLearnt(d.now(), line.number(), 0));
            }
        }
        int expected = d.sale().basket().expectedGrams();
        d.record(new BagOffsetSet(d.now(), lying - expected, order.by()));
        d.sale().basket().lines().forEach(line -> SellingRules.askAge(d, line));
    }
}
