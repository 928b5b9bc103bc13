package org.samokasa.kiosk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.domain.catalogue.Article.Kind;
import org.samokasa.kiosk.domain.catalogue.Article.SoldBy;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.help.HelpClocks;
import org.samokasa.kiosk.help.HelpLifecycle;
import org.samokasa.kiosk.help.HelpRefusal;
import org.samokasa.kiosk.json.RecordJson;

/** What becomes of baskets that were put aside. */
public class SuspendedSalesTest {
    private static final Instant NOW = Instant.parse("2030-01-01T09:00:00Z");
    private static final SuspendedSale SALE =
            new SuspendedSale("8c1f:4-17", 4, 17, NOW, "Anna", List.of(line("Milk 1 L", 119)));

    private final ShopRules rules = new ShopRules(new HelpLifecycle(HelpClocks.DEFAULT));
    private Shop shop = Shop.EMPTY;

    /** A piece of goods. */
    public static Line line(String name, long minor) {
        Money price = new Money(minor, "EUR");
        return new Line(
                1,
                0,
                ItemKey.gtin("4006381333931"),
                Map.of("", name),
                Kind.GOODS,
                SoldBy.PIECE,
                0,
                price,
                price,
                "A",
                0,
                1030,
                "",
                1);
    }

    private StoreDecision decide(StoreCommand command) {
        StoreDecision decision = rules.decide(shop, command, NOW);
        if (decision instanceof StoreDecision.Happens happens) {
            // As they would come back after a restart.
            happens.events()
                    .forEach(event -> shop =
                            shop.evolve(RecordJson.read(StoreEvent.class, RecordJson.write(StoreEvent.class, event))));
        }
        return decision;
    }

    private StoreDecision recallAt(int lane) {
        return decide(new StoreCommand.RecallSale(SALE.id(), lane, "Jan"));
    }

    @Test
    void it_waits_until_a_lane_has_taken_it() {
        decide(new StoreCommand.KeepSale(SALE));
        assertThat(shop.suspended().all()).extracting(SuspendedSales.Kept::sale).containsExactly(SALE);
        recallAt(2);
        assertThat(shop.suspended().get(SALE.id()).orElseThrow().going())
                .contains(new SuspendedSales.Going(2, "Jan", NOW));
        decide(new StoreCommand.HearOfRecall(SALE.id(), 2, true));
        assertThat(shop.suspended().all()).isEmpty();
        assertThat(recallAt(3)).isEqualTo(new StoreDecision.Refused(HelpRefusal.UNKNOWN_SALE, SALE.id()));
    }

    @Test
    void it_is_sent_to_one_lane_at_a_time() {
        decide(new StoreCommand.KeepSale(SALE));
        recallAt(2);
        assertThat(recallAt(3)).isEqualTo(new StoreDecision.Refused(HelpRefusal.SALE_IS_ON_ITS_WAY, "2"));
        decide(new StoreCommand.HearOfRecall(SALE.id(), 3, false));
        assertThat(shop.suspended().get(SALE.id()).orElseThrow().going()).isPresent();
        decide(new StoreCommand.HearOfRecall(SALE.id(), 2, false));
        assertThat(shop.suspended().get(SALE.id()).orElseThrow())
                .isEqualTo(new SuspendedSales.Kept(SALE, Optional.empty(), Optional.of(2)));
        assertThat(recallAt(3)).isInstanceOf(StoreDecision.Happens.class);
    }

    @Test
    void it_can_be_given_up_even_when_a_lane_never_answers() {
        decide(new StoreCommand.KeepSale(SALE));
        recallAt(2);
        decide(new StoreCommand.GiveUpSale(SALE.id(), "Jan", "goods are back on the shelf"));
        assertThat(shop.suspended().all()).isEmpty();
        decide(new StoreCommand.HearOfRecall(SALE.id(), 2, true));
        assertThat(decide(new StoreCommand.GiveUpSale(SALE.id(), "Jan", "again")))
                .isEqualTo(new StoreDecision.Refused(HelpRefusal.UNKNOWN_SALE, SALE.id()));
    }
}
