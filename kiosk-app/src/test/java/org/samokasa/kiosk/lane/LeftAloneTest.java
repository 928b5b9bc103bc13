package org.samokasa.kiosk.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.command.PaymentCommand;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.lane.event.CallEvent.HelpEnded;

/** Shoppers who walk away: the lane never waits for them for ever. Each case was found by the soak. */
class LeftAloneTest {
    private final LaneBench lane = new LaneBench();

    @Test
    void a_human_is_called_when_nobody_answers_a_refused_card() {
        lane.scan(LaneBench.MILK).bag(1030).pay();
        lane.tell(new PaymentCommand.PaymentRefusedByTerminal(lane.attempt(), CardPayment.Refusal.DECLINED, "05"));
        lane.seconds(80);
        assertThat(lane.lane().help()).isEmpty();
        lane.seconds(15);
        assertThat(lane.lane().help().map(HelpCall::cause)).contains(HelpCause.IDLE_BASKET);
        assertThat(lane.lane().phase()).isEqualTo(Phase.PAYING);
    }

    @Test
    void an_empty_basket_is_given_up_although_goods_wait_for_the_scale() {
        lane.pick(LaneBench.BANANA).seconds(50);
        assertThat(lane.lane().phase()).isEqualTo(Phase.SHOPPING);
        lane.seconds(15);
        assertThat(lane.lane().phase()).isEqualTo(Phase.ATTRACT);
    }

    @Test
    void who_called_from_an_empty_basket_and_left_has_abandoned_the_call() {
        lane.tell(new ShopperCommand.StartShopping()).tell(new ShopperCommand.CallHelp());
        lane.seconds(299);
        assertThat(lane.lane().help()).isPresent();
        lane.seconds(1);
        assertThat(lane.lane().phase()).isEqualTo(Phase.ATTRACT);
        assertThat(lane.lane().help()).isEmpty();
        assertThat(ends()).containsExactly(HelpCall.End.ABANDONED);
    }

    @Test
    void nobody_is_given_up_while_somebody_comes_to_them() {
        lane.tell(new ShopperCommand.StartShopping()).tell(new ShopperCommand.CallHelp());
        lane.order(new HubCommand.Accept("4-1", "Anna", 20)).seconds(900);
        assertThat(lane.lane().phase()).isEqualTo(Phase.SHOPPING);
        assertThat(ends()).isEmpty();
        lane.order(new HubCommand.Solve("4-1", "Anna"));
        assertThat(ends()).containsExactly(HelpCall.End.SOLVED);
    }

    @Test
    void asking_for_help_at_a_basket_that_was_left_raises_a_new_request() {
        lane.scan(LaneBench.MILK).bag(1030).seconds(95);
        assertThat(lane.lane().help().map(HelpCall::cause)).contains(HelpCause.IDLE_BASKET);
        lane.tell(new ShopperCommand.CallHelp());
        assertThat(lane.lane().help().map(HelpCall::cause)).contains(HelpCause.SHOPPER_CALLED);
        assertThat(ends()).containsExactly(HelpCall.End.AUTO_CLEARED);
    }

    @Test
    void who_calls_before_a_card_that_was_not_taken_calls_about_the_payment() {
        lane.scan(LaneBench.MILK).bag(1030).pay();
        lane.tell(new PaymentCommand.PaymentRefusedByTerminal(lane.attempt(), CardPayment.Refusal.DECLINED, "05"));
        lane.tell(new ShopperCommand.CallHelp());
        assertThat(lane.lane().help().map(HelpCall::cause)).contains(HelpCause.PAYMENT_TROUBLE);
        lane.pay().approve().terminalDone();
        assertThat(lane.lane().help())
                .as("paid, and still waiting for somebody")
                .isPresent();
        lane.tell(new ShopperCommand.CancelHelp());
        assertThat(ends()).containsExactly(HelpCall.End.CANCELLED_BY_SHOPPER);
    }

    @Test
    void what_a_shopper_came_through_last_is_known_until_the_next_one_comes() {
        lane.scan(LaneBench.MILK).scan(LaneBench.GUM).pick(LaneBench.BANANA).scan(LaneBench.BEER);
        lane.tell(new ShopperCommand.RemoveLine(1));
        assertThat(lane.lane().calling().steps().names()).containsExactly("WEIGH", "SCAN", "AGE_CHECK", "REMOVE");
        lane.powerCut();
        assertThat(lane.lane().calling().steps().names())
                .as("after a restart")
                .hasSize(4)
                .endsWith("REMOVE");
        LaneBench other = new LaneBench();
        other.scan(LaneBench.MILK).tell(new ShopperCommand.RemoveLine(1)).seconds(60);
        assertThat(other.lane().phase()).isEqualTo(Phase.ATTRACT);
        other.scan(LaneBench.GUM);
        assertThat(other.lane().calling().steps().names()).containsExactly("SCAN");
    }

    private List<HelpCall.End> ends() {
        return lane.journal().stream()
                .filter(HelpEnded.class::isInstance)
                .map(event -> ((HelpEnded) event).end())
                .toList();
    }
}
