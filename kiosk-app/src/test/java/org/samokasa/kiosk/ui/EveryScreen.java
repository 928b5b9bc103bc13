package org.samokasa.kiosk.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.help.SelfHelp;
import org.samokasa.kiosk.lane.CardPayment.CardFacts;
import org.samokasa.kiosk.lane.CardPayment.CardTransaction;
import org.samokasa.kiosk.lane.CardPayment.Refusal;
import org.samokasa.kiosk.lane.Load;
import org.samokasa.kiosk.lane.MachineTests;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.command.MachineCommand;
import org.samokasa.kiosk.lane.command.PaymentCommand;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.lane.command.StaffCommand;
import org.samokasa.kiosk.ui.model.ScreenId;
import org.samokasa.kiosk.ui.model.UiAction;

/** How a lane comes to each of its screens; the name of a picture, and what happens before it is taken. */
public final class EveryScreen {
    private static final Map<String, UnaryOperator<ScreenBench>> WAYS = new LinkedHashMap<>();

    static {
        attractAndBasket();
        lookingUp();
        problems();
        helped();
        selfHelp();
        paying();
        byCode();
        afterwards();
        staff();
    }

    private static final String SENTENCE = "Somebody is coming to you.";

    /** As long as one can be. */
    private static final String LONGEST_NOTE =
            "Please take the bottle out of the bag once more and hold its code to the reader, then put it back. "
                    + "If it asks for help again, just wait: I am on my way to you.";

    private EveryScreen() {}

    public static Map<String, UnaryOperator<ScreenBench>> ways() {
        return WAYS;
    }

    private static void attractAndBasket() {
        WAYS.put("attract", bench -> bench);
        WAYS.put("attract-2", bench -> bench.seconds(8));
        WAYS.put("attract-3", bench -> bench.seconds(16));
        WAYS.put("language", bench -> shopping(bench).open(new UiAction.OpenLanguages()));
        WAYS.put("basket-empty", bench -> bench.tell(new ShopperCommand.StartShopping()));
        WAYS.put("basket", EveryScreen::shopping);
        WAYS.put("basket-pages", EveryScreen::full);
        WAYS.put("basket-notice", bench -> shopping(bench).tell(new MachineCommand.ScanUnreadable("damaged")));
        WAYS.put(
                "basket-bag-hint",
                bench -> shopping(bench)
                        .tell(new MachineCommand.Scanned(ScreenBench.PASTA))
                        .seconds(8));
        WAYS.put(
                "basket-help-coming",
                bench -> shopping(bench).tell(new ShopperCommand.CallHelp()).accepted("Anna", 20));
        WAYS.put("basket-no-paper", bench -> shopping(bench).machine(Readings.PRINTER, false));
        WAYS.put("remove-line", bench -> shopping(bench).open(new UiAction.AskRemove(2)));
        WAYS.put("still-there", bench -> shopping(bench).seconds(72));
        WAYS.put("still-there-kept", bench -> shopping(bench).seconds(95));
    }

    private static void lookingUp() {
        WAYS.put("look-up-fruit", bench -> shopping(bench).open(new UiAction.OpenLookUp("fruit")));
        WAYS.put("look-up-vegetables", bench -> shopping(bench).open(new UiAction.OpenLookUp("vegetables")));
        WAYS.put("look-up-bakery", bench -> shopping(bench).open(new UiAction.OpenLookUp("bakery")));
        WAYS.put("look-up-bags", bench -> shopping(bench).open(new UiAction.OpenLookUp("bags")));
        WAYS.put(
                "look-up-search",
                bench -> shopping(bench)
                        .open(new UiAction.OpenLookUp(""))
                        .open(new UiAction.TypeLetter("p"))
                        .open(new UiAction.TypeLetter("o")));
        WAYS.put("weigh", bench -> weighing(shopping(bench)));
        WAYS.put(
                "weigh-live",
                bench -> weighing(shopping(bench)).tell(new MachineCommand.ProduceScaleRead(new Load.Still(785))));
    }

