package org.samokasa.kiosk.lane.rules;

import java.util.Map;
import java.util.Optional;
import org.samokasa.kiosk.domain.barcode.Scan;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.domain.catalogue.Article;
import org.samokasa.kiosk.domain.catalogue.Article.SoldBy;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.lane.Effect.Sound;
import org.samokasa.kiosk.lane.Load;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.Problem;
import org.samokasa.kiosk.lane.Refusal;
import org.samokasa.kiosk.lane.event.BasketEvent.ItemAdded;
import org.samokasa.kiosk.lane.event.BasketEvent.LineVoided;
import org.samokasa.kiosk.lane.event.BasketEvent.WeighingBegun;
import org.samokasa.kiosk.lane.event.BasketEvent.WeighingEnded;
import org.samokasa.kiosk.lane.event.PaymentEvent.PaymentLeft;
import org.samokasa.kiosk.lane.event.ServiceEvent.SaleStarted;
import org.samokasa.kiosk.lane.event.ServiceEvent.ShopperLeft;

/** From a scan or a picked picture to a line. Every scan is billed or refused audibly; none is swallowed. */
public final class SellingRules {
    private SellingRules() {}

    public static void scanned(Deciding d, String text) {
        if (!readyToSell(d, text)) {
            return;
        }
        Scan scan = d.shop().scans().read(text, d.now().atZone(d.shop().zone()).toLocalDate());
        if (scan instanceof Scan.Refused refused && !isListed(d, refused)) {
            d.refuse(refused.reason().isMisread() ? Refusal.SCAN_UNREADABLE : Refusal.NOT_FOR_SALE, refused.raw());
            return;
        }
        if (scan instanceof Scan.Coupon) {
            d.refuse(Refusal.NOT_FOR_SALE, scan.raw());
            return;
        }
        if (scan instanceof Scan.MarkedItem marked && !MarkRules.maySell(d, marked)) {
            return;
        }
        startSale(d);
        endWeighing(d);
        ItemKey key = keyOf(scan);
        Optional<Article> article = d.shop().catalogue().find(key);
        if (article.isEmpty()) {
            unknown(d, scan.raw(), key);
        } else if (scan instanceof Scan.MeasuredItem measured) {
            MarkRules.addMeasured(d, article.get(), measured);
        } else if (scan instanceof Scan.MarkedItem marked) {
            MarkRules.addMarked(d, article.get(), marked);
        } else {
            add(d, article.get());
        }
    }

    public static void unreadable(Deciding d, String reason) {
        if (d.lane().phase() != Phase.CLOSED) {
            d.refuse(Refusal.SCAN_UNREADABLE, reason);
        }
    }

    public static void startShopping(Deciding d) {
        if (readyToSell(d, "")) {
            startSale(d);
        }
    }

    public static void pick(Deciding d, ItemKey item) {
        if (!readyToSell(d, item.value())) {
            return;
        }
        startSale(d);
        endWeighing(d);
        d.shop().catalogue().find(item).ifPresentOrElse(article -> add(d, article), () -> unknown(d, "", item));
    }

    public static void leaveWeighing(Deciding d) {
        endWeighing(d);
    }

    public static void remove(Deciding d, int number) {
        if (OrderRules.holds(d, String.valueOf(number))) {
            return;
        }
        boolean removable = d.lane().phase() == Phase.SHOPPING
                && d.sale()
                        .basket()
                        .line(number)
                        .filter(line -> line.parent() == 0)
                        .isPresent();
        if (!removable) {
            d.refuse(Refusal.NO_SUCH_LINE, String.valueOf(number));
            return;
        }
        d.record(new LineVoided(d.now(), number, "shopper"));
        d.clearNotice();
    }

    /** Sells the load on the produce scale once it stands still; silence or movement sells nothing. */
    static void weigh(Deciding d) {
        Optional<ItemKey> waiting = d.lane().sale().flatMap(sale -> sale.weighing());
        if (OrderRules.isPaused(d) || waiting.isEmpty() || !(d.readings().produce() instanceof Load.Still still)) {
            return;
        }
        boolean sellable = still.grams() >= d.policy().produceGramsMin()
                && d.readings().produceSold() == 0
                && d.passed(d.readings().produceSince(), d.policy().produceStill());
        if (!sellable) {
            return;
        }
        Optional<Article> article = d.shop().catalogue().find(waiting.get());
        endWeighing(d);
        article.flatMap(Article::price).ifPresent(price -> {
            d.learn(readings -> readings.produceSold(still.grams()));
            addLine(d, Line.weighed(nextLine(d), article.get(), price, still.grams(), version(d)), article.get());
        });
    }

    /** An attendant said what it costs. */
    static void addAtPrice(Deciding d, ItemKey item, Money price) {
        d.shop().catalogue().find(item).ifPresent(article -> {
            if (article.soldBy() == SoldBy.PIECE) {
                addLine(d, Line.piece(nextLine(d), 0, article, price, version(d)), article);
            }
        });
    }

