package org.samokasa.kiosk.lane;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samokasa.kiosk.domain.barcode.MeasureRule;
import org.samokasa.kiosk.domain.barcode.ScanReader;
import org.samokasa.kiosk.domain.catalogue.Article;
import org.samokasa.kiosk.domain.catalogue.Article.Kind;
import org.samokasa.kiosk.domain.catalogue.Article.SoldBy;
import org.samokasa.kiosk.domain.catalogue.Catalogue;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.lane.CardPayment.CardFacts;
import org.samokasa.kiosk.lane.CardPayment.CardTransaction;
import org.samokasa.kiosk.lane.command.ClockCommand;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.command.LaneCommand;
import org.samokasa.kiosk.lane.command.MachineCommand;
import org.samokasa.kiosk.lane.command.PaymentCommand;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.kiosk.lane.event.ServiceEvent.LaneOpened;

/** A lane on a bench: the real engine, a journal in memory, a small shop, time that only the test moves. */
public final class LaneBench {
    public static final String MILK = "5901234123457";
    public static final String BEER = "5900000000046";
    public static final String GUM = "96385074";
    public static final String MYSTERY_WEIGHT = "4006381333931";
    /** Sold by weight; indicator 9: each pack says its own. */
    public static final String HAM = "99521234543216";

    public static final String NO_PRICE = "9780306406157";
    public static final ItemKey BANANA = ItemKey.plu("4011");

    private static final Map<String, String> HINDI = Map.of("Milk", "ताज़ा दूध, एक लीटर", "Bananas", "केले");

    public static final class Goods implements Catalogue {
        private final Map<ItemKey, Article> all = new LinkedHashMap<>();

        Goods() {
            put(ItemKey.gtin(MILK), "Milk", 349, SoldBy.PIECE, 0, 1030, Optional.empty(), Kind.GOODS);
            put(
                    ItemKey.gtin(BEER),
                    "Beer",
                    450,
                    SoldBy.PIECE,
                    18,
                    520,
                    Optional.of(ItemKey.store("KAUCJA")),
                    Kind.GOODS);
            put(ItemKey.gtin(GUM), "Gum", 199, SoldBy.PIECE, 0, 14, Optional.empty(), Kind.GOODS);
            put(ItemKey.gtin(MYSTERY_WEIGHT), "Pen", 500, SoldBy.PIECE, 0, 0, Optional.empty(), Kind.GOODS);
            put(ItemKey.gtin(NO_PRICE), "Book", -1, SoldBy.PIECE, 0, 0, Optional.empty(), Kind.GOODS);
            put(ItemKey.gtin(HAM), "Ham", 4000, SoldBy.WEIGHT, 0, 0, Optional.empty(), Kind.GOODS);
            put(BANANA, "Bananas", 599, SoldBy.WEIGHT, 0, 0, Optional.empty(), Kind.GOODS);
            put(ItemKey.store("2812340000002"), "Cheese", 4000, SoldBy.WEIGHT, 0, 0, Optional.empty(), Kind.GOODS);
            put(ItemKey.store("KAUCJA"), "Deposit", 50, SoldBy.PIECE, 0, 0, Optional.empty(), Kind.DEPOSIT);
        }

        private void put(
                ItemKey key,
                String name,
                long price,
                SoldBy by,
                int age,
                int grams,
                Optional<ItemKey> deposit,
                Kind kind) {
            Optional<Money> money = price < 0 ? Optional.empty() : Optional.of(Money.of(price, "PLN"));
            Map<String, String> names = Map.of("", name, "hi", HINDI.getOrDefault(name, name));
            all.put(key, new Article(key, names, by, money, "A", age, grams, deposit, "", "", kind));
        }

        @Override
        public Optional<Article> find(ItemKey key) {
            return Optional.ofNullable(all.get(key));
        }

        @Override
        public long version() {
            return 7;
        }

        @Override
        public List<Article> category(String category) {
            return List.of();
        }

        @Override
        public List<Article> search(String text, String language, int limit) {
            return List.of();
        }
    }

    public static LaneShop shop() {
        MeasureRule rule = new MeasureRule(List.of("28"), "PPIIIIVWWWWWK", 3, MeasureRule.Verifier.CHECKED_UNLESS_ZERO);
        return new LaneShop(
                new Goods(),
                new ScanReader(List.of(rule), "PLN"),
                "PLN",
                LanePolicy.standard(),
                Language.EN,
                ZoneId.of("Europe/Warsaw"));
    }