    private static void problems() {
        WAYS.put(
                "weight-check-missing",
                bench -> shopping(bench)
                        .tell(new MachineCommand.Scanned(ScreenBench.PASTA))
                        .seconds(22));
        WAYS.put("weight-check-extra", bench -> shopping(bench).bagPlus(400).seconds(4));
        WAYS.put("age-check", bench -> shopping(bench).scan(ScreenBench.BEER));
        WAYS.put(
                "age-check-put-off",
                bench -> shopping(bench)
                        .scan(ScreenBench.BEER)
                        .press("keep-scanning")
                        .accepted("Anna", 20));
        WAYS.put("unknown-item", bench -> shopping(bench).scan(ScreenBench.NOBODY_KNOWS));
        WAYS.put("price-query", bench -> shopping(bench).scan(ScreenBench.NO_PRICE));
        WAYS.put("help", bench -> shopping(bench).open(new UiAction.OpenHelp(ScreenId.BASKET, List.of())));
        WAYS.put("assistance-raised", bench -> shopping(bench).press("help"));
        WAYS.put("assistance-coming", bench -> shopping(bench).press("help").accepted("Anna", 20));
        WAYS.put(
                "assistance-here",
                bench ->
                        shopping(bench).press("help").accepted("Anna", 20).order(new HubCommand.Arrive("4-1", "Anna")));
    }

    private static void helped() {
        WAYS.put("helped-question", bench -> solved(shopping(bench)));
        WAYS.put("note", bench -> shopping(bench).written(SENTENCE));
        WAYS.put("note-long", bench -> shopping(bench).written(LONGEST_NOTE));
        WAYS.put("note-attract", bench -> bench.written(SENTENCE));
        WAYS.put("note-paying", bench -> atTerminal(bench).written(SENTENCE));
        WAYS.put("offer", bench -> refusedScans(shopping(bench)));
        WAYS.put(
                "offer-declined-card",
                bench -> atTerminal(bench)
                        .refused(Refusal.DECLINED)
                        .press("retry")
                        .refused(Refusal.DECLINED));
        WAYS.put("thanks-faces", EveryScreen::thanked);
        WAYS.put("thanks-reasons", bench -> thanked(bench).press("face-4").press("reason-friendly"));
        WAYS.put("thanks-reasons-poor", bench -> thanked(bench).press("face-1"));
    }

    /** Help on every kind of screen with the cards that go with it, and each card large. */
    private static void selfHelp() {
        WAYS.put("cards-attract", bench -> bench.press("help"));
        WAYS.put("cards-scan-refused", bench -> refusedScans(shopping(bench)).press("help"));
        WAYS.put(
                "cards-weight-extra",
                bench -> shopping(bench).bagPlus(400).seconds(4).press("help"));
        WAYS.put("cards-age", bench -> shopping(bench).scan(ScreenBench.BEER).press("help"));
        WAYS.put(
                "cards-declined",
                bench -> atTerminal(bench).refused(Refusal.DECLINED).press("help"));
        WAYS.put("cards-code", bench -> atTerminal(bench.byCode()).press("help"));
        WAYS.put("cards-doubt", bench -> inDoubt(bench).seconds(9).press("help"));
        WAYS.put("cards-receipt", bench -> paid(bench).press("help"));
        WAYS.put(
                "cards-tried",
                bench -> shopping(bench)
                        .press("help")
                        .press("self-help-WEIGH_PRODUCE")
                        .press("try-it"));
        for (SelfHelp topic : SelfHelp.values()) {
            WAYS.put("self-help-" + topic.name().toLowerCase(Locale.ROOT), bench -> reading(bench, topic));
        }
    }

    private static ScreenBench reading(ScreenBench bench, SelfHelp topic) {
        ScreenBench called = shopping(bench).press("help");
        return called.open(new UiAction.OpenSelfHelp(topic)).tell(new ShopperCommand.OpenSelfHelp(topic));
    }

    /** Somebody was called, came and is done. */
    private static ScreenBench solved(ScreenBench bench) {
        return bench.press("help").accepted("Anna", 20).order(new HubCommand.Solve("4-1", "Anna"));
    }

    private static ScreenBench refusedScans(ScreenBench bench) {
        for (int i = 0; i < 3; i++) {
            bench.tell(new MachineCommand.ScanUnreadable("damaged"));
        }
        return bench;
    }

