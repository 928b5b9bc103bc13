package org.samokasa.kiosk.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samokasa.kiosk.lane.LaneBench.MILK;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.lane.CardPayment.CardFacts;
import org.samokasa.kiosk.lane.CardPayment.State;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.command.MachineCommand;
import org.samokasa.kiosk.lane.command.PaymentCommand;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.lane.event.PaymentEvent.PaymentApproved;
import org.samokasa.kiosk.lane.event.PaymentEvent.PaymentIntended;

/** The table of payment-rules section 3, crash or break after each step, and what a shopper may do meanwhile. */
class PayingTest {
    private final LaneBench lane = new LaneBench();

    private LaneBench paying() {
        lane.tell(new PaymentCommand.TerminalReady(Optional.of(LaneBench.transaction("0317"))));
        return lane.scan(MILK).bag(1030).seconds(1).pay();
    }

    @Test
    void the_intent_is_on_disk_before_the_terminal_is_asked() {
        paying();
        assertThat(lane.journal()).last().isInstanceOf(PaymentIntended.class);
        assertThat(lane.payment().before()).contains(LaneBench.transaction("0317"));
        assertThat(lane.effects(Effect.Pay.class)).containsExactly(new Effect.Pay("4-1-1", Money.of(349, "PLN")));
    }

    @Test
    void an_approval_is_on_disk_before_it_is_acknowledged_and_ends_paid() {
        paying().approve();
        assertThat(lane.journal()).last().isInstanceOf(PaymentApproved.class);
        assertThat(lane.lastEffects()).contains(new Effect.AcceptResult("4-1-1"));
        lane.terminalDone();
        assertThat(lane.lane().phase()).isEqualTo(Phase.RECEIPT);
        lane.tell(new ShopperCommand.AnswerReceipt(true));
        assertThat(lane.effects(Effect.PrintReceipt.class))
                .containsExactly(new Effect.PrintReceipt("receipt-4-1", false));
        lane.tell(new MachineCommand.PaperDone("receipt-4-1"));
        assertThat(lane.lane().phase()).isEqualTo(Phase.THANKS);
        lane.seconds(9);
        assertThat(lane.lane().phase()).isEqualTo(Phase.ATTRACT);
    }

    @Test
    void a_slip_that_must_be_printed_is_printed_and_nobody_is_asked() {
        CardPayment.Slip slip = new CardPayment.Slip(List.of(), true);
        paying().approve().tell(new PaymentCommand.SlipFromTerminal("4-1-1", true, slip));
        assertThat(lane.effects(Effect.PrintReceipt.class)).isEmpty();
        lane.terminalDone();
        assertThat(lane.lane().sale().orElseThrow().receipt()).isEqualTo(Sale.ReceiptState.PRINTING);
        lane.tell(new ShopperCommand.AnswerReceipt(false));
        assertThat(lane.effects(Effect.PrintReceipt.class))
                .containsExactly(new Effect.PrintReceipt("receipt-4-1", false));
    }

    @Test
    void a_slip_that_need_not_be_printed_leaves_the_choice() {
        CardPayment.Slip slip = new CardPayment.Slip(List.of(), false);
        paying().approve().tell(new PaymentCommand.SlipFromTerminal("4-1-1", true, slip));
        lane.terminalDone().tell(new ShopperCommand.AnswerReceipt(false));
        assertThat(lane.effects(Effect.PrintReceipt.class)).isEmpty();
        assertThat(lane.lane().phase()).isEqualTo(Phase.THANKS);
    }

    @Test
    void a_disk_that_fails_has_the_terminal_take_the_payment_back_and_stops_the_lane() {
        paying().breakDisk().approve();
        assertThat(lane.lastEffects()).contains(new Effect.RefuseResult("4-1-1"));
        assertThat(lane.lastEffects()).noneMatch(Effect.AcceptResult.class::isInstance);
        assertThat(lane.engine().stopped()).contains("disk full");
        lane.scan(MILK);
        assertThat(lane.lane().sale().orElseThrow().basket().itemCount()).isEqualTo(1);
    }