    private static boolean readyToSell(Deciding d, String subject) {
        Phase phase = d.lane().phase();
        boolean closesNow = phase == Phase.THANKS && d.lane().orders().close().isPresent();
        if (phase == Phase.CLOSED || phase == Phase.OUT_OF_SERVICE || closesNow) {
            d.refuse(Refusal.LANE_CLOSED, subject);
            return false;
        }
        if (OrderRules.holds(d, subject)) {
            return false;
        }
        if (phase == Phase.PAYING && !d.sale().payment().orElseThrow().holdsTheSale()) {
            d.record(new PaymentLeft(d.now(), d.sale().payment().orElseThrow().attempt()));
            return true;
        }
        if (phase == Phase.PAYING || phase == Phase.RECEIPT) {
            d.refuse(Refusal.NOT_WHILE_PAYING, subject);
            return false;
        }
        boolean settleFirst = d.lane().sale().stream()
                .flatMap(sale -> sale.openProblems().stream())
                .anyMatch(problem -> problem.kind().severity() == Problem.Severity.NOW);
        if (settleFirst) {
            d.refuse(Refusal.SETTLE_FIRST, subject);
        }
        return !settleFirst;
    }

    private static void startSale(Deciding d) {
        if (d.lane().phase() == Phase.THANKS) {
            d.record(new ShopperLeft(d.now(), d.lane().language()));
        }
        if (d.lane().phase() == Phase.ATTRACT) {
            int lying = d.readings().bag() instanceof Load.Still still ? still.grams() : 0;
            d.record(new SaleStarted(d.now(), d.lane().lastSale() + 1, lying));
            d.clearNotice();
        }
    }

    private static boolean isListed(Deciding d, Scan.Refused refused) {
        return refused.unlessListed().flatMap(d.shop().catalogue()::find).isPresent();
    }

    private static ItemKey keyOf(Scan scan) {
        if (scan instanceof Scan.Refused refused) {
            return refused.unlessListed().orElseThrow();
        }
        if (scan instanceof Scan.TradeItem item) {
            return item.key();
        }
        if (scan instanceof Scan.MeasuredItem item) {
            return item.key();
        }
        if (scan instanceof Scan.MarkedItem item) {
            return item.key();
        }
        if (scan instanceof Scan.StoreItem item) {
            return item.key();
        }
        if (scan instanceof Scan.ProduceCode item) {
            return item.key();
        }
        throw new AssertionError("no key in " + scan);
    }

    static void unknown(Deciding d, String raw, ItemKey key) {
        String code = raw.isEmpty() ? key.value() : raw;
        ask(d, Problem.Kind.UNKNOWN_ITEM, 0, Map.of("code", code, "item", key.value()));
        d.refuse(Refusal.UNKNOWN_ITEM, code);
    }

    static void add(Deciding d, Article article) {
        if (article.price().isEmpty()) {
            askPrice(d, article);
        } else if (article.soldBy() == SoldBy.WEIGHT) {
            d.record(new WeighingBegun(d.now(), article.key()));
            d.clearNotice();
        } else {
            addLine(d, Line.piece(nextLine(d), 0, article, article.price().get(), version(d)), article);
        }
    }

    static void addLine(Deciding d, Line line, Article article) {
        d.record(new ItemAdded(d.now(), line));
        d.clearNotice();
        d.play(Sound.SCANNED);
        article.deposit().ifPresent(deposit -> addDeposit(d, line.number(), deposit));
        askAge(d, line);
    }

    private static void addDeposit(Deciding d, int parent, ItemKey deposit) {
        Optional<Article> article = d.shop().catalogue().find(deposit);
        if (article.isEmpty() || article.get().price().isEmpty()) {
            ask(d, Problem.Kind.PRICE_QUERY, parent, Map.of("item", deposit.value(), "name", deposit.value()));
            return;
        }
        Money price = article.get().price().get();
        d.record(new ItemAdded(d.now(), Line.piece(nextLine(d), parent, article.get(), price, version(d))));
    }

    static void askPrice(Deciding d, Article article) {
        String name = article.name(d.shop().homeLanguage().tag());
        ask(d, Problem.Kind.PRICE_QUERY, 0, Map.of("item", article.key().value(), "name", name));
        d.refuse(Refusal.PRICE_UNKNOWN, name);
    }

    static void askAge(Deciding d, Line line) {
        if (line.ageLimit() <= d.sale().ageApproved()) {
            return;
        }
        String limit = String.valueOf(line.ageLimit());
        boolean asked = d.sale().openProblems().stream()
                .anyMatch(p -> p.kind() == Problem.Kind.AGE_CHECK
                        && limit.equals(p.evidence().get("minimumAge")));
        if (!asked) {
            String born = d.now()
                    .atZone(d.shop().zone())
                    .toLocalDate()
                    .minusYears(line.ageLimit())
                    .toString();
            Map<String, String> evidence = Map.of(
                    "minimumAge",
                    limit,
                    "bornOnOrBefore",
                    born,
                    "name",
                    line.name(d.shop().homeLanguage().tag()),
                    "item",
                    line.item().value());
            ask(d, Problem.Kind.AGE_CHECK, line.number(), evidence);
        }
    }

    private static void ask(Deciding d, Problem.Kind kind, int line, Map<String, String> evidence) {
        ProblemRules.open(d, kind, line, evidence);
    }

    private static void endWeighing(Deciding d) {
        if (d.lane().sale().flatMap(sale -> sale.weighing()).isPresent()) {
            d.record(new WeighingEnded(d.now()));
        }
    }

    static int nextLine(Deciding d) {
        return d.sale().lastLine() + 1;
    }

    static long version(Deciding d) {
        return d.shop().catalogue().version();
    }
}
