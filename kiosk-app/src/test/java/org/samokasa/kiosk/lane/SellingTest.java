package org.samokasa.kiosk.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samokasa.kiosk.lane.LaneBench.BANANA;
import static org.samokasa.kiosk.lane.LaneBench.BEER;
import static org.samokasa.kiosk.lane.LaneBench.GUM;
import static org.samokasa.kiosk.lane.LaneBench.HAM;
import static org.samokasa.kiosk.lane.LaneBench.MILK;
import static org.samokasa.kiosk.lane.LaneBench.MYSTERY_WEIGHT;
import static org.samokasa.kiosk.lane.LaneBench.NO_PRICE;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.domain.catalogue.Article.Kind;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.lane.Effect.Sound;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.command.MachineCommand;
import org.samokasa.kiosk.lane.command.ShopperCommand;

class SellingTest {
    private final LaneBench lane = new LaneBench();

    @Test
    void the_first_scan_opens_a_sale_and_bills_the_item_at_the_price_of_its_catalogue() {
        lane.scan("]E0" + MILK);
        assertThat(lane.lane().phase()).isEqualTo(Phase.SHOPPING);
        assertThat(lane.sale().number()).isEqualTo(1);
        assertThat(lane.total()).isEqualTo(Money.of(349, "PLN"));
        assertThat(lane.sale().basket().lines().get(0).catalogueVersion()).isEqualTo(7);
        assertThat(lane.lastEffects()).contains(new Effect.Play(Sound.SCANNED));
    }

    @Test
    void a_damaged_code_is_refused_audibly_and_bills_nothing() {
        lane.scan("]E05901234123458");
        assertThat(lane.lane().sale()).isEmpty();
        assertThat(lane.refusal()).contains(Refusal.SCAN_UNREADABLE);
        assertThat(lane.lastEffects()).containsExactly(new Effect.Play(Sound.REFUSED));
    }

    @Test
    void a_bottle_brings_its_deposit_and_takes_it_along_when_removed() {
        lane.scan(BEER).scan(MILK);
        assertThat(lane.sale().basket().lines())
                .extracting(Line::kind)
                .containsExactly(Kind.GOODS, Kind.DEPOSIT, Kind.GOODS);
        assertThat(lane.sale().basket().itemCount()).isEqualTo(2);
        assertThat(lane.total()).isEqualTo(Money.of(849, "PLN"));
        lane.tell(new ShopperCommand.RemoveLine(2));
        assertThat(lane.refusal()).as("a deposit does not go alone").contains(Refusal.NO_SUCH_LINE);
        lane.tell(new ShopperCommand.RemoveLine(1));
        assertThat(lane.total()).isEqualTo(Money.of(349, "PLN"));
    }

    @Test
    void an_unknown_item_is_told_kept_as_a_problem_and_can_be_set_aside() {
        lane.scan("]E04000000000006");
        assertThat(lane.refusal()).contains(Refusal.UNKNOWN_ITEM);
        Problem problem = lane.sale().open(Problem.Kind.UNKNOWN_ITEM).orElseThrow();
        assertThat(problem.evidence()).containsEntry("code", "]E04000000000006");
        lane.tell(new ShopperCommand.SetAside(problem.id()));
        assertThat(lane.sale().openProblems()).isEmpty();
        assertThat(lane.sale().basket().isEmpty()).isTrue();
    }

    @Test
    void goods_without_a_price_call_a_human_who_names_one() {
        lane.scan(NO_PRICE);
        assertThat(lane.refusal()).contains(Refusal.PRICE_UNKNOWN);
        assertThat(lane.lane().help().orElseThrow().cause()).isEqualTo(HelpCause.PRICE_QUERY);
        String problem =
                lane.sale().open(Problem.Kind.PRICE_QUERY).orElseThrow().id();
        lane.order(new HubCommand.Resolve(problem, true, "Anna", "", Optional.of(Money.of(4900, "PLN"))));
        assertThat(lane.total()).isEqualTo(Money.of(4900, "PLN"));
        assertThat(lane.lane().help()).isEmpty();
    }

    @Test
    void produce_is_billed_by_the_weight_that_stood_still() {
        lane.pick(BANANA).weigh(785);
        assertThat(lane.sale().basket().isEmpty())
                .as("a weight must stand for a second")
                .isTrue();
        lane.seconds(1);
        assertThat(lane.sale().basket().lines()).singleElement().satisfies(line -> {
            assertThat(line.grams()).isEqualTo(785);
            assertThat(line.amount()).isEqualTo(Money.of(470, "PLN"));
        });
        assertThat(lane.sale().weighing()).isEmpty();
    }