    @Test
    void a_declined_card_keeps_the_basket_and_lets_the_shopper_try_again() {
        paying().tell(new PaymentCommand.PaymentRefusedByTerminal("4-1-1", CardPayment.Refusal.DECLINED, "05"));
        assertThat(lane.lane().phase()).isEqualTo(Phase.PAYING);
        assertThat(lane.payment().state()).isEqualTo(State.REFUSED);
        lane.terminalDone().pay();
        assertThat(lane.attempt()).isEqualTo("4-1-2");
        lane.approve().terminalDone();
        assertThat(lane.lane().phase()).isEqualTo(Phase.RECEIPT);
    }

    @Test
    void a_scan_after_a_declined_card_goes_back_to_the_basket() {
        paying().tell(new PaymentCommand.PaymentRefusedByTerminal("4-1-1", CardPayment.Refusal.DECLINED, "05"));
        lane.scan(MILK);
        assertThat(lane.lane().phase()).isEqualTo(Phase.SHOPPING);
        assertThat(lane.total()).isEqualTo(Money.of(698, "PLN"));
    }

    @Test
    void a_scan_while_the_terminal_holds_the_sale_is_refused_audibly() {
        paying().scan(MILK);
        assertThat(lane.refusal()).contains(Refusal.NOT_WHILE_PAYING);
        assertThat(lane.total()).isEqualTo(Money.of(349, "PLN"));
    }

    @Test
    void cancelling_is_a_wish_and_an_approval_may_win() {
        paying().tell(new ShopperCommand.CancelPayment());
        assertThat(lane.effects(Effect.CancelPayment.class)).hasSize(1);
        lane.approve().terminalDone();
        assertThat(lane.lane().phase()).isEqualTo(Phase.RECEIPT);
    }

    @Test
    void another_amount_or_a_signature_is_refused_and_checked() {
        paying().approve(Money.of(100, "PLN"));
        assertThat(lane.payment().state()).isEqualTo(State.IN_DOUBT);
        assertThat(lane.lastEffects()).contains(new Effect.RefuseResult("4-1-1"));
        lane.terminalDone();
        assertThat(lane.effects(Effect.Enquire.class)).hasSize(1);
        lane.tell(new PaymentCommand.FoundNotPaid("4-1-1", "reversed"));
        assertThat(lane.payment().state()).isEqualTo(State.REFUSED);
    }

    @Test
    void a_wrong_amount_that_was_booked_all_the_same_is_reversed() {
        paying().approve(Money.of(100, "PLN")).terminalDone();
        Money taken = Money.of(100, "PLN");
        lane.tell(new PaymentCommand.FoundPaid("4-1-1", taken, LaneBench.transaction("0318"), CardFacts.NONE));
        assertThat(lane.effects(Effect.Reverse.class)).containsExactly(new Effect.Reverse("4-1-1", "0318", taken));
        lane.tell(new PaymentCommand.ReversalEnded("4-1-1", true, ""));
        assertThat(lane.payment().refusal()).isEqualTo(CardPayment.Refusal.TAKEN_BACK);
    }

    @Test
    void power_lost_before_the_answer_asks_the_terminal_and_believes_its_proof() {
        paying().powerCut();
        assertThat(lane.payment().state()).isEqualTo(State.IN_DOUBT);
        assertThat(lane.effects(Effect.Enquire.class))
                .containsExactly(
                        new Effect.Enquire("4-1-1", Money.of(349, "PLN"), Optional.of(LaneBench.transaction("0317"))));
        assertThat(lane.effects(Effect.Pay.class)).isEmpty();
        lane.tell(new PaymentCommand.FoundPaid(
                "4-1-1", Money.of(349, "PLN"), LaneBench.transaction("0318"), CardFacts.NONE));
        assertThat(lane.lane().phase()).isEqualTo(Phase.RECEIPT);
        assertThat(lane.sale().number()).isEqualTo(1);
    }

    @Test
    void power_lost_after_the_approval_verifies_it() {
        paying().approve().powerCut();
        assertThat(lane.payment().state()).isEqualTo(State.IN_DOUBT);
        lane.tell(new PaymentCommand.FoundNotPaid("4-1-1", "reversed for want of an acknowledgement"));
        assertThat(lane.payment().state()).isEqualTo(State.REFUSED);
        assertThat(lane.total()).isEqualTo(Money.of(349, "PLN"));
    }

