package org.samokasa.kiosk.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.lane.CardPayment;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.Problem;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.command.MachineCommand;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.ui.EveryScreen;
import org.samokasa.kiosk.ui.ScreenBench;
import org.samokasa.kiosk.ui.ScreenParts;
import org.samokasa.kiosk.ui.model.ViewState.Card;
import org.samokasa.kiosk.ui.model.ViewState.CardPage;
import org.samokasa.kiosk.ui.model.ViewState.Mood;
import org.samokasa.kiosk.ui.model.ViewState.Row;
import org.samokasa.kiosk.ui.model.ViewState.ShopPage;
import org.samokasa.kiosk.ui.model.ViewState.Thumb;

class ScreensTest {
    private final ScreenBench bench = new ScreenBench();

    private static ScreenId screen(ScreenBench bench) {
        return bench.view().screen();
    }

    private ScreenBench come(String way) {
        return EveryScreen.ways().get(way).apply(bench);
    }

    private Card card() {
        return ScreenParts.card(bench.view());
    }

    @Test
    void every_screen_can_be_reached() {
        Set<ScreenId> reached = new TreeSet<>();
        EveryScreen.ways().values().forEach(way -> reached.add(screen(way.apply(new ScreenBench()))));
        assertThat(reached).containsExactly(ScreenId.values());
    }

    @Test
    void every_phase_has_its_screen() {
        Set<Phase> seen = new TreeSet<>();
        EveryScreen.ways()
                .values()
                .forEach(way -> seen.add(way.apply(new ScreenBench()).lane().phase()));
        assertThat(seen).containsExactly(Phase.values());
    }

    @Test
    void every_state_of_a_payment_and_every_kind_of_problem_was_shown() {
        Set<CardPayment.State> states = new TreeSet<>();
        Set<Problem.Kind> kinds = new TreeSet<>();
        EveryScreen.ways()
                .values()
                .forEach(way -> way.apply(new ScreenBench()).lane().sale().ifPresent(sale -> {
                    sale.payment().ifPresent(payment -> states.add(payment.state()));
                    sale.problems().forEach(problem -> kinds.add(problem.kind()));
                }));
        assertThat(states).containsExactly(CardPayment.State.values());
        assertThat(kinds).containsExactly(Problem.Kind.values());
    }

    @Test
    void language_contrast_help_and_the_lane_number_are_on_every_screen() {
        EveryScreen.ways().forEach((name, way) -> {
            ViewState view = way.apply(new ScreenBench()).view();
            assertThat(ScreenParts.names(view)).as(name).contains("language", "theme", "help");
            assertThat(view.status().lane()).as(name).isEqualTo("Lane 4");
        });
    }

    @Test
    void no_two_controls_of_a_screen_have_one_name() {
        EveryScreen.ways()
                .forEach((name, way) -> assertThat(
                                ScreenParts.names(way.apply(new ScreenBench()).view()))
                        .as(name)
                        .doesNotHaveDuplicates());
    }

    @Test
    void who_must_show_their_age_may_scan_on_and_is_asked_again_at_the_till() {
        come("age-check").press("keep-scanning");
        assertThat(screen(bench)).isEqualTo(ScreenId.BASKET);
        assertThat(bench.view().banner().orElseThrow().text()).isEqualTo("We've called someone for you");

        bench.press("pay");
        assertThat(screen(bench)).isEqualTo(ScreenId.AGE_CHECK);
    }

    @Test
    void beer_and_its_deposit_leave_with_one_press() {
        come("age-check").press("remove-age-item");
        assertThat(screen(bench)).isEqualTo(ScreenId.BASKET);
        assertThat(bench.lane().sale().orElseThrow().basket().lines())
                .noneMatch(line -> line.ageLimit() > 0 || line.parent() > 0);
    }

    @Test
    void the_weight_question_comes_back_after_a_moment_when_nothing_changed() {
        come("weight-check-extra").press("bag-done");
        assertThat(screen(bench)).isEqualTo(ScreenId.BASKET);
        bench.seconds(5);
        assertThat(screen(bench)).isEqualTo(ScreenId.BASKET);
        bench.seconds(2);
        assertThat(screen(bench)).isEqualTo(ScreenId.WEIGHT_CHECK);
        bench.settleBag();
        assertThat(screen(bench)).isEqualTo(ScreenId.BASKET);
    }