    private static ScreenBench thanked(ScreenBench bench) {
        return solved(shopping(bench)).press("pay").approved().terminalDone().press("receipt-no");
    }

    private static void paying() {
        WAYS.put("payment", bench -> atTerminal(bench));
        WAYS.put("payment-pin", bench -> atTerminal(bench).prompt("ENTER_PIN", "", false));
        WAYS.put("payment-insert", bench -> atTerminal(bench).prompt("INSERT_CARD", "", false));
        WAYS.put("payment-busy", bench -> atTerminal(bench).prompt("PROCESSING", "", false));
        WAYS.put(
                "payment-own-words",
                bench -> atTerminal(bench).prompt("OTHER", "Please wait for the connection", true));
        WAYS.put("payment-help", bench -> atTerminal(bench).press("help"));
        WAYS.put("payment-stopping", bench -> atTerminal(bench).press("cancel-payment"));
        WAYS.put("payment-approved", bench -> atTerminal(bench).approved());
        WAYS.put("declined", bench -> atTerminal(bench).refused(Refusal.DECLINED));
        WAYS.put("declined-cancelled", bench -> atTerminal(bench).refused(Refusal.CANCELLED));
        WAYS.put("payment-doubt", bench -> inDoubt(bench).seconds(9));
        WAYS.put(
                "payment-no-paper",
                bench -> shopping(bench).machine(Readings.PRINTER, false).press("pay"));
        WAYS.put("payment-doubt-nobody-knows", EveryScreen::nobodyKnows);
        WAYS.put("payment-taken-back", EveryScreen::takenBack);
        WAYS.put("payment-doubt-help", bench -> inDoubt(bench).seconds(20));
    }

    /** What a UPI code says: about as long as these texts get. */
    public static final String CODE =
            "upi://pay?pa=demostore@examplebank&pn=Samokasa%20Market&mc=5411&tr=K7QX2M9DPL0R4TVA8CZB"
                    + "&tn=K7QX2M9DPL0R4TVA8CZB&am=349.50&mam=349.50&cu=INR";

    private static void byCode() {
        WAYS.put("code-attract", ScreenBench::byCode);
        WAYS.put("code-waiting", bench -> atTerminal(bench.byCode()));
        WAYS.put("code-shown", bench -> atTerminal(bench.byCode()).code(CODE).seconds(7));
        WAYS.put("code-asking", bench -> atTerminal(bench.byCode()).code(CODE).prompt("PROCESSING", "", false));
        WAYS.put("code-stopping", bench -> atTerminal(bench.byCode()).code(CODE).press("cancel-payment"));
        WAYS.put("code-expired", bench -> atTerminal(bench.byCode()).code(CODE).refused(Refusal.CANCELLED, "EXPIRED"));
        WAYS.put("code-declined", bench -> atTerminal(bench.byCode()).code(CODE).refused(Refusal.DECLINED));
        WAYS.put("code-approved", bench -> atTerminal(bench.byCode()).code(CODE).approved());
        WAYS.put("code-doubt", bench -> inDoubt(bench.byCode()).seconds(9));
    }

    private static void afterwards() {
        WAYS.put("receipt", bench -> paid(bench).seconds(3));
        WAYS.put("receipt-printing", bench -> paid(bench).press("receipt-yes"));
        WAYS.put("thanks", bench -> paid(bench).press("receipt-yes").tell(new MachineCommand.PaperDone("receipt-4-1")));
        WAYS.put("thanks-no-receipt", bench -> paid(bench).press("receipt-no"));
        WAYS.put("paused", bench -> shopping(bench).order(new HubCommand.Pause("Anna")));
        WAYS.put("paused-nobody", bench -> bench.order(new HubCommand.Pause("Anna")));
        WAYS.put("closing", bench -> shopping(bench).order(new HubCommand.Close("Anna")));
        WAYS.put("lane-closed", bench -> bench.order(new HubCommand.Close("Anna")));
        WAYS.put(
                "out-of-service",
                bench -> bench.machine(Readings.TERMINAL, false).seconds(12));
        WAYS.put("out-of-service-disk", bench -> bench.diskFails());
    }