    @Test
    void power_lost_while_printing_prints_a_copy() {
        paying().approve()
                .terminalDone()
                .tell(new ShopperCommand.AnswerReceipt(true))
                .powerCut();
        assertThat(lane.effects(Effect.PrintReceipt.class))
                .containsExactly(new Effect.PrintReceipt("receipt-4-1", true));
    }

    @Test
    void a_payment_nobody_can_explain_calls_a_human_whose_word_ends_it() {
        paying().tell(new PaymentCommand.PaymentLost("4-1-1", "line lost")).seconds(14);
        assertThat(lane.lane().help()).isEmpty();
        lane.seconds(2);
        assertThat(lane.lane().help().orElseThrow().cause()).isEqualTo(HelpCause.PAYMENT_IN_DOUBT);
        lane.pay();
        assertThat(lane.refusal()).as("no second payment while one is in doubt").isPresent();
        lane.tell(new PaymentCommand.FoundNothing("4-1-1", "the terminal cannot tell"));
        String problem =
                lane.sale().open(Problem.Kind.PAYMENT_IN_DOUBT).orElseThrow().id();
        lane.order(new HubCommand.Resolve(problem, true, "Anna", "read the journal", Optional.empty()));
        assertThat(lane.lane().phase()).isEqualTo(Phase.RECEIPT);
        assertThat(lane.lane().help()).isEmpty();
    }

    @Test
    void an_approval_nobody_waits_for_is_sent_back() {
        paying().tell(new PaymentCommand.PaymentRefusedByTerminal("4-1-1", CardPayment.Refusal.CANCELLED, "6C"));
        lane.tell(new PaymentCommand.PaymentApprovedByTerminal(
                "4-1-1", Money.of(349, "PLN"), LaneBench.transaction("0318"), CardFacts.NONE));
        assertThat(lane.lastEffects()).containsExactly(new Effect.RefuseResult("4-1-1"));
        assertThat(lane.sale().isPaid()).isFalse();
    }

    @Test
    void no_payment_starts_without_a_terminal_or_with_an_empty_basket() {
        lane.tell(new ShopperCommand.StartShopping()).pay();
        assertThat(lane.refusal()).contains(Refusal.BASKET_EMPTY);
        lane.scan(MILK)
                .bag(1030)
                .machine(Readings.TERMINAL, false, "NOT_CONNECTED")
                .pay();
        assertThat(lane.refusal()).contains(Refusal.CARD_NOT_AVAILABLE);
        assertThat(lane.sale().payment()).isEmpty();
    }

    @Test
    void goods_not_in_the_bag_are_settled_before_paying() {
        lane.bag(0).scan(MILK).pay();
        assertThat(lane.refusal()).contains(Refusal.CHECK_BAGGING);
        assertThat(lane.sale().open(Problem.Kind.WEIGHT_MISMATCH)).isPresent();
        lane.bag(1030);
        assertThat(lane.lane().phase()).as("the wish to pay goes on by itself").isEqualTo(Phase.PAYING);
    }

    @Test
    void missing_paper_is_told_and_never_takes_a_payment_back() {
        lane.machine(Readings.PRINTER, false, "PAPER_OUT");
        paying();
        assertThat(lane.sale().open(Problem.Kind.PAPER_OUT)).isPresent();
        lane.approve().terminalDone().seconds(13);
        lane.tell(new MachineCommand.PaperFailed("receipt-4-1", false, "paper out"));
        assertThat(lane.lane().phase()).isEqualTo(Phase.THANKS);
        assertThat(lane.lane().help().orElseThrow().cause()).isEqualTo(HelpCause.PAPER_OUT);
        lane.machine(Readings.PRINTER, true, "").seconds(11);
        assertThat(lane.lane().help()).isEmpty();
    }

    @Test
    void a_repeated_order_of_the_hub_does_no_harm() {
        lane.tell(new ShopperCommand.CallHelp());
        String request = lane.lane().help().orElseThrow().requestId();
        lane.order(new HubCommand.Accept(request, "Anna", 20)).order(new HubCommand.Solve(request, "Anna"));
        lane.tell(new ShopperCommand.CallHelp()).repeatOrder(new HubCommand.Solve(request, "Anna"));
        assertThat(lane.lane().help().orElseThrow().state()).isEqualTo(HelpCall.State.RAISED);
    }
}
