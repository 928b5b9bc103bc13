package org.samokasa.kiosk.lane;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.lane.command.PaymentCommand;

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
}
