package org.samokasa.kiosk.ui.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.domain.catalogue.Article;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.event.BasketEvent.ItemAdded;
import org.samokasa.kiosk.lane.event.ServiceEvent.LaneOpened;
import org.samokasa.kiosk.lane.event.ServiceEvent.SaleStarted;

/** A basket that nobody sees: painted once at the start, so that the first shopper's scan finds everything loaded. */
public final class Rehearsal {
    private Rehearsal() {}

    /** @param currency of the shop */
    public static LaneView basket(int lane, String currency, Instant now) {
        Article article = new Article(
                ItemKey.plu("4011"),
                Map.of("", "A"),
                Article.SoldBy.PIECE,
                Optional.empty(),
                "A",
                0,
                0,
                Optional.empty(),
                "",
                "banana",
                Article.Kind.GOODS);
        Lane shopping = Lane.unopened(lane, Language.EN)
                .after(new LaneOpened(now))
                .after(new SaleStarted(now, 1, 0))
                .after(new ItemAdded(now, Line.piece(1, 0, article, Money.of(100, currency), 0)));
        return new LaneView(shopping, Readings.none(), now, false, Optional.empty());
    }
}
