package org.samokasa.kiosk.domain.basket;

import java.util.Map;
import java.util.Objects;
import org.samokasa.kiosk.domain.catalogue.Article;
import org.samokasa.kiosk.domain.catalogue.Article.Kind;
import org.samokasa.kiosk.domain.catalogue.Article.SoldBy;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.money.Money;

/**
 * One thing in the basket, with all that was true of it when it was scanned: later catalogue changes do not touch it.
 *
 * @param number counts up within the sale and is never used again
 * @param parent line this one hangs on (a deposit on its bottle), 0 for none
 * @param grams net weight of weighed goods, 0 for goods by the piece
 * @param unitPrice for one piece or one kilogram
 * @param amount what the line costs
 * @param expectedGrams what it should add to the bagging scale, 0 when unknown
 * @param catalogueVersion catalogue the price came from
 */
public record Line(
        int number,
        int parent,
        ItemKey item,
        Map<String, String> names,
        Kind kind,
        SoldBy soldBy,
        int grams,
        Money unitPrice,
        Money amount,
        String taxCategory,
        int ageLimit,
        int expectedGrams,
        String picture,
        long catalogueVersion) {

    public Line {
        Objects.requireNonNull(item, "item");
        names = Map.copyOf(names);
        if (number <= 0 || parent < 0 || grams < 0 || expectedGrams < 0) {
            throw new IllegalArgumentException("line " + number + " of " + item + " has a number out of range");
        }
        if ((soldBy == SoldBy.WEIGHT) != (grams > 0)) {
            throw new IllegalArgumentException(item + " sold by " + soldBy + " with " + grams + " g");
        }
    }

    /** One piece at this price. */
    public static Line piece(int number, int parent, Article article, Money price, long catalogueVersion) {
        return new Line(
                number,
                parent,
                article.key(),
                article.names(),
                article.kind(),
                SoldBy.PIECE,
                0,
                price,
                price,
                article.taxCategory(),
                article.ageLimit(),
                article.weightGrams(),
                article.picture(),
                catalogueVersion);
    }

    /** So many grams at this price for a kilogram, rounded half up to the minor unit. */
    public static Line weighed(int number, Article article, Money pricePerKilogram, int grams, long catalogueVersion) {
        return new Line(
                number,
                0,
                article.key(),
                article.names(),
                article.kind(),
                SoldBy.WEIGHT,
                grams,
                pricePerKilogram,
                pricePerKilogram.forGrams(grams),
                article.taxCategory(),
                article.ageLimit(),
                grams,
                article.picture(),
                catalogueVersion);
    }

    /** The same line at the amount printed on its label, which is never computed again. */
    public Line atLabelPrice(Money labelPrice) {
        return new Line(
                number,
                parent,
                item,
                names,
                kind,
                soldBy,
                grams,
                unitPrice,
                labelPrice,
                taxCategory,
                ageLimit,
                expectedGrams,
                picture,
                catalogueVersion);
    }

    /** The same line at another place, in this sale or another. */
    public Line numbered(int newNumber, int newParent) {
        return new Line(
                newNumber,
                newParent,
                item,
                names,
                kind,
                soldBy,
                grams,
                unitPrice,
                amount,
                taxCategory,
                ageLimit,
                expectedGrams,
                picture,
                catalogueVersion);
    }

    public String name(String language) {
        return names.getOrDefault(language, names.getOrDefault("", item.value()));
    }

    /** Whether a shopper would call it an item: deposits are not. */
    public boolean countsAsItem() {
        return kind != Kind.DEPOSIT;
    }
}