    private static void staff() {
        WAYS.put("staff-language", bench -> bench.open(new UiAction.OpenLanguages()));
        WAYS.put(
                "staff-pin",
                bench -> bench.open(new UiAction.OpenStaff()).press("key-4").press("key-7"));
        WAYS.put(
                "staff-pin-again",
                bench -> bench.open(new UiAction.OpenStaff()).tell(new StaffCommand.PinCompared(false)));
        WAYS.put("staff-machines", EveryScreen::signedIn);
        WAYS.put("staff-scale", bench -> signedIn(bench).press("machine-produce-scale"));
        WAYS.put("staff-printer", bench -> signedIn(bench).press("machine-printer"));
        WAYS.put("staff-terminal", EveryScreen::dayClosed);
        WAYS.put(
                "staff-terminal-sure",
                bench -> signedIn(bench).press("machine-terminal").press("test-END_OF_DAY"));
        WAYS.put(
                "staff-testing",
                bench -> signedIn(bench).press("machine-scanner").press("test-READ"));
    }

    private static ScreenBench signedIn(ScreenBench bench) {
        return bench.machine(Readings.LIGHT, true)
                .broken(Readings.PRINTER, "PAPER_OUT", "no paper")
                .open(new UiAction.OpenStaff())
                .tell(new StaffCommand.PinCompared(true));
    }

    private static ScreenBench dayClosed(ScreenBench bench) {
        ScreenBench closing = signedIn(bench)
                .press("machine-terminal")
                .press("test-END_OF_DAY")
                .press("sure-END_OF_DAY");
        String run =
                closing.laneView().readings().tests().running().orElseThrow().run();
        return closing.tell(new MachineCommand.TestFinished(
                run,
                new MachineTests.Result(
                        MachineTests.Outcome.PASSED,
                        "",
                        List.of("total 202.85 PLN", "4 x girocard 51.20 PLN", "6 x Mastercard 99.55 PLN"))));
    }

    /** A usual basket: goods by the piece, weighed fruit, a roll. */
    static ScreenBench shopping(ScreenBench bench) {
        return bench.scan(ScreenBench.YOGHURT, ScreenBench.PASTA)
                .weighed("4011", 785)
                .scan(ScreenBench.MUSTARD)
                .tell(new ShopperCommand.PickArticle(ItemKey.store("BAKERY-02")))
                .settleBag()
                .weighed("4087", 412);
    }

    private static ScreenBench weighing(ScreenBench bench) {
        return bench.open(new UiAction.OpenLookUp("fruit")).press("article-plu:4053");
    }

    private static ScreenBench atTerminal(ScreenBench bench) {
        return shopping(bench).press("pay");
    }

    private static ScreenBench inDoubt(ScreenBench bench) {
        ScreenBench paying = atTerminal(bench);
        return paying.tell(new PaymentCommand.PaymentLost(paying.attempt(), "the line is down"));
    }

    /** The terminal booked another amount than was asked: that is being taken back. */
    private static ScreenBench takenBack(ScreenBench bench) {
        ScreenBench doubtful = inDoubt(bench);
        Money other = doubtful.payment().amount().plus(Money.of(1, "PLN"));
        CardTransaction booked = new CardTransaction("52100477", "000418", "0318", "1106", "141037");
        return doubtful.tell(new PaymentCommand.FoundPaid(doubtful.attempt(), other, booked, CardFacts.NONE));
    }

    /** The terminal cannot tell either: somebody has to look at its journal. */
    private static ScreenBench nobodyKnows(ScreenBench bench) {
        ScreenBench doubtful = inDoubt(bench);
        return doubtful.tell(new PaymentCommand.FoundNothing(doubtful.attempt(), "no answer"));
    }

    private static ScreenBench paid(ScreenBench bench) {
        return atTerminal(bench).approved().terminalDone();
    }

    /** More than one page, with bottles and their deposits. */
    private static ScreenBench full(ScreenBench bench) {
        ScreenBench full = shopping(bench).scan(ScreenBench.BEER).press("keep-scanning");
        for (int i = 0; i < 3; i++) {
            full.scan(ScreenBench.GINGERBREAD, ScreenBench.BEER, ScreenBench.YOGHURT, ScreenBench.PASTA);
        }
        return full;
    }
}