    private final List<LaneEvent> journal = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private LaneEngine engine;
    private LaneEngine.Step last;
    private long order;
    private boolean diskBroken;

    public LaneBench() {
        start();
    }

    private void start() {
        Lane lane = Lane.unopened(4, Language.EN);
        if (journal.isEmpty()) {
            journal.add(new LaneOpened(now));
        }
        for (LaneEvent event : journal) {
            lane = lane.after(event);
        }
        engine = new LaneEngine(shop(), this::append, lane);
        effects.clear();
        machine(Readings.SCANNER, true, "");
        machine(Readings.BAGGING_SCALE, true, "");
        machine(Readings.PRODUCE_SCALE, true, "");
        machine(Readings.TERMINAL, true, "");
        machine(Readings.PRINTER, true, "");
    }

    private long append(List<LaneEvent> events) throws java.io.IOException {
        if (diskBroken) {
            throw new java.io.IOException("disk full");
        }
        journal.addAll(events);
        return journal.size() - events.size() + 1L;
    }

    /** The power goes and comes back: only the journal is left. */
    public LaneBench powerCut() {
        start();
        return tell(new ClockCommand.Recovered());
    }

    public LaneBench breakDisk() {
        diskBroken = true;
        return this;
    }

    public LaneBench tell(LaneCommand command) {
        last = engine.take(command, now);
        effects.addAll(last.effects());
        return this;
    }

    /** Lets time pass, waking the lane whenever it asked for it. */
    public LaneBench pass(Duration time) {
        Instant end = now.plus(time);
        while (engine.wakeAt().isPresent() && !engine.wakeAt().get().isAfter(end)) {
            now = engine.wakeAt().get().isAfter(now) ? engine.wakeAt().get() : now;
            tell(new ClockCommand.Tick());
        }
        now = end;
        return tell(new ClockCommand.Tick());
    }

    public LaneBench seconds(int seconds) {
        return pass(Duration.ofSeconds(seconds));
    }

    public LaneBench scan(String number) {
        return tell(new MachineCommand.Scanned(number));
    }

    public LaneBench bag(int grams) {
        return tell(new MachineCommand.BagScaleRead(new Load.Still(grams)));
    }

    public LaneBench weigh(int grams) {
        return tell(new MachineCommand.ProduceScaleRead(new Load.Still(grams)));
    }

    public LaneBench pick(ItemKey item) {
        return tell(new ShopperCommand.PickArticle(item));
    }

    public LaneBench pay() {
        return tell(new ShopperCommand.Pay());
    }

    public LaneBench machine(String name, boolean up, String cause) {
        MachineState.Level level = up ? MachineState.Level.UP : MachineState.Level.DOWN;
        return tell(new MachineCommand.MachineChanged(new MachineState(name, level, cause, "", now)));
    }

    public LaneBench order(HubCommand.Order what) {
        return tell(new HubCommand.Ordered("hub", ++order, what));
    }

    public LaneBench repeatOrder(HubCommand.Order what) {
        return tell(new HubCommand.Ordered("hub", order, what));
    }

    /** The terminal approves what it was asked. */
    public LaneBench approve() {
        return approve(total());
    }

    public LaneBench approve(Money amount) {
        return tell(
                new PaymentCommand.PaymentApprovedByTerminal(attempt(), amount, transaction("0318"), CardFacts.NONE));
    }

    public LaneBench terminalDone() {
        return tell(new PaymentCommand.TerminalDone(attempt()));
    }

    public static CardTransaction transaction(String receipt) {
        return new CardTransaction("52100477", "000418", receipt, "1106", "141037");
    }

    public String attempt() {
        return payment().attempt();
    }

    public CardPayment payment() {
        return sale().payment().orElseThrow();
    }

    public Lane lane() {
        return engine.lane();
    }

    public LaneEngine engine() {
        return engine;
    }

    public Sale sale() {
        return lane().sale().orElseThrow();
    }

    public Money total() {
        return sale().basket().total("PLN");
    }

    public Instant now() {
        return now;
    }

    public Optional<Refusal> refusal() {
        return last.refusal();
    }

    public List<LaneEvent> journal() {
        return journal;
    }

    public <E extends Effect> List<E> effects(Class<E> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public List<Effect> lastEffects() {
        return last.effects();
    }
}