    @Test
    void the_weight_question_says_what_to_do_and_never_grams() {
        come("weight-check-missing");
        assertThat(card().text()).isEqualTo("Please place your last items in the bagging area.");
        assertThat(card().items()).extracting(Thumb::name).containsExactly("Makaron Malma pióra nr. 14");
        assertThat(card().toString()).doesNotContain(" g,").doesNotContain(" kg");
        bench.bagPlus(500);
        assertThat(card().text()).isEqualTo("Please take the last item out for a moment.");
        assertThat(card().items()).as("nobody knows what it is now").hasSize(3);
    }

    @Test
    void an_own_bag_calls_somebody() {
        come("weight-check-extra").press("own-bag");
        assertThat(screen(bench)).isEqualTo(ScreenId.ASSISTANCE_COMING);
        assertThat(bench.lane().help()).isPresent();
    }

    @Test
    void goods_nobody_knows_are_looked_up_put_aside_or_simply_passed_over() {
        come("unknown-item").press("lookup");
        assertThat(screen(bench)).isEqualTo(ScreenId.LOOK_UP);
        bench.press("back");
        assertThat(screen(bench)).isEqualTo(ScreenId.UNKNOWN_ITEM);
        bench.seconds(1).scan(ScreenBench.PASTA);
        assertThat(screen(bench)).isEqualTo(ScreenId.BASKET);
    }

    @Test
    void putting_aside_settles_it() {
        come("unknown-item").press("set-aside");
        assertThat(screen(bench)).isEqualTo(ScreenId.BASKET);
        assertThat(bench.lane().sale().orElseThrow().openProblems()).isEmpty();
    }

    @Test
    void a_price_nobody_knows_lets_the_shopper_go_on() {
        come("price-query").press("keep-scanning");
        assertThat(screen(bench)).isEqualTo(ScreenId.BASKET);
    }

    @Test
    void missing_paper_is_said_and_stops_nothing() {
        come("basket-no-paper");
        assertThat(bench.view().banner().orElseThrow().mood()).isEqualTo(Mood.ATTENTION);
        bench.press("pay");
        assertThat(screen(bench)).isEqualTo(ScreenId.PAYMENT);
        assertThat(bench.view().banner()).isPresent();
    }

    @Test
    void newest_goods_stand_on_top_and_a_deposit_under_its_bottle() {
        bench.scan(ScreenBench.YOGHURT, ScreenBench.BEER).press("keep-scanning");
        ShopPage page = (ShopPage) bench.view().page();
        assertThat(page.basket().rows())
                .extracting(Row::name)
                .containsExactly("Okocim Mocne", "Deposit", "Jogurt z jagodami");
        assertThat(page.basket().rows()).extracting(Row::child).containsExactly(false, true, false);
        assertThat(page.basket().rows().get(1).remove()).isEmpty();
        assertThat(page.basket().count()).isEqualTo("2 items");
        assertThat(page.basket().total()).isEqualTo("8.58\u00A0zł");
    }

    @Test
    void a_new_row_stays_fresh_for_a_little_more_than_a_second() {
        bench.scan(ScreenBench.YOGHURT);
        assertThat(((ShopPage) bench.view().page()).basket().rows().get(0).fresh())
                .isTrue();
        bench.seconds(1);
        assertThat(((ShopPage) bench.view().page()).basket().rows().get(0).fresh())
                .isTrue();
        bench.seconds(1);
        assertThat(((ShopPage) bench.view().page()).basket().rows().get(0).fresh())
                .isFalse();
    }

    @Test
    void weighed_goods_say_how_their_price_came_about_in_the_language_of_the_shopper() {
        bench.weighed("4011", 785);
        assertThat(((ShopPage) bench.view().page()).basket().rows().get(0).detail())
                .isEqualTo("0.785\u00A0kg × 5.99/kg");
        bench.speaking(Language.PL);
        assertThat(((ShopPage) bench.view().page()).basket().rows().get(0).detail())
                .isEqualTo("0,785\u00A0kg × 5,99/kg");
    }

