package org.samokasa.kiosk.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samokasa.kiosk.domain.barcode.ScanReader;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.language.Words;
import org.samokasa.kiosk.lane.CardPayment;
import org.samokasa.kiosk.lane.CardPayment.CardFacts;
import org.samokasa.kiosk.lane.CardPayment.CardTransaction;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.LaneEngine;
import org.samokasa.kiosk.lane.LanePolicy;
import org.samokasa.kiosk.lane.LaneShop;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.lane.Load;
import org.samokasa.kiosk.lane.MachineBook;
import org.samokasa.kiosk.lane.MachineSheet;
import org.samokasa.kiosk.lane.MachineState;
import org.samokasa.kiosk.lane.Problem;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.TestKind;
import org.samokasa.kiosk.lane.WireLine;
import org.samokasa.kiosk.lane.command.ClockCommand;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.command.LaneCommand;
import org.samokasa.kiosk.lane.command.MachineCommand;
import org.samokasa.kiosk.lane.command.PaymentCommand;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.lane.event.ServiceEvent.LaneOpened;
import org.samokasa.kiosk.ui.model.CatalogueGoods;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.kiosk.ui.model.Screens;
import org.samokasa.kiosk.ui.model.ShopFront;
import org.samokasa.kiosk.ui.model.UiAction;
import org.samokasa.kiosk.ui.model.UiState;
import org.samokasa.kiosk.ui.model.ViewState;
import org.samokasa.kiosk.words.WordFiles;

/** The real rules of a lane with the sample shop, seen through its screens; only the test moves time. */
public final class ScreenBench {
    public static final String BEER = "5900014004047";
    public static final String PASTA = "5900049011829";
    public static final String MUSTARD = "5900084229517";
    public static final String YOGHURT = "5900197005534";
    public static final String GINGERBREAD = "5900056008287";
    public static final String NO_PRICE = "5900102013043";
    public static final String NOBODY_KNOWS = "4006381333931";
    public static final SampleGoods GOODS = new SampleGoods();

    private static final MachineBook BOOK = new MachineBook() {
        @Override
        public List<MachineSheet> sheets() {
            return List.of(
                    new MachineSheet(
                            Readings.SCANNER,
                            "serial-text",
                            "serial:/dev/ttyUSB0",
                            List.of(TestKind.READ, TestKind.BEEP)),
                    new MachineSheet(Readings.PRODUCE_SCALE, "8217", "serial:/dev/ttyUSB1", List.of(TestKind.WEIGH)),
                    new MachineSheet(Readings.BAGGING_SCALE, "8217", "serial:/dev/ttyUSB2", List.of(TestKind.WEIGH)),
                    new MachineSheet(
                            Readings.TERMINAL,
                            "zvt",
                            "tcp://10.0.0.7:20007",
                            List.of(TestKind.DIAGNOSE, TestKind.END_OF_DAY)),
                    new MachineSheet(Readings.PRINTER, "escpos", "tcp://10.0.0.8:9100", List.of(TestKind.PRINT_PAGE)),
                    new MachineSheet(
                            Readings.LIGHT, "patlite", "tcp://10.0.0.9:10000", List.of(TestKind.SHOW_COLOURS)));
        }

        @Override
        public List<WireLine> wire(String machine) {
            Instant at = Instant.parse("2026-11-21T10:00:00.250Z");
            return machine.equals(Readings.TERMINAL)
                    ? List.of(
                            new WireLine(at, false, 3, "06 0F 00", "...", "Completion"),
                            new WireLine(at.minusMillis(90), true, 6, "06 70 00", ".p.", "Diagnosis"))
                    : List.of(new WireLine(at, false, 6, "02 30 37 38 35 0D", ".0785.", "weight in grams: 785"));
        }
    };
    private static final Map<Language, Words> WORDS = WordFiles.all();

    private final LanePolicy policy = LanePolicy.standard();
    private final LaneEngine engine;
    private final CatalogueGoods goods = new CatalogueGoods(GOODS);
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private UiState ui = UiState.fresh();
    private Map<Language, Words> words = WORDS;
    private Optional<String> stopped = Optional.empty();
    private ShopFront.Means means = ShopFront.Means.CARD;
    private long order;

    public ScreenBench() {
        LaneShop shop = new LaneShop(
                GOODS, new ScanReader(List.of(), "PLN"), "PLN", policy, Language.EN, ZoneId.of("Europe/Warsaw"));
        Lane lane = Lane.unopened(4, Language.EN).after(new LaneOpened(now));
        engine = new LaneEngine(shop, events -> 1L, lane);
        for (String machine : List.of(
                Readings.SCANNER,
                Readings.BAGGING_SCALE,
                Readings.PRODUCE_SCALE,
                Readings.TERMINAL,
                Readings.PRINTER)) {
            machine(machine, true);
        }
        bag(0);
    }

    public ScreenBench speaking(Language language) {
        return tell(new ShopperCommand.ChooseLanguage(language));
    }

    public ScreenBench withWords(Map<Language, Words> other) {
        words = other;
        return this;
    }

