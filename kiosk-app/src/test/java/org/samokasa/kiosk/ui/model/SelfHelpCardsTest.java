package org.samokasa.kiosk.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.language.Words;
import org.samokasa.kiosk.help.SelfHelp;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.command.MachineCommand;
import org.samokasa.kiosk.ui.EveryScreen;
import org.samokasa.kiosk.ui.ScreenBench;
import org.samokasa.kiosk.ui.ScreenParts;
import org.samokasa.kiosk.words.WordFiles;

/** Which cards come with help, and what a shopper can do with them. */
class SelfHelpCardsTest {
    /** Screens on which nothing helps but somebody who comes. */
    private static final Set<ScreenId> WITHOUT = Set.of(
            ScreenId.PAUSED,
            ScreenId.LANE_CLOSED,
            ScreenId.OUT_OF_SERVICE,
            ScreenId.STAFF_MACHINES,
            ScreenId.STAFF_MACHINE);

    private static Stream<String> ways() {
        return EveryScreen.ways().keySet().stream().filter(way -> !way.equals("assistance-here"));
    }

    private static ScreenBench at(String way) {
        return EveryScreen.ways().get(way).apply(new ScreenBench());
    }

    private static List<String> offered(ScreenBench bench) {
        return ScreenParts.card(bench.view()).answers().stream()
                .map(answer -> answer.control().name().replace("self-help-", ""))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void help_brings_three_cards_wherever_a_card_can_help(String way) {
        ScreenId page = at(way).view().screen();
        List<String> cards = offered(at(way).press("help"));
        assertThat(cards).doesNotHaveDuplicates().hasSize(WITHOUT.contains(page) ? 0 : SelfHelp.SHOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "attract, FIND_BARCODE WEIGH_PRODUCE LANGUAGE",
        "language, LANGUAGE CONTRAST FIND_BARCODE",
        "basket, FIND_BARCODE WEIGH_PRODUCE BAG_IT",
        "basket-notice, BARCODE_WONT_SCAN UNKNOWN_ITEM FIND_BARCODE",
        "unknown-item, UNKNOWN_ITEM FIND_BY_LETTERS BARCODE_WONT_SCAN",
        "look-up-fruit, FIND_BY_LETTERS WEIGH_PRODUCE FIND_BARCODE",
        "look-up-bags, CARRIER_BAGS OWN_BAG BAG_IT",
        "weigh, WEIGH_PRODUCE FIND_BY_LETTERS ONE_TOO_MANY",
        "remove-line, ONE_TOO_MANY PRICE_DIFFERS BAG_IT",
        "weight-check-missing, BAG_IT LIGHT_ITEM ONE_TOO_MANY",
        "weight-check-extra, UNSCANNED_IN_BAG OWN_BAG ONE_TOO_MANY",
        "age-check, AGE_CHECK ONE_TOO_MANY FIND_BARCODE",
        "age-check-put-off, AGE_CHECK ONE_TOO_MANY FIND_BARCODE",
        "price-query, PRICE_DIFFERS ONE_TOO_MANY FIND_BARCODE",
        "payment, PAY_BY_CARD FORGOT_SOMETHING PRICE_DIFFERS",
        "payment-busy, PAYMENT_CHECKED RECEIPT PRICE_DIFFERS",
        "payment-stopping, PAYMENT_CHECKED RECEIPT PRICE_DIFFERS",
        "declined, CARD_NOT_ACCEPTED FORGOT_SOMETHING PAY_BY_CARD",
        "declined-cancelled, PAY_BY_CARD FORGOT_SOMETHING PRICE_DIFFERS",
        "payment-doubt, PAYMENT_CHECKED RECEIPT PRICE_DIFFERS",
        "code-waiting, PAY_BY_CODE FORGOT_SOMETHING PRICE_DIFFERS",
        "code-declined, PAY_BY_CODE FORGOT_SOMETHING PRICE_DIFFERS",
        "receipt, RECEIPT PRICE_DIFFERS LANGUAGE",
        "thanks-no-receipt, RECEIPT PRICE_DIFFERS LANGUAGE",
    })
    void the_likeliest_answer_stands_first(String way, String cards) {
        assertThat(offered(at(way).press("help"))).containsExactly(cards.split(" "));
    }

    @Test
    void every_card_is_the_answer_to_something() {
        Set<String> shown = new TreeSet<>();
        ways().forEach(way -> shown.addAll(offered(at(way).press("help"))));
        assertThat(shown)
                .containsExactlyElementsOf(new TreeSet<>(
                        Stream.of(SelfHelp.values()).map(Enum::name).toList()));
    }

    @Test
    void every_topic_has_its_steps_and_every_step_its_sentence() {
        for (Map.Entry<Language, Words> words : WordFiles.all().entrySet()) {
            if (!Language.onScreens().contains(words.getKey())) {
                continue;
            }
            for (SelfHelp topic : SelfHelp.values()) {
                List<SelfHelpCards.Step> steps = SelfHelpCards.topic(topic).steps();
                assertThat(steps).hasSizeBetween(2, SelfHelpCards.STEPS_MAX);
                assertThat(words.getValue().has(SelfHelpCards.key(topic, "headline")))
                        .isTrue();
                for (int i = 0; i < SelfHelpCards.STEPS_MAX; i++) {
                    String key = SelfHelpCards.key(topic, Integer.toString(i + 1));
                    assertThat(words.getValue().has(key)).as(key).isEqualTo(i < steps.size());
                    boolean filled = i < steps.size()
                            && words.getValue().sentences().get(key).contains("{0}");
                    assertThat(filled)
                            .as("%s names a button", key)
                            .isEqualTo(
                                    i < steps.size() && !steps.get(i).button().isEmpty());
                }
            }
        }
    }

    @Test
    void the_cards_stay_under_the_finger_while_the_page_stays() {
        ScreenBench bench = at("basket-notice").press("help");
        List<String> before = offered(bench);
        bench.scan(ScreenBench.MUSTARD);
        assertThat(offered(bench)).isEqualTo(before);
    }

    @Test
    void another_page_under_the_open_card_brings_its_own() {
        ScreenBench bench = at("payment").press("help").approved().terminalDone();
        assertThat(offered(bench)).containsExactly("RECEIPT", "PRICE_DIFFERS", "LANGUAGE");
    }

    @Test
    void a_card_opens_large_over_a_call_that_stays_and_stays_in_sight() {
        ScreenBench bench = at("basket").press("help").press("self-help-FIND_BARCODE");
        assertThat(bench.view().screen()).isEqualTo(ScreenId.SELF_HELP);
        assertThat(bench.view().banner()).isPresent();
        assertThat(ScreenParts.names(bench.view())).contains("help", "back", "try-it", "that-helped");
        assertThat(bench.press("help").view().screen()).isEqualTo(ScreenId.ASSISTANCE_COMING);
        assertThat(bench.press("self-help-BAG_IT").press("back").view().screen())
                .isEqualTo(ScreenId.ASSISTANCE_COMING);
        assertThat(bench.lane().help()).isPresent();
    }

    @Test
    void that_helped_closes_everything_and_asks_nothing() {
        ScreenBench bench =
                at("basket").press("help").press("self-help-FIND_BARCODE").press("that-helped");
        assertThat(bench.lane().help()).isEmpty();
        assertThat(bench.view().screen()).isEqualTo(ScreenId.BASKET);
        assertThat(bench.view().banner()).isEmpty();
    }

    @Test
    void whoever_tries_it_on_the_basket_says_there_that_it_helped() {
        ScreenBench bench = at("cards-tried");
        assertThat(bench.view().screen()).isEqualTo(ScreenId.BASKET);
        bench.tell(new MachineCommand.Scanned(ScreenBench.MUSTARD));
        assertThat(bench.press("that-helped").lane().help()).isEmpty();
    }

    @Test
    void who_arrives_takes_the_place_of_the_cards() {
        ScreenBench bench = at("basket").press("help").press("self-help-FIND_BARCODE");
        bench.accepted("Anna", 20).order(new HubCommand.Arrive("4-1", "Anna"));
        assertThat(bench.view().screen()).isEqualTo(ScreenId.ASSISTANCE_COMING);
        assertThat(offered(bench)).isEmpty();
    }

    @Test
    void a_call_about_an_age_is_not_ended_by_a_card() {
        ScreenBench bench = at("age-check").press("help").press("self-help-AGE_CHECK");
        assertThat(ScreenParts.names(bench.view())).contains("try-it").doesNotContain("that-helped");
        assertThat(bench.press("try-it").lane().help()).isPresent();
    }

    @Test
    void the_lane_knows_what_was_shown() {
        ScreenBench bench = at("declined").press("help");
        List<String> recorded = new ArrayList<>();
        bench.lane().help().orElseThrow().cards().shown().forEach(card -> recorded.add(card.name()));
        assertThat(recorded).isEqualTo(offered(bench));
    }
}
