package org.samokasa.kiosk.ui;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.samokasa.kiosk.domain.catalogue.Article;
import org.samokasa.kiosk.domain.catalogue.Article.Kind;
import org.samokasa.kiosk.domain.catalogue.Article.SoldBy;
import org.samokasa.kiosk.domain.catalogue.Catalogue;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.persistence.catalogue.Folding;

/** The price list of the sample shop, held in memory. */
public final class SampleGoods implements Catalogue {
    private final Map<ItemKey, Article> all = new LinkedHashMap<>();

    public SampleGoods() {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(
                                SampleGoods.class.getResourceAsStream("/org/samokasa/sim/demo/goods.csv")),
                        StandardCharsets.UTF_8))) {
            rows.forEach(row -> {
                Article article = article(row);
                all.put(article.key(), article);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Article article(NamedCsvRecord row) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("", row.getField("name"));
        for (String language : List.of("en", "pl")) {
            if (!row.getField("name_" + language).isEmpty()) {
                names.put(language, row.getField("name_" + language));
            }
        }
        String price = row.getField("price");
        return new Article(
                key(row.getField("code")),
                names,
                SoldBy.valueOf(row.getField("sold_by").toUpperCase(Locale.ROOT)),
                price.isEmpty() ? Optional.empty() : Optional.of(Money.parse(price, "PLN")),
                row.getField("tax"),
                number(row.getField("age")),
                number(row.getField("grams")),
                Optional.of(row.getField("deposit"))
                        .filter(key -> !key.isEmpty())
                        .map(ItemKey::new),
                row.getField("category"),
                row.getField("picture"),
                row.getField("kind").isEmpty()
                        ? Kind.GOODS
                        : Kind.valueOf(row.getField("kind").toUpperCase(Locale.ROOT)));
    }

    private static ItemKey key(String code) {
        return code.contains(":") ? new ItemKey(code) : ItemKey.gtin(code);
    }

    private static int number(String field) {
        return field.isEmpty() ? 0 : Integer.parseInt(field);
    }

    public List<Article> all() {
        return List.copyOf(all.values());
    }

    @Override
    public Optional<Article> find(ItemKey key) {
        return Optional.ofNullable(all.get(key));
    }

    @Override
    public long version() {
        return 1;
    }

    @Override
    public List<Article> category(String category) {
        return all.values().stream()
                .filter(article -> article.category().equals(category))
                .toList();
    }

    @Override
    public List<Article> search(String text, String language, int limit) {
        return all.values().stream()
                .filter(article -> !article.category().isEmpty())
                .filter(article -> Folding.fold(article.name(language)).contains(Folding.fold(text)))
                .limit(limit)
                .collect(Collectors.toList());
    }
}