    @Test
    void silence_movement_and_too_little_never_put_a_line_in_the_basket() {
        lane.pick(BANANA).seconds(20);
        lane.tell(new MachineCommand.ProduceScaleRead(new Load.Moving())).seconds(5);
        lane.tell(new MachineCommand.ProduceScaleRead(new Load.OutOfRange())).seconds(5);
        lane.weigh(0).seconds(5).weigh(19).seconds(5);
        lane.tell(new MachineCommand.ProduceScaleRead(new Load.Unknown())).seconds(5);
        assertThat(lane.sale().basket().isEmpty()).isTrue();
    }

    @Test
    void one_load_is_sold_once_whatever_the_noise() {
        lane.pick(BANANA).weigh(785).seconds(1);
        lane.pick(BANANA).weigh(786).seconds(3).weigh(785).seconds(3);
        assertThat(lane.sale().basket().lines()).hasSize(1);
        lane.weigh(0).weigh(300).seconds(1);
        assertThat(lane.sale().basket().lines()).hasSize(2);
    }

    @Test
    void a_weight_label_is_billed_by_its_weight() {
        lane.scan("]E02812340015006");
        assertThat(lane.total()).isEqualTo(Money.of(6000, "PLN"));
        assertThat(lane.sale().basket().lines().get(0).grams()).isEqualTo(1500);
    }

    @Test
    void a_pack_with_weight_and_price_in_its_code_is_billed_at_that_price() {
        lane.scan("]e001" + HAM + "31030001953922" + "0299\u001D17261231");
        assertThat(lane.sale().basket().lines()).singleElement().satisfies(line -> {
            assertThat(line.grams()).isEqualTo(195);
            assertThat(line.amount()).isEqualTo(Money.of(299, "PLN"));
            assertThat(line.expectedGrams()).isEqualTo(195);
        });
    }

    @Test
    void a_pack_with_only_its_weight_is_billed_at_the_price_of_the_catalogue_or_of_the_code() {
        lane.scan("]e001" + HAM + "3103000500");
        assertThat(lane.total()).as("0.5 kg at 40.00").isEqualTo(Money.of(2000, "PLN"));
        lane.scan("]e001" + HAM + "31020012343952000999");
        assertThat(lane.total()).as("12.34 kg at 9.99, half up").isEqualTo(Money.of(2000 + 12328, "PLN"));
    }

    @Test
    void a_price_in_another_currency_or_no_measure_at_all_sells_nothing() {
        lane.scan("]e001" + HAM + "310300019539329780299");
        assertThat(lane.refusal()).contains(Refusal.NOT_FOR_SALE);
        lane.scan("]e001" + HAM);
        assertThat(lane.refusal()).contains(Refusal.NOT_FOR_SALE);
        assertThat(lane.lane().sale()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "17261120, true", // use by, yesterday
        "17261121, false", // today counts
        "15261120, true", // best before
        "16261120, true", // sell by
        "15270115, false",
        "17261100, false", // until the end of this month
        "1527011517261120, true", // the strictest decides
        "70032611211059, true", // one minute ago in Warsaw, where it is 11:00
        "70032611211101, false",
    })
    void goods_past_a_date_of_their_code_are_refused_audibly(String elements, boolean refused) {
        lane.scan("]d2010" + MILK + elements);
        assertThat(lane.refusal().isPresent()).isEqualTo(refused);
        if (refused) {
            assertThat(lane.refusal()).contains(Refusal.EXPIRED);
            assertThat(lane.lane().sale()).isEmpty();
            assertThat(lane.lastEffects()).containsExactly(new Effect.Play(Sound.REFUSED));
        } else {
            assertThat(lane.total()).isEqualTo(Money.of(349, "PLN"));
        }
    }

    @Test
    void a_web_link_on_the_pack_sells_what_its_bars_sell() {
        lane.scan("]Q1https://brand.example/01/0" + MILK + "/10/L7?17=261231");
        assertThat(lane.total()).isEqualTo(Money.of(349, "PLN"));
        lane.scan("]Q1https://brand.example/promo");
        assertThat(lane.refusal()).contains(Refusal.NOT_FOR_SALE);
    }

