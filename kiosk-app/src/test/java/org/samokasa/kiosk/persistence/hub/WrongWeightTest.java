package org.samokasa.kiosk.persistence.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.tax.TaxTable;
import org.samokasa.kiosk.help.HelpClocks;
import org.samokasa.kiosk.help.HelpCommand;
import org.samokasa.kiosk.help.HelpLifecycle;
import org.samokasa.kiosk.insight.ItemDoctor;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.LaneBench;
import org.samokasa.kiosk.lane.MachineBook;
import org.samokasa.kiosk.lane.Problem;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.kiosk.network.LaneMessage;
import org.samokasa.kiosk.network.LaneWords;
import org.samokasa.kiosk.store.Shop;
import org.samokasa.kiosk.store.ShopRules;
import org.samokasa.kiosk.store.StoreCommand;
import org.samokasa.kiosk.store.StoreDecision;
import org.samokasa.kiosk.store.StoreEvent;
import org.samokasa.kiosk.words.WordFiles;

/** From a weight that is wrong in the catalogue, over lanes and hub, to the item doctor. */
class WrongWeightTest {
    /** What the catalogue of the bench says a carton of milk weighs, and what it really weighs. */
    private static final int CATALOGUE = 1030;

    @TempDir
    Path folder;

    private final LaneBench lane = new LaneBench();

    /** A visit in which the bag shows so much, somebody is called, looks and approves. */
    private void visit(int grams) {
        lane.bag(0).scan(LaneBench.MILK).bag(grams).seconds(45);
        Problem problem = lane.sale().open(Problem.Kind.WEIGHT_MISMATCH).orElseThrow();
        assertThat(lane.lane().help()).isPresent();
        lane.order(new HubCommand.Resolve(problem.id(), true, "Anna", "", Optional.empty()));
        lane.pay().approve().terminalDone().tell(new ShopperCommand.AnswerReceipt(false));
        lane.pass(Duration.ofSeconds(10));
    }

    private List<ItemDoctor.Finding> findings() throws IOException {
        List<StoreEvent> events = events();
        try (HubView view = HubView.open(folder, "j")) {
            for (int i = 0; i < events.size(); i++) {
                view.apply(i + 1L, events.get(i));
            }
            return ItemDoctor.findings(view.period(Instant.EPOCH, lane.now().plusSeconds(1)));
        }
    }

    /** What the hub makes of what the lane says. */
    private List<StoreEvent> events() {
        LaneWords words = new LaneWords(
                "8c1f",
                new TaxTable(List.of(new TaxTable.Rate("A", 2300, LocalDate.EPOCH))),
                ZoneOffset.UTC,
                Language.EN,
                MachineBook.EMPTY);
        ShopRules rules = new ShopRules(new HelpLifecycle(HelpClocks.DEFAULT));
        List<StoreEvent> all = new ArrayList<>();
        Shop shop = Shop.EMPTY;
        Lane before = Lane.unopened(4, Language.EN);
        for (LaneEvent event : lane.journal()) {
            Lane after = before.after(event);
            Optional<LaneMessage> message = words.message(event, before, after);
            if (message.isPresent() && message.get() instanceof LaneMessage.HelpRaised raised) {
                StoreCommand command = new StoreCommand.HelpStep(new HelpCommand.Raise(raised.call()));
                StoreDecision decision = rules.decide(shop, command, event.at());
                for (StoreEvent happened : ((StoreDecision.Happens) decision).events()) {
                    all.add(happened);
                    shop = shop.evolve(happened);
                }
            }
            before = after;
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {60, -60})
    void a_weight_that_is_wrong_by_60_g_is_found_with_the_right_one(int wrong) throws IOException {
        visit(CATALOGUE + wrong + 3);
        visit(CATALOGUE + wrong);
        visit(CATALOGUE + wrong - 2);
        visit(CATALOGUE + wrong + 1);
        ItemDoctor.Finding finding = findings().get(0);
        assertThat(finding.goods()).isEqualTo("Milk");
        assertThat(finding.edit()).isEqualTo(ItemDoctor.Edit.WEIGHT);
        assertThat(finding.stops()).isEqualTo(4);
        assertThat(finding.weight().orElseThrow()).isBetween(CATALOGUE + wrong - 2L, CATALOGUE + wrong + 3L);
        assertThat(finding.evidence(WordFiles.reports(Language.EN)))
                .contains(String.format(
                        java.util.Locale.ROOT,
                        "one weighs %,d g",
                        finding.weight().getAsLong()));
    }

    @Test
    void milk_that_is_not_put_down_does_not_weigh_nothing() throws IOException {
        for (int i = 0; i < 4; i++) {
            visit(0);
        }
        assertThat(findings()).isEmpty();
    }

    @Test
    void differences_that_do_not_agree_are_no_wrong_weight() throws IOException {
        visit(CATALOGUE + 60);
        visit(CATALOGUE - 200);
        visit(CATALOGUE + 400);
        visit(CATALOGUE - 90);
        assertThat(findings()).isEmpty();
    }

    @Test
    void something_nobody_scanned_names_no_goods() throws IOException {
        for (int i = 0; i < 4; i++) {
            visit(CATALOGUE * 2);
        }
        assertThat(findings()).isEmpty();
    }
}