    /** A shop that is paid by codes. */
    public ScreenBench byCode() {
        means = ShopFront.Means.CODE;
        return this;
    }

    public ScreenBench code(String text) {
        return tell(new PaymentCommand.CodeShown(attempt(), text, Duration.ofSeconds(180)));
    }

    public ScreenBench diskFails() {
        stopped = Optional.of("no space left");
        return this;
    }

    public ScreenBench tell(LaneCommand command) {
        engine.take(command, now);
        ui = ui.following(laneView(), now);
        return this;
    }

    public ScreenBench seconds(int seconds) {
        Instant end = now.plusSeconds(seconds);
        while (engine.wakeAt().isPresent() && !engine.wakeAt().get().isAfter(end)) {
            now = engine.wakeAt().get().isAfter(now) ? engine.wakeAt().get() : now;
            tell(new ClockCommand.Tick());
        }
        now = end;
        tell(new ClockCommand.Tick());
        ui = ui.at(now);
        return this;
    }

    public ScreenBench scan(String... numbers) {
        for (String number : numbers) {
            tell(new MachineCommand.Scanned(number));
            settleBag();
        }
        return this;
    }

    public ScreenBench weighed(String plu, int grams) {
        tell(new MachineCommand.ProduceScaleRead(new Load.Still(0)));
        tell(new ShopperCommand.PickArticle(ItemKey.plu(plu)));
        tell(new MachineCommand.ProduceScaleRead(new Load.Still(grams)));
        seconds(2);
        tell(new MachineCommand.ProduceScaleRead(new Load.Still(0)));
        return settleBag();
    }

    /** The shopper bags what the basket says. */
    public ScreenBench settleBag() {
        return engine.lane().sale().map(sale -> bag(sale.bagExpectedGrams())).orElse(this);
    }

    public ScreenBench bag(int grams) {
        return tell(new MachineCommand.BagScaleRead(new Load.Still(grams)));
    }

    public ScreenBench bagPlus(int grams) {
        return bag(engine.lane().sale().orElseThrow().bagExpectedGrams() + grams);
    }

    public ScreenBench machine(String name, boolean up) {
        MachineState.Level level = up ? MachineState.Level.UP : MachineState.Level.DOWN;
        return tell(new MachineCommand.MachineChanged(new MachineState(name, level, "", "", now)));
    }

    /** Down for this cause, with the driver's own words. */
    public ScreenBench broken(String name, String cause, String detail) {
        return tell(
                new MachineCommand.MachineChanged(new MachineState(name, MachineState.Level.DOWN, cause, detail, now)));
    }

    public ScreenBench order(HubCommand.Order what) {
        return tell(new HubCommand.Ordered("hub", ++order, what));
    }

    /** An attendant writes to the shopper. */
    public ScreenBench written(String text) {
        return order(new HubCommand.Write(text, now));
    }

    public ScreenBench accepted(String by, int etaSeconds) {
        return order(new HubCommand.Accept(engine.lane().help().orElseThrow().requestId(), by, etaSeconds));
    }

    public ScreenBench prompt(String kind, String text, boolean wordForWord) {
        return tell(
                new PaymentCommand.TerminalPrompted(attempt(), new Readings.TerminalPrompt(kind, text, wordForWord)));
    }

    public ScreenBench refused(CardPayment.Refusal why) {
        return refused(why, "05");
    }

    public ScreenBench refused(CardPayment.Refusal why, String code) {
        return tell(new PaymentCommand.PaymentRefusedByTerminal(attempt(), why, code));
    }

    public ScreenBench approved() {
        return tell(new PaymentCommand.PaymentApprovedByTerminal(
                attempt(),
                payment().amount(),
                new CardTransaction("52100477", "000418", "0318", "1106", "141037"),
                CardFacts.NONE));
    }

    public ScreenBench terminalDone() {
        return tell(new PaymentCommand.TerminalDone(attempt()));
    }

    public CardPayment payment() {
        return engine.lane().sale().orElseThrow().payment().orElseThrow();
    }

    public String attempt() {
        return payment().attempt();
    }

    public Problem problem(Problem.Kind kind) {
        return engine.lane().sale().orElseThrow().open(kind).orElseThrow();
    }

    public ScreenBench open(UiAction action) {
        ui = ui.on(action, now);
        return this;
    }

    /** Presses a control of the present screen. */
    public ScreenBench press(String name) {
        Control control = ScreenParts.control(view(), name);
        ui = ui.on(control.action(), now);
        return tell(control.command().map(LaneCommand.class::cast).orElse(new ShopperCommand.Touched()));
    }

    public LaneView laneView() {
        return new LaneView(engine.lane(), engine.readings(), now, true, stopped);
    }

    public Lane lane() {
        return engine.lane();
    }

    public UiState ui() {
        return ui;
    }

    public Instant now() {
        return now;
    }

    public ViewState view() {
        return Screens.view(
                laneView(),
                ui,
                new ShopFront(4, "Samokasa Market", "PLN", policy, means, true, BOOK, ZoneId.of("Europe/Warsaw")),
                goods,
                words.get(engine.lane().language()),
                now);
    }
}
