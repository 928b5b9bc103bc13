package org.samokasa.kiosk.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.kiosk.lane.CardPayment;
import org.samokasa.kiosk.lane.Effect.Sound;
import org.samokasa.sim.script.Scenario;
import org.samokasa.sim.script.ScenarioRunner;

/** Trips of a whole lane with its machines, in virtual time: a line is what happens | what the lane then shows. */
class LaneScenariosTest {
    private final VirtualLane lane = new VirtualLane(7);

    private void play(String script) {
        new ScenarioRunner(lane, Duration.ofSeconds(30)).run(Scenario.parse(script));
    }

    @Test
    void a_plain_trip_ends_paid_with_a_receipt() {
        play("""
                touch start                       | SHOPPING
                scan MILK                         | 1 lines 3.49 PLN
                bag 1030 g
                touch pick plu:4011
                put produce-scale 785 g           | 2 lines 8.19 PLN
                take produce-scale 785 g
                bag 785 g
                wait 2 s                          | problem none
                touch pay                         | PAYING
                card approve                      | RECEIPT paid
                touch receipt                     | THANKS
                wait 9 s                          | ATTRACT
                """);
        assertThat(taken()).isEqualTo(819);
        assertThat(lane.printerMachine().textLines())
                .anySatisfy(line -> assertThat(line).contains("Bananas"));
        assertThat(lane.printerMachine().textLines())
                .anySatisfy(line -> assertThat(line).contains("8.19"));
    }

    @Test
    void weight_and_price_in_a_code_come_through_the_scanner_into_the_basket() {
        play("""
                scan ]e00199521234543216310300019539220299 | 1 lines 2.99 PLN
                bag 195 g
                scan ]d2010590123412345717270101  | 2 lines 6.48 PLN
                scan ]d2010590123412345717261120  | 2 lines 6.48 PLN problem none
                """);
        assertThat(lane.sounds()).endsWith(Sound.SCANNED, Sound.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fault produce-scale silent",
                "fault produce-scale garble",
                "unplug produce-scale",
                "fault produce-scale half",
                "fault produce-scale drop 3"
            })
    void a_scale_that_does_not_answer_never_puts_a_line_in_the_basket(String fault) {
        play("""
                touch start                       | SHOPPING
                %s
                wait 1 s
                touch pick plu:4011
                wait 25 s                         | 0 lines 0.00 PLN
                """.formatted(fault));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fault produce-scale silent", "fault produce-scale garble", "unplug produce-scale"})
    void a_load_put_on_a_scale_that_fell_silent_is_sold_only_when_it_speaks_again(String fault) {
        play("""
                touch start                       | SHOPPING
                touch pick plu:4011
                %s
                put produce-scale 785 g
                wait 20 s                         | 0 lines 0.00 PLN
                """.formatted(fault));
        play(fault.startsWith("unplug") ? "plug produce-scale" : "heal produce-scale");
        play("wait 15 s | 1 lines 4.70 PLN");
    }

    @Test
    void a_silent_bagging_scale_lets_the_shopper_go_on() {
        play("""
                scan MILK                         | 1 lines 3.49 PLN
                fault bagging-scale silent
                wait 40 s                         | problem none
                touch pay                         | PAYING
                """);
    }

    @Test
    void a_weight_nobody_scanned_is_asked_about_and_clears_by_itself() {
        play("""
                scan MILK
                bag 1030 g
                wait 3 s                          | problem none
                bag 500 g                         | problem WEIGHT_MISMATCH
                wait 21 s                         | help RAISED
                unbag 500 g                       | problem none help none
                """);
    }

    @Test
    void an_age_check_is_approved_from_afar() {
        play("""
                scan BEER                         | problem AGE_CHECK help RAISED
                bag 520 g
                attendant accept                  | help ACCEPTED
                attendant approve AGE_CHECK       | problem none help none
                touch pay                         | PAYING
                card approve                      | RECEIPT paid
                """);
    }

    @Test
    void help_that_solved_nothing_comes_again_and_is_rated_after_the_sale() {
        play("""
                scan MILK
                bag 1030 g
                touch help                        | help RAISED
                attendant accept                  | help ACCEPTED
                attendant arrive                  | help ARRIVED
                attendant solve                   | help none
                scan GUM                          | 2 lines 5.48 PLN help none
                bag 14 g
                touch not-solved                  | help RAISED
                attendant accept                  | help ACCEPTED
                attendant solve                   | help none
                touch solved                      | help none
                wait 2 s
                touch pay                         | PAYING
                card approve                      | RECEIPT paid
                touch no-receipt                  | THANKS
                touch face 3 friendly
                wait 9 s                          | ATTRACT
                """);
        assertThat(lane.journal())
                .anySatisfy(fact -> assertThat(fact).contains("HelpCalled", "\"again\":\"4-1\""))
                .anySatisfy(fact -> assertThat(fact).contains("HelpAnswered", "4-2", "true"))
                .anySatisfy(fact -> assertThat(fact).contains("HelpRated", "4-2", "friendly"));
    }

    @Test
    void a_shopper_who_calls_reads_a_card_and_goes_on_alone() {
        play("""
                scan MILK                         | problem none
                touch help                        | help RAISED
                attendant accept                  | help ACCEPTED
                touch open-card BAG_IT            | help ACCEPTED
                bag 1030 g                        | problem none help ACCEPTED
                touch that-helped BAG_IT          | help none
                touch pay                         | PAYING
                card approve                      | RECEIPT paid
                touch no-receipt                  | THANKS
                """);
        assertThat(lane.lane().helped()).isEmpty();
        assertThat(lane.journal())
                .anySatisfy(fact -> assertThat(fact).contains("HelpEnded", "\"selfHelp\":\"BAG_IT\""));
    }

    @Test
    void who_arrives_first_ends_the_call_and_not_the_card() {
        play("""
                scan MILK
                bag 1030 g
                touch help                        | help RAISED
                touch open-card WEIGH_PRODUCE
                attendant accept                  | help ACCEPTED
                attendant arrive                  | help ARRIVED
                touch that-helped WEIGH_PRODUCE   | help ARRIVED
                attendant solve                   | help none
                touch solved                      | help none
                """);
        assertThat(lane.journal())
                .anySatisfy(fact -> assertThat(fact).contains("SelfHelpOpened"))
                .noneSatisfy(fact -> assertThat(fact).contains("HelpEnded", "selfHelp"));
    }

    @Test
    void a_stuck_shopper_is_offered_help_takes_it_and_says_how_it_was() {
        play("""
                scan MILK
                bag 1030 g
                wait 44 s
                touch look                        | help none
                wait 2 s
                touch look                        | help none
                touch take-offer                  | help RAISED
                attendant accept                  | help ACCEPTED
                attendant arrive                  | help ARRIVED
                attendant solve                   | help none
                touch solved
                touch pay                         | PAYING
                card approve                      | RECEIPT paid
                touch no-receipt                  | THANKS
                touch face 4
                wait 9 s                          | ATTRACT
                """);
        assertThat(lane.journal())
                .anySatisfy(fact -> assertThat(fact).contains("HelpOffered", "STUCK_STEP"))
                .anySatisfy(fact -> assertThat(fact).contains("HelpCalled", "STUCK_SHOPPER"))
                .anySatisfy(fact -> assertThat(fact).contains("HelpRated", "\"faces\":4"));
    }

    @Test
    void a_declined_card_is_followed_by_one_that_is_taken() {
        play("""
                scan MILK
                bag 1030 g
                wait 2 s
                touch pay                         | PAYING
                card decline 5
                wait 5 s                          | PAYING
                touch retry
                card approve                      | RECEIPT paid
                """);
        assertThat(taken()).isEqualTo(349);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 200, 350, 500, 650, 800, 1000, 1500, 2500, 4000, 7000})
    void power_lost_at_any_moment_of_a_payment_charges_once_or_not_at_all(int millisAfterCard) {
        play("scan MILK\nbag 1030 g\nwait 2 s\ntouch pay | PAYING\nwait 500 ms\ncard approve");
        lane.waitFor(Duration.ofMillis(millisAfterCard));
        play("power-cut lane");
        lane.waitFor(Duration.ofSeconds(60));
        boolean paid = lane.lane().lastSale() == 1
                && lane.lane().sale().map(sale -> sale.isPaid()).orElse(true);
        assertThat(taken()).isEqualTo(paid ? 349 : 0);
        assertThat(lane.lane().sale().flatMap(sale -> sale.payment()).map(CardPayment::state))
                .isNotEqualTo(java.util.Optional.of(CardPayment.State.IN_DOUBT));
    }