    @Test
    void removing_asks_once_and_tells_what_it_removes() {
        come("basket");
        Control remove = ScreenParts.control(bench.view(), "remove-2");
        assertThat(remove.spoken()).isEqualTo("Remove: Makaron Malma pióra nr. 14");
        bench.press("remove-2");
        assertThat(screen(bench)).isEqualTo(ScreenId.REMOVE_LINE);
        bench.press("remove-yes");
        assertThat(screen(bench)).isEqualTo(ScreenId.BASKET);
        assertThat(bench.lane().sale().orElseThrow().basket().line(2)).isEmpty();
    }

    @Test
    void picking_fruit_leads_to_the_scale_and_its_weight_to_the_basket() {
        come("basket").press("lookup");
        assertThat(screen(bench)).isEqualTo(ScreenId.LOOK_UP);
        bench.press("article-plu:4053");
        assertThat(screen(bench)).isEqualTo(ScreenId.WEIGH);
        assertThat(card().headline()).isEqualTo("Place on the scale: Lemons");
        bench.press("back");
        assertThat(screen(bench)).isEqualTo(ScreenId.BASKET);
    }

    @Test
    void the_scale_previews_the_price_and_a_silent_scale_shows_no_figure() {
        come("weigh-live");
        assertThat(card().figure()).isEqualTo("0.785\u00A0kg");
        assertThat(card().note()).isEqualTo("8.99\u00A0zł/kg · 7.06\u00A0zł");
        bench.tell(new MachineCommand.ProduceScaleRead(new org.samokasa.kiosk.lane.Load.Unknown()));
        assertThat(card().figure()).isEqualTo("– – –");
        assertThat(card().note()).isEqualTo("8.99\u00A0zł/kg");
    }

    @Test
    void goods_on_the_bakery_shelf_go_straight_into_the_basket() {
        come("basket").press("lookup").press("category-bakery").press("article-store:BAKERY-01");
        assertThat(screen(bench)).isEqualTo(ScreenId.BASKET);
        assertThat(bench.lane().sale().orElseThrow().basket().lines())
                .anyMatch(line -> line.item().equals(ItemKey.store("BAKERY-01")));
    }

    @Test
    void letters_find_goods_and_can_be_taken_back() {
        come("look-up-search");
        assertThat(ScreenParts.names(bench.view())).contains("article-plu:4072").doesNotContain("article-plu:4011");
        bench.press("key-erase")
                .press("key-erase")
                .press("key-b")
                .press("key-a")
                .press("key-n");
        assertThat(ScreenParts.names(bench.view())).contains("article-plu:4011").doesNotContain("article-plu:4072");
    }

    @Test
    void quiet_shoppers_are_asked_once_and_their_basket_is_kept() {
        come("basket").seconds(59);
        assertThat(screen(bench)).isEqualTo(ScreenId.BASKET);
        bench.seconds(1);
        assertThat(screen(bench)).isEqualTo(ScreenId.STILL_THERE);
        assertThat(card().ring().orElseThrow().secondsLeft()).isEqualTo(30);
        bench.seconds(31);
        assertThat(card().headline()).isEqualTo("We kept your basket");
        bench.press("still-here");
        assertThat(screen(bench)).isEqualTo(ScreenId.BASKET);
    }

    @Test
    void nobody_is_asked_whether_they_are_there_while_somebody_comes_to_them() {
        come("basket").press("help").press("help-close").seconds(65);
        assertThat(screen(bench)).isEqualTo(ScreenId.BASKET);
    }

    @Test
    void one_press_calls_help_and_the_screen_counts_down_honestly() {
        come("assistance-raised");
        assertThat(card().headline()).isEqualTo("We've called someone for you");
        bench.accepted("Anna", 20);
        assertThat(card().headline()).isEqualTo("Anna is on the way, about 20 s");
        bench.seconds(7);
        assertThat(card().headline()).isEqualTo("Anna is on the way, about 15 s");
        bench.seconds(14);
        assertThat(card().headline()).isEqualTo("Anna is with you any moment");
        assertThat(card().ring()).isEmpty();
        bench.press("help-cancel");
        assertThat(bench.lane().help()).isEmpty();
        assertThat(screen(bench)).isEqualTo(ScreenId.BASKET);
    }

