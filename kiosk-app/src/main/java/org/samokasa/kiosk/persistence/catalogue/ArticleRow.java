package org.samokasa.kiosk.persistence.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.samokasa.kiosk.domain.barcode.ArticleNumber;
import org.samokasa.kiosk.domain.catalogue.Article;
import org.samokasa.kiosk.domain.catalogue.Article.Kind;
import org.samokasa.kiosk.domain.catalogue.Article.SoldBy;
import org.samokasa.kiosk.domain.money.Money;

/** Reads one row of a price list by the names of its columns. */
final class ArticleRow {
    static final Set<String> COLUMNS = Set.of(
            "code",
            "name",
            "name_en",
            "name_pl",
            "sold_by",
            "price",
            "tax",
            "age",
            "grams",
            "deposit",
            "category",
            "picture",
            "kind");

    private static final int AGE_MAX = 99;
    private static final int GRAMS_MAX = 100_000;
    private static final int NAME_MAX = 400;

    private final Map<String, Integer> columns;
    private final String currency;
    private final Set<String> taxLetters;

    /**
     * @param header the first row of the file
     * @throws IllegalArgumentException when a column is unknown, doubled, or {@code code} or {@code name} is missing
     */
    ArticleRow(List<String> header, String currency, Set<String> taxLetters) {
        this.columns = new HashMap<>();
        this.currency = currency;
        this.taxLetters = new HashSet<>(taxLetters);
        for (int i = 0; i < header.size(); i++) {
            String column = header.get(i).strip().toLowerCase(Locale.ROOT);
            if (!COLUMNS.contains(column)) {
                throw new IllegalArgumentException("unknown column '" + header.get(i) + "'");
            }
            if (columns.put(column, i) != null) {
                throw new IllegalArgumentException("column '" + column + "' stands twice");
            }
        }
        if (!columns.containsKey("code") || !columns.containsKey("name")) {
            throw new IllegalArgumentException("the header row must name the columns code and name");
        }
    }

    /** @throws IllegalArgumentException saying what is wrong, for the rejects file */
    Article read(List<String> fields) {
        if (fields.size() != columns.size()) {
            throw new IllegalArgumentException(fields.size() + " fields where the header has " + columns.size());
        }
        Map<String, String> names = names(fields);
        return new Article(
                ArticleNumber.parse(text(fields, "code")),
                names,
                choice(SoldBy.class, fields, "sold_by", SoldBy.PIECE),
                price(fields),
                tax(fields),
                number(fields, "age", AGE_MAX),
                number(fields, "grams", GRAMS_MAX),
                Optional.of(text(fields, "deposit"))
                        .filter(code -> !code.isEmpty())
                        .map(ArticleNumber::parse),
                text(fields, "category"),
                text(fields, "picture"),
                choice(Kind.class, fields, "kind", Kind.GOODS));
    }

    private Map<String, String> names(List<String> fields) {
        Map<String, String> names = new HashMap<>();
        names.put("", text(fields, "name"));
        for (String language : List.of("en", "pl")) {
            String name = text(fields, "name_" + language);
            if (!name.isEmpty()) {
                names.put(language, name);
            }
        }
        if (names.get("").isEmpty()) {
            throw new IllegalArgumentException("the name is empty");
        }
        if (names.values().stream().anyMatch(name -> name.length() > NAME_MAX)) {
            throw new IllegalArgumentException("a name is longer than " + NAME_MAX + " characters");
        }
        return names;
    }

    private Optional<Money> price(List<String> fields) {
        String text = text(fields, "price");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Money price = Money.parse(text, currency);
        if (price.isNegative()) {
            throw new IllegalArgumentException("the price " + text + " is negative");
        }
        return Optional.of(price);
    }

    private String tax(List<String> fields) {
        String letter = text(fields, "tax");
        if (letter.isEmpty()) {
            return taxLetters.stream().sorted().findFirst().orElseThrow();
        }
        if (!taxLetters.contains(letter)) {
            throw new IllegalArgumentException("no tax rate '" + letter + "', there are " + taxLetters);
        }
        return letter;
    }

    private int number(List<String> fields, String column, int max) {
        String text = text(fields, column);
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) > max) {
            throw new IllegalArgumentException(column + " '" + text + "' is no whole number up to " + max);
        }
        return Integer.parseInt(text);
    }

    private <E extends Enum<E>> E choice(Class<E> type, List<String> fields, String column, E otherwise) {
        String text = text(fields, column);
        if (text.isEmpty()) {
            return otherwise;
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException(
                column + " '" + text + "' is none of " + java.util.Arrays.toString(type.getEnumConstants()));
    }

    private String text(List<String> fields, String column) {
        Integer index = columns.get(column);
        return index == null ? "" : fields.get(index).strip();
    }
}