    @Test
    void alcohol_calls_for_an_age_check_while_scanning_goes_on() {
        lane.scan(BEER).scan(MILK).bag(1550);
        assertThat(lane.sale().basket().itemCount()).isEqualTo(2);
        assertThat(lane.lane().help().orElseThrow().cause()).isEqualTo(HelpCause.AGE_CHECK);
        Problem check = lane.sale().open(Problem.Kind.AGE_CHECK).orElseThrow();
        assertThat(check.evidence()).containsEntry("bornOnOrBefore", "2008-11-21");
        lane.pay();
        assertThat(lane.refusal()).contains(Refusal.OPEN_PROBLEM);
        lane.order(new HubCommand.Resolve(check.id(), true, "Anna", "saw the card", Optional.empty()));
        assertThat(lane.lane().help()).isEmpty();
        lane.scan(BEER);
        assertThat(lane.sale().openProblems()).as("asked once in a visit").isEmpty();
    }

    @Test
    void a_refused_age_check_takes_the_goods_out() {
        lane.scan(BEER).scan(MILK);
        String check = lane.sale().open(Problem.Kind.AGE_CHECK).orElseThrow().id();
        lane.order(new HubCommand.Resolve(check, false, "Anna", "too young", Optional.empty()));
        assertThat(lane.total()).isEqualTo(Money.of(349, "PLN"));
    }

    @Test
    void removing_the_goods_ends_the_age_check_and_its_call_by_itself() {
        lane.scan(BEER);
        lane.tell(new ShopperCommand.RemoveLine(1));
        assertThat(lane.sale().openProblems()).isEmpty();
        assertThat(lane.lane().help()).isEmpty();
    }

    @Test
    void weight_nobody_scanned_becomes_a_problem_and_clears_when_it_fits() {
        lane.scan(MILK).bag(1030).seconds(5).bag(1500).seconds(2);
        assertThat(lane.sale().openProblems()).isEmpty();
        lane.seconds(2);
        Problem problem = lane.sale().open(Problem.Kind.WEIGHT_MISMATCH).orElseThrow();
        assertThat(problem.evidence()).containsEntry("gramsExpected", "1030").containsEntry("gramsMeasured", "1500");
        assertThat(lane.lane().help()).isEmpty();
        lane.seconds(20);
        assertThat(lane.lane().help().orElseThrow().cause()).isEqualTo(HelpCause.WEIGHT_MISMATCH);
        lane.bag(1035);
        assertThat(lane.sale().openProblems()).isEmpty();
        assertThat(lane.lane().help()).isEmpty();
    }

    @Test
    void an_accepted_difference_is_not_asked_about_again() {
        lane.scan(MILK).bag(1500).seconds(4);
        String problem =
                lane.sale().open(Problem.Kind.WEIGHT_MISMATCH).orElseThrow().id();
        lane.order(new HubCommand.Resolve(problem, true, "Anna", "own bag", Optional.empty()))
                .seconds(30);
        assertThat(lane.sale().openProblems()).isEmpty();
        lane.scan(GUM).bag(1514).seconds(30);
        assertThat(lane.sale().openProblems()).isEmpty();
    }

    @Test
    void the_weight_of_goods_without_one_is_learnt_in_the_bag() {
        lane.scan(MYSTERY_WEIGHT).bag(80).seconds(30);
        assertThat(lane.sale().openProblems()).isEmpty();
        assertThat(lane.sale().bagLearnt()).containsEntry(1, 80);
        lane.bag(200).seconds(4);
        assertThat(lane.sale().openProblems()).hasSize(1);
    }

    @Test
    void a_silent_bagging_scale_accuses_nobody() {
        lane.scan(MILK).bag(1030);
        lane.tell(new MachineCommand.BagScaleRead(new Load.Unknown())).seconds(60);
        lane.machine(Readings.BAGGING_SCALE, false, "NO_ANSWER").bag(0).seconds(10);
        assertThat(lane.sale().openProblems()).isEmpty();
    }

    @Test
    void what_lies_in_the_bagging_area_before_the_visit_is_not_charged_against_it() {
        lane.bag(700).scan(MILK).bag(1730).seconds(30);
        assertThat(lane.sale().openProblems()).isEmpty();
    }

    @Test
    void an_empty_basket_is_given_up_and_its_number_stays_used() {
        lane.tell(new ShopperCommand.StartShopping()).seconds(31);
        assertThat(lane.lane().phase()).isEqualTo(Phase.ATTRACT);
        lane.scan(MILK);
        assertThat(lane.sale().number()).isEqualTo(2);
    }

    @Test
    void a_basket_left_alone_is_kept_and_a_human_is_called() {
        lane.scan(MILK).bag(1030).seconds(91);
        assertThat(lane.total()).isEqualTo(Money.of(349, "PLN"));
        assertThat(lane.lane().help().orElseThrow().cause()).isEqualTo(HelpCause.IDLE_BASKET);
        lane.tell(new ShopperCommand.Touched());
        assertThat(lane.lane().help()).isEmpty();
    }
}