    @Test
    void a_terminal_that_vanishes_in_the_middle_is_asked_when_it_is_back() {
        play("""
                scan MILK
                bag 1030 g
                wait 2 s
                touch pay                         | PAYING
                wait 500 ms
                card vanish
                wait 20 s
                """);
        assertThat(taken()).isZero();
        assertThat(lane.lane().sale().orElseThrow().payment().orElseThrow().state())
                .isEqualTo(CardPayment.State.REFUSED);
        play("touch retry | PAYING\nwait 1 s\ncard approve | RECEIPT paid");
        assertThat(taken()).isEqualTo(349);
    }

    @Test
    void power_lost_while_shopping_comes_back_to_the_same_basket() {
        play("""
                scan MILK
                scan BEER                         | 3 lines 8.49 PLN problem AGE_CHECK
                power-cut lane                    | SHOPPING 3 lines 8.49 PLN problem AGE_CHECK help RAISED
                scan GUM                          | 4 lines 10.48 PLN
                """);
    }

    @Test
    void paper_out_calls_a_human_and_never_takes_a_payment_back() {
        play("""
                fault printer paper-out
                wait 20 s                         | help RAISED
                scan MILK
                bag 1030 g
                wait 2 s
                touch pay                         | PAYING
                card approve                      | RECEIPT paid
                touch receipt                     | THANKS
                heal printer
                wait 15 s                         | help none
                """);
        assertThat(taken()).isEqualTo(349);
    }

    @Test
    void every_scan_is_heard() {
        play(
                "scan MILK | 1 lines\nscan 5901234123458\nscan ]C0HELLO\nbag 1030 g\nwait 2 s\ntouch pay | PAYING\nscan MILK");
        assertThat(lane.sounds().stream().filter(sound -> sound == Sound.SCANNED))
                .hasSize(1);
        assertThat(lane.sounds().stream().filter(sound -> sound == Sound.REFUSED))
                .hasSize(3);
    }

    @Test
    void a_lost_scanner_is_told_and_comes_back() {
        play("""
                unplug scanner
                wait 12 s                         | OUT_OF_SERVICE help RAISED
                plug scanner
                wait 12 s                         | ATTRACT help none
                scan MILK                         | SHOPPING 1 lines
                """);
    }

    /** Money taken for our payments, without what was in the terminal's memory before. */
    private long taken() {
        return lane.terminalMachine().chargedMinor() - 1999;
    }
}
