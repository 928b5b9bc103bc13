package org.samokasa.soak.shop;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.samokasa.kiosk.domain.catalogue.Article;
import org.samokasa.kiosk.domain.catalogue.Article.Kind;
import org.samokasa.kiosk.domain.catalogue.Article.SoldBy;
import org.samokasa.kiosk.domain.catalogue.Catalogue;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.money.Money;

/** The shop's goods. Every price change is a new version; what a version charged is never forgotten. */
public final class SoakGoods implements Catalogue {
    public static final String CURRENCY = "PLN";
    static final ItemKey BANANA = ItemKey.plu("4011");
    static final ItemKey APPLE = ItemKey.plu("4131");

    /** Code, weight of one piece in grams. Zero: the catalogue does not know. */
    public record Piece(String code, int grams) {}

    /** What shoppers put into their baskets, the usual things more than once. */
    public static final List<Piece> PIECES = List.of(
            new Piece("5901234123457", 1030),
            new Piece("5901234123457", 1030),
            new Piece("96385074", 14),
            new Piece("4006381333931", 85),
            new Piece("5900000000015", 520),
            new Piece("5900000000022", 330),
            new Piece("5900000000046", 520));

    /** Codes that end in a question and not in a line: no price, not listed, damaged, none of a shop's. */
    public static final List<String> ODD_CODES = List.of("9780306406157", "5909999999993", "5901234123458", "HELLO");

    /** A label of the cheese counter: 2812340, grams, check digit. */
    public static final Piece CHEESE = new Piece("2812340005229", 522);

    private static final long STEP_MINOR = 7;

    private final Map<ItemKey, Article> first =
            new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    private long version = 1;

    public SoakGoods() {
        piece("5901234123457", "Milk", 349, 0, 1030, Optional.empty());
        piece("96385074", "Gum", 199, 0, 14, Optional.empty());
        piece("4006381333931", "Pen", 500, 0, 0, Optional.empty());
        piece("5900000000015", "Bread", 429, 0, 520, Optional.empty());
        piece("5900000000022", "Cola", 299, 0, 330, Optional.of(ItemKey.store("KAUCJA")));
        piece("5900000000046", "Beer", 450, 18, 520, Optional.of(ItemKey.store("KAUCJA")));
        piece("9780306406157", "Book", -1, 0, 0, Optional.empty());
        put(BANANA, "Bananas", 599, SoldBy.WEIGHT, 0, 0, Optional.empty(), Kind.GOODS);
        put(APPLE, "Apples", 449, SoldBy.WEIGHT, 0, 0, Optional.empty(), Kind.GOODS);
        put(ItemKey.store("2812340000002"), "Cheese", 4000, SoldBy.WEIGHT, 0, 0, Optional.empty(), Kind.GOODS);
        put(ItemKey.store("KAUCJA"), "Deposit", 50, SoldBy.PIECE, 0, 0, Optional.empty(), Kind.DEPOSIT);
    }

    private void piece(String code, String name, long price, int age, int grams, Optional<ItemKey> deposit) {
        put(ItemKey.gtin(code), name, price, SoldBy.PIECE, age, grams, deposit, Kind.GOODS);
    }

    private void put(
            ItemKey key, String name, long price, SoldBy by, int age, int grams, Optional<ItemKey> deposit, Kind kind) {
        Optional<Money> money = price < 0 ? Optional.empty() : Optional.of(Money.of(price, CURRENCY));
        first.put(key, new Article(key, Map.of("", name), by, money, "A", age, grams, deposit, "", "", kind));
    }

    /** New prices for everything. */
    public void nextVersion() {
        version++;
    }

    /** What one piece or one kilogram cost in a version, in minor units; empty when it had no price. */
    public Optional<Long> priceIn(long ofVersion, ItemKey key) {
        return Optional.ofNullable(first.get(key))
                .flatMap(Article::price)
                .map(price -> price.minor() + STEP_MINOR * (ofVersion - 1));
    }

    @Override
    public Optional<Article> find(ItemKey key) {
        return Optional.ofNullable(first.get(key)).map(this::atTodaysPrice);
    }

    private Article atTodaysPrice(Article a) {
        return new Article(
                a.key(),
                a.names(),
                a.soldBy(),
                priceIn(version, a.key()).map(minor -> Money.of(minor, CURRENCY)),
                a.taxCategory(),
                a.ageLimit(),
                a.weightGrams(),
                a.deposit(),
                a.category(),
                a.picture(),
                a.kind());
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public List<Article> category(String category) {
        return category.equals("fruit")
                ? Stream.of(APPLE, BANANA).map(key -> find(key).orElseThrow()).toList()
                : List.of();
    }

    @Override
    public List<Article> search(String text, String language, int limit) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return first.values().stream()
                .filter(article -> article.kind() == Kind.GOODS)
                .filter(article -> article.name("").toLowerCase(Locale.ROOT).contains(wanted))
                .map(this::atTodaysPrice)
                .limit(limit)
                .toList();
    }
}
