package org.samokasa.kiosk.lane.rules;

import java.time.Duration;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.lane.MachineState;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.event.ServiceEvent.LanguageChosen;
import org.samokasa.kiosk.lane.event.ServiceEvent.SaleVoided;
import org.samokasa.kiosk.lane.event.ServiceEvent.ServiceLost;
import org.samokasa.kiosk.lane.event.ServiceEvent.ServiceRestored;
import org.samokasa.kiosk.lane.event.ServiceEvent.ShopperLeft;
import org.samokasa.kiosk.lane.event.ServiceEvent.ShopperSeen;

/** Greeting, idle times and machines that are needed and gone. */
public final class ServiceRules {
    /** A sign of life this fresh needs no record of its own: the idle times are all longer. */
    private static final Duration SEEN_LATELY = Duration.ofSeconds(20);

    private ServiceRules() {}

    public static void choose(Deciding d, Language language) {
        if (language != d.lane().language()) {
            d.record(new LanguageChosen(d.now(), language));
        }
    }

    public static void touched(Deciding d) {
        d.learn(readings -> readings.touched(d.now()));
        d.clearNotice();
        if (d.lane().sale().isPresent() && !d.now().isBefore(d.lane().lastSeen().plus(SEEN_LATELY))) {
            d.record(new ShopperSeen(d.now()));
        }
    }

    static void keepUp(Deciding d) {
        switch (d.lane().phase()) {
            case SHOPPING -> {
                if (!OrderRules.isPaused(d)) {
                    giveUpEmptyBasket(d);
                }
            }
            case THANKS -> {
                if (HelpedRules.thanksAreOver(d)) {
                    d.record(new ShopperLeft(d.now(), d.shop().homeLanguage()));
                }
            }
            case ATTRACT -> {
                CallRules.NEEDED.stream()
                        .filter(machine -> CallRules.gone(d, machine))
                        .findFirst()
                        .ifPresent(machine -> d.record(new ServiceLost(d.now(), machine)));
                homeLanguageAgain(d);
            }
            case OUT_OF_SERVICE -> restore(d);
            case CLOSED, PAYING, RECEIPT -> {}
        }
    }

    private static void giveUpEmptyBasket(Deciding d) {
        boolean nothingGoingOn = d.sale().basket().isEmpty()
                && d.sale().openProblems().stream().noneMatch(problem -> problem.blocksPayment())
                && d.lane().help().map(CallRules::mayBeAbandoned).orElse(true);
        if (nothingGoingOn && d.passed(CallRules.lastSign(d), emptyBasketWait(d))) {
            CallRules.abandon(d);
            d.record(new SaleVoided(d.now(), d.sale().number(), "lane", "nothing was scanned"));
            d.clearNotice();
        }
    }

    private static Duration emptyBasketWait(Deciding d) {
        if (d.lane().help().isPresent()) {
            return d.policy().calledBasketIdle();
        }
        // Somebody who picked goods to weigh may be fetching them.
        return d.sale().weighing().isPresent()
                ? d.policy().openBasketIdle()
                : d.policy().emptyBasketIdle();
    }

    private static void homeLanguageAgain(Deciding d) {
        boolean foreign = d.lane().language() != d.shop().homeLanguage();
        if (foreign && d.passed(CallRules.lastSign(d), d.policy().emptyBasketIdle())) {
            d.record(new LanguageChosen(d.now(), d.shop().homeLanguage()));
        }
    }

    private static void restore(Deciding d) {
        boolean allBack = CallRules.NEEDED.stream()
                .map(d.readings()::machine)
                .allMatch(state -> state.map(MachineState::usable).orElse(true));
        if (allBack && !d.readings().machines().isEmpty()) {
            d.record(new ServiceRestored(d.now()));
        }
    }

    /** The printer is not needed to sell, but a shopper should know before paying. */
    static boolean paperMissing(Deciding d) {
        return d.readings()
                .machine(Readings.PRINTER)
                .map(state -> !state.usable())
                .orElse(false);
    }
}
