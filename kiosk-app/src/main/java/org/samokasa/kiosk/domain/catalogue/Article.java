package org.samokasa.kiosk.domain.catalogue;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.samokasa.kiosk.domain.money.Money;

/**
 * One kind of goods.
 *
 * @param key what it is filed under
 * @param names name by language tag ({@code en}, {@code pl}); {@code ""} holds the name for all other languages and is
 *     always there
 * @param soldBy by the piece or by weight
 * @param price for one piece or one kilogram, tax included; empty when nobody has set one yet: scanning it asks a human
 * @param taxCategory letter of the shop's tax table
 * @param ageLimit years a buyer must have, 0 for none
 * @param weightGrams what one piece weighs with its packing, 0 when unknown
 * @param deposit the article charged along with it (a bottle's deposit), empty for none
 * @param category shelf it is shown under, for instance {@code fruit}; empty when it is never looked up
 * @param picture name of its picture, empty for none
 * @param kind goods, a deposit or a carrier bag
 */
public record Article(
        ItemKey key,
        Map<String, String> names,
        SoldBy soldBy,
        Optional<Money> price,
        String taxCategory,
        int ageLimit,
        int weightGrams,
        Optional<ItemKey> deposit,
        String category,
        String picture,
        Kind kind) {

    public enum SoldBy {
        PIECE,
        WEIGHT
    }

    public enum Kind {
        GOODS,
        DEPOSIT,
        BAG
    }

    public Article {
        Objects.requireNonNull(key, "key");
        names = Map.copyOf(names);
        if (names.getOrDefault("", "").isBlank()) {
            throw new IllegalArgumentException(key + " has no name");
        }
        if (price.isPresent() && price.get().isNegative()) {
            throw new IllegalArgumentException(key + " has a negative price");
        }
        if (ageLimit < 0 || weightGrams < 0) {
            throw new IllegalArgumentException(key + " has a negative age limit or weight");
        }
    }

    public String name(String language) {
        return names.getOrDefault(language, names.get(""));
    }
}