    @Test
    void help_called_by_a_problem_cannot_be_called_off_from_the_screen() {
        come("age-check").press("help");
        assertThat(screen(bench)).isEqualTo(ScreenId.ASSISTANCE_COMING);
        assertThat(ScreenParts.names(bench.view())).doesNotContain("help-cancel");
    }

    @Test
    void the_basket_shows_what_the_last_scan_came_to_for_a_while() {
        come("basket-notice");
        assertThat(((ShopPage) bench.view().page()).headline().notice()).isTrue();
        bench.seconds((int) Banners.NOTICE_TIME.toSeconds());
        assertThat(((ShopPage) bench.view().page()).headline().notice()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(org.samokasa.kiosk.lane.Refusal.class)
    void every_refusal_has_words_in_every_language(org.samokasa.kiosk.lane.Refusal refusal) {
        boolean silent = refusal == org.samokasa.kiosk.lane.Refusal.NOTHING_TO_DO
                || refusal == org.samokasa.kiosk.lane.Refusal.UNKNOWN_ITEM;
        Language.onScreens().stream()
                .map(org.samokasa.kiosk.words.WordFiles.all()::get)
                .forEach(words -> assertThat(words.has("notice." + refusal.name()))
                        .as("%s in %s", refusal, words.language())
                        .isEqualTo(!silent));
    }

    @Test
    void stronger_contrast_lasts_until_the_shopper_leaves() {
        bench.tell(new ShopperCommand.StartShopping()).press("theme");
        assertThat(bench.view().highContrast()).isTrue();
        bench.scan(ScreenBench.PASTA);
        assertThat(bench.view().highContrast()).isTrue();
        bench.press("pay").approved().terminalDone().press("receipt-no").seconds(9);
        assertThat(screen(bench)).isEqualTo(ScreenId.ATTRACT);
        assertThat(bench.view().highContrast()).isFalse();
    }

    @Test
    void the_picture_of_the_attract_screen_changes_calmly() {
        Set<String> pictures = new TreeSet<>();
        for (int second = 0; second < 24; second += 4) {
            pictures.add(((ViewState.AttractPage) bench.view().page()).picture());
            bench.seconds(4);
        }
        assertThat(pictures).containsExactly("attract-1", "attract-2", "attract-3");
        assertThat(Duration.ofSeconds(Screens.ATTRACT_FRAME_SECONDS)).isGreaterThanOrEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void a_lane_whose_disk_failed_says_so_to_the_staff_only() {
        come("out-of-service-disk");
        assertThat(screen(bench)).isEqualTo(ScreenId.OUT_OF_SERVICE);
        assertThat(card().note()).isEqualTo("For our staff: disk");
    }

    @Test
    void an_open_call_can_be_looked_at_again_without_calling_twice() {
        come("basket").press("help").press("help-close").press("help");
        assertThat(bench.lane().calls()).isEqualTo(1);
        assertThat(screen(bench)).isEqualTo(ScreenId.ASSISTANCE_COMING);
        bench.order(new HubCommand.Solve("4-1", "Anna"));
        assertThat(screen(bench)).isEqualTo(ScreenId.BASKET);
    }

    @Test
    void total_and_items_are_in_sight_from_the_first_scan_to_the_thanks() {
        EveryScreen.ways().forEach((name, way) -> {
            ScreenBench at = way.apply(new ScreenBench());
            boolean shopping = at.lane().sale().isPresent()
                    && at.lane().phase() != Phase.ATTRACT
                    && at.view().screen() != ScreenId.OUT_OF_SERVICE;
            if (shopping) {
                assertThat(shows(at.view())).as(name).contains("zł");
            }
        });
    }

    private static String shows(ViewState view) {
        if (view.page() instanceof ShopPage page) {
            return page.basket().total();
        } else if (view.page() instanceof ViewState.LookUpPage page) {
            return page.basket().total();
        }
        CardPage page = (CardPage) view.page();
        return page.basket().map(ViewState.BasketView::total).orElse(page.card().figure());
    }
}
