package org.samokasa.kiosk.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.samokasa.kiosk.lane.CardPayment.Refusal;
import org.samokasa.kiosk.lane.command.PaymentCommand;
import org.samokasa.kiosk.ui.EveryScreen;
import org.samokasa.kiosk.ui.ScreenBench;
import org.samokasa.kiosk.ui.ScreenParts;
import org.samokasa.kiosk.ui.model.ViewState.Card;

class PayingScreensTest {
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
    void the_shopper_reads_their_own_language_and_the_terminals_words_where_it_insists() {
        come("payment").prompt("ENTER_PIN", "PIN please, dear customer", true);
        assertThat(card().headline()).isEqualTo("Enter your PIN");
        assertThat(card().text()).isEqualTo("PIN please, dear customer");
        bench.prompt("ENTER_PIN", "PIN?", false);
        assertThat(card().headline()).isEqualTo("Enter your PIN");
        bench.prompt("OTHER", "Select account", false);
        assertThat(card().headline()).isEqualTo("Select account");
        bench.prompt("OTHER", "", false);
        assertThat(card().headline()).isEqualTo("Please look at the card reader");
    }

    @Test
    void a_payment_can_be_cancelled_until_the_terminal_works_on_it() {
        come("payment");
        assertThat(ScreenParts.names(bench.view())).contains("cancel-payment");
        bench.prompt("PROCESSING", "", false);
        assertThat(ScreenParts.names(bench.view())).doesNotContain("cancel-payment");
        bench.prompt("INSERT_CARD", "", false).press("cancel-payment");
        assertThat(ScreenParts.names(bench.view())).doesNotContain("cancel-payment");
        assertThat(card().headline()).isEqualTo("We are stopping the payment");
    }

    @ParameterizedTest
    @EnumSource(value = Refusal.class)
    void whatever_refused_a_payment_the_shopper_reads_what_became_of_the_money(Refusal why) {
        come("payment").refused(why);
        assertThat(screen(bench)).isEqualTo(ScreenId.DECLINED);
        assertThat(card().text())
                .isEqualTo(why == Refusal.TAKEN_BACK ? "The amount goes back to your card." : "No money was taken.");
        bench.press("to-basket");
        assertThat(screen(bench)).isEqualTo(ScreenId.BASKET);
    }

    @Test
    void a_payment_in_doubt_can_neither_be_repeated_nor_left_but_help_can_be_called() {
        come("payment-doubt");
        assertThat(ScreenParts.names(bench.view())).containsExactlyInAnyOrder("language", "theme", "help");
        assertThat(card().text()).contains("do not pay again");
        bench.tell(new PaymentCommand.FoundNotPaid(bench.attempt(), ""));
        assertThat(screen(bench)).isEqualTo(ScreenId.DECLINED);
    }

    @Test
    void the_receipt_question_answers_itself() {
        come("receipt");
        assertThat(card().ring().orElseThrow().secondsLeft()).isEqualTo(9);
        bench.seconds(10);
        assertThat(card().headline()).isEqualTo("Your receipt is printing");
    }

    @Test
    void thanks_speak_of_the_receipt_only_when_there_is_one() {
        come("thanks");
        assertThat(card().text()).isEqualTo("Please take your bags and your receipt.");
        ScreenBench without = EveryScreen.ways().get("thanks-no-receipt").apply(new ScreenBench());
        assertThat(ScreenParts.card(without.view()).text()).isEqualTo("Please take your bags.");
    }

    @Test
    void an_approved_payment_says_so_before_the_terminal_has_ended() {
        come("payment-approved");
        assertThat(card().headline()).isEqualTo("Paid. Thank you");
        assertThat(ScreenParts.names(bench.view())).doesNotContain("cancel-payment");
    }

    @Test
    void a_shopper_who_leaves_a_declined_payment_standing_is_asked_whether_they_are_still_there() {
        come("declined").seconds(61);
        assertThat(screen(bench)).isEqualTo(ScreenId.STILL_THERE);
        bench.press("still-here");
        assertThat(screen(bench)).isEqualTo(ScreenId.DECLINED);
    }
}
