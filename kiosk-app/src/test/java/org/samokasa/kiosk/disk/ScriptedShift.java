package org.samokasa.kiosk.disk;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.lane.CardPayment;
import org.samokasa.kiosk.lane.CardPayment.CardFacts;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.LaneBench;
import org.samokasa.kiosk.lane.LaneEngine;
import org.samokasa.kiosk.lane.LaneJournal;
import org.samokasa.kiosk.lane.Load;
import org.samokasa.kiosk.lane.MachineState;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.Problem;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.Sale;
import org.samokasa.kiosk.lane.command.ClockCommand;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.command.LaneCommand;
import org.samokasa.kiosk.lane.command.MachineCommand;
import org.samokasa.kiosk.lane.command.PaymentCommand;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.lane.event.ServiceEvent.LaneOpened;

/**
 * A shift at a lane, always the same: the real engine and rules, six shoppers, an age check, a declined card, weighed
 * goods, a call for help, a basket left behind. Whatever it decides goes through the journal it is given.
 */
final class ScriptedShift {
    private static final int MILK_GRAMS = 1030;
    private static final int BEER_GRAMS = 520;
    private static final int GUM_GRAMS = 14;

    private final LaneEngine engine;
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private int bagGrams;
    private long order;

    private ScriptedShift(LaneJournal journal) throws IOException {
        LaneOpened opened = new LaneOpened(now);
        journal.append(List.of(opened));
        engine = new LaneEngine(
                LaneBench.shop(), journal, Lane.unopened(4, Language.EN).after(opened));
    }

    /**
     * Works the whole shift.
     *
     * @throws AssertionError if a shopper could not pay, so that a change of the rules does not quietly empty the script
     */
    static void work(LaneJournal journal) throws IOException {
        ScriptedShift shift = new ScriptedShift(journal);
        shift.machinesComeUp();
        shift.aQuickShopper();
        shift.aShopperWithBeer();
        shift.aShopperWhoseCardIsDeclined();
        shift.aShopperWhoWeighsAndAsksForHelp();
        shift.aShopperWhoLeavesThingsOut();
        shift.aQuickShopper();
    }

    private void machinesComeUp() {
        for (String machine : List.of(
                Readings.SCANNER,
                Readings.BAGGING_SCALE,
                Readings.PRODUCE_SCALE,
                Readings.TERMINAL,
                Readings.PRINTER)) {
            tell(new MachineCommand.MachineChanged(new MachineState(machine, MachineState.Level.UP, "", "", now)));
        }
        tell(new PaymentCommand.TerminalReady(Optional.of(LaneBench.transaction("0317"))));
    }

    private void aQuickShopper() {
        scan(LaneBench.MILK, MILK_GRAMS);
        scan(LaneBench.GUM, GUM_GRAMS);
        pay();
    }

    private void aShopperWithBeer() {
        scan(LaneBench.BEER, BEER_GRAMS);
        String check = sale().open(Problem.Kind.AGE_CHECK).orElseThrow().id();
        scan(LaneBench.MILK, MILK_GRAMS);
        order(new HubCommand.Accept(request(), "Anna", 20));
        order(new HubCommand.Resolve(check, true, "Anna", "saw the card", Optional.empty()));
        scan(LaneBench.BEER, BEER_GRAMS);
        pay();
    }

    private void aShopperWhoseCardIsDeclined() {
        scan(LaneBench.MILK, MILK_GRAMS);
        scan(LaneBench.MILK, MILK_GRAMS);
        tell(new ShopperCommand.Pay());
        tell(new PaymentCommand.PaymentRefusedByTerminal(payment().attempt(), CardPayment.Refusal.DECLINED, "05"));
        tell(new PaymentCommand.TerminalDone(payment().attempt()));
        pay();
    }

    private void aShopperWhoWeighsAndAsksForHelp() {
        tell(new ShopperCommand.PickArticle(LaneBench.BANANA));
        tell(new MachineCommand.ProduceScaleRead(new Load.Still(785)));
        pass(Duration.ofSeconds(1));
        tell(new MachineCommand.ProduceScaleRead(new Load.Still(0)));
        bag(785);
        tell(new ShopperCommand.CallHelp());
        order(new HubCommand.Accept(request(), "Borys", 30));
        order(new HubCommand.Arrive(request(), "Borys"));
        scan(LaneBench.GUM, GUM_GRAMS);
        order(new HubCommand.Solve(request(), "Borys"));
        pay();
    }

    private void aShopperWhoLeavesThingsOut() {
        scan(LaneBench.MILK, MILK_GRAMS);
        scan(LaneBench.GUM, GUM_GRAMS);
        tell(new ShopperCommand.RemoveLine(2));
        bag(-GUM_GRAMS);
        tell(new MachineCommand.Scanned(LaneBench.NO_PRICE));
        String query = sale().open(Problem.Kind.PRICE_QUERY).orElseThrow().id();
        order(new HubCommand.Resolve(query, false, "Anna", "not for sale", Optional.empty()));
        tell(new HubCommand.Confirmed(40));
        pay();
    }

    private void scan(String number, int grams) {
        tell(new MachineCommand.Scanned(number));
        bag(grams);
    }

    private void bag(int moreGrams) {
        bagGrams += moreGrams;
        tell(new MachineCommand.BagScaleRead(new Load.Still(bagGrams)));
        pass(Duration.ofSeconds(1));
    }

    private void pay() {
        tell(new ShopperCommand.Pay());
        String attempt = payment().attempt();
        tell(new PaymentCommand.PaymentApprovedByTerminal(
                attempt, sale().basket().total("PLN"), LaneBench.transaction("0318"), CardFacts.NONE));
        tell(new PaymentCommand.TerminalDone(attempt));
        if (engine.lane().phase() != Phase.RECEIPT) {
            throw new AssertionError("not paid but " + engine.lane().phase());
        }
        String receipt = "receipt-4-" + sale().number();
        tell(new ShopperCommand.AnswerReceipt(true));
        tell(new MachineCommand.PaperDone(receipt));
        bag(-bagGrams);
        pass(Duration.ofSeconds(20));
    }

    private void order(HubCommand.Order what) {
        order++;
        tell(new HubCommand.Ordered("hub", order, what));
    }

    private void tell(LaneCommand command) {
        engine.take(command, now);
        engine.stopped().ifPresent(why -> {
            throw new AssertionError("the lane has stopped: " + why);
        });
    }

    private void pass(Duration time) {
        Instant end = now.plus(time);
        while (engine.wakeAt().isPresent() && !engine.wakeAt().get().isAfter(end)) {
            now = engine.wakeAt().get().isAfter(now) ? engine.wakeAt().get() : now;
            tell(new ClockCommand.Tick());
        }
        now = end;
        tell(new ClockCommand.Tick());
    }

    private String request() {
        return engine.lane().help().orElseThrow().requestId();
    }

    private CardPayment payment() {
        return sale().payment().orElseThrow();
    }

    private Sale sale() {
        return engine.lane().sale().orElseThrow();
    }
}
