package org.samokasa.kiosk.lane.rules;

import java.time.LocalDateTime;
import java.util.Optional;
import org.samokasa.kiosk.domain.barcode.Mark.Measure;
import org.samokasa.kiosk.domain.barcode.Scan;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.domain.catalogue.Article;
import org.samokasa.kiosk.domain.catalogue.Article.SoldBy;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.lane.Refusal;

/** Codes that say more than which article it is: weight and price of a pack, and until when it may be sold. */
final class MarkRules {
    private MarkRules() {}

    /** The strictest date decides: use by, sell by and best before, each its own day included, in the shop's time. */
    static boolean maySell(Deciding d, Scan.MarkedItem item) {
        LocalDateTime now = d.now().atZone(d.shop().zone()).toLocalDateTime();
        if (item.mark().dates().over(now).isEmpty()) {
            return true;
        }
        String name = d.shop()
                .catalogue()
                .find(item.key())
                .map(article -> article.name(d.shop().homeLanguage().tag()))
                .orElse(item.gtin14());
        d.refuse(Refusal.EXPIRED, name);
        return false;
    }

    static void addMarked(Deciding d, Article article, Scan.MarkedItem item) {
        Measure measure = item.mark().measure();
        boolean packOfItsOwn = item.gtin14().startsWith("9");
        if (article.soldBy() == SoldBy.WEIGHT) {
            addWeighed(d, article, item.raw(), measure);
        } else if (measure.price().isPresent()) {
            SellingRules.addLine(d, piece(d, article, measure.price().get()), article);
        } else if (packOfItsOwn
                && article.price().isPresent()
                && measure.pieces().isPresent()) {
            Money one = article.price().get();
            Line line = piece(d, article, one)
                    .atLabelPrice(one.times(measure.pieces().get()));
            SellingRules.addLine(d, line, article);
        } else if (packOfItsOwn) {
            SellingRules.unknown(d, item.raw(), article.key());
        } else {
            SellingRules.add(d, article);
        }
    }

    static void addMeasured(Deciding d, Article article, Scan.MeasuredItem label) {
        if (article.soldBy() == SoldBy.WEIGHT && label.pieces().isEmpty()) {
            addWeighed(
                    d,
                    article,
                    label.raw(),
                    new Measure(label.grams(), Optional.empty(), label.price(), Optional.empty()));
        } else if (article.soldBy() == SoldBy.PIECE && label.grams().isEmpty()) {
            addCounted(d, article, label);
        } else {
            SellingRules.unknown(d, label.raw(), article.key());
        }
    }

    /** A label with a price or a count on goods that are sold by the piece. */
    private static void addCounted(Deciding d, Article article, Scan.MeasuredItem label) {
        Optional<Money> one = label.price().or(article::price);
        if (one.isEmpty()) {
            SellingRules.askPrice(d, article);
            return;
        }
        Line line = piece(d, article, one.get());
        SellingRules.addLine(
                d,
                label.pieces()
                        .map(count -> line.atLabelPrice(one.get().times(count)))
                        .orElse(line),
                article);
    }

    /** By the weight of the label, at its price where it has one, else at its price for a kilogram, else at ours. */
    private static void addWeighed(Deciding d, Article article, String raw, Measure measure) {
        if (measure.grams().isEmpty() && measure.price().isEmpty()) {
            if (measure.pieces().isPresent()) {
                SellingRules.unknown(d, raw, article.key());
            } else {
                SellingRules.add(d, article);
            }
            return;
        }
        Optional<Money> perKilogram = measure.unitPrice().or(article::price);
        if (perKilogram.isEmpty()) {
            SellingRules.askPrice(d, article);
            return;
        }
        int grams = measure.grams().orElseGet(() -> gramsFor(measure.price().get(), perKilogram.get()));
        Line line = Line.weighed(SellingRules.nextLine(d), article, perKilogram.get(), grams, SellingRules.version(d));
        SellingRules.addLine(d, measure.price().map(line::atLabelPrice).orElse(line), article);
    }

    private static Line piece(Deciding d, Article article, Money price) {
        return Line.piece(SellingRules.nextLine(d), 0, article, price, SellingRules.version(d));
    }

    /** Quantity behind a price label, for stock and bagging scale only: rounded to a gram, never less than one. */
    private static int gramsFor(Money price, Money perKilogram) {
        if (perKilogram.isZero()) {
            return 1;
        }
        return (int) Math.max(1, (price.minor() * 1000 + perKilogram.minor() / 2) / perKilogram.minor());
    }
}
