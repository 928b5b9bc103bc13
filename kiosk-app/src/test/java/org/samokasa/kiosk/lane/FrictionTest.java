package org.samokasa.kiosk.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.command.MachineCommand;
import org.samokasa.kiosk.lane.command.PaymentCommand;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.lane.event.CallEvent.HelpOffered;

/** Who seems to need help is offered it, softly and seldom. */
class FrictionTest {
    private final LaneBench lane = new LaneBench();

    private List<Friction.Sign> offers() {
        return lane.journal().stream()
                .filter(HelpOffered.class::isInstance)
                .map(event -> ((HelpOffered) event).sign())
                .toList();
    }

    private void refusals(int count) {
        for (int i = 0; i < count; i++) {
            lane.tell(new MachineCommand.ScanUnreadable("damaged"));
        }
    }

    private void touched() {
        lane.tell(new ShopperCommand.Touched());
    }

    private void shopping() {
        lane.scan(LaneBench.MILK).bag(1030);
    }

    @Test
    void three_refused_scans_in_half_a_minute_are_a_sign_and_three_in_a_long_time_are_none() {
        shopping();
        refusals(2);
        lane.seconds(30);
        refusals(2);
        assertThat(offers()).isEmpty();
        refusals(1);
        assertThat(offers()).containsExactly(Friction.Sign.REFUSED_SCANS);
        assertThat(lane.lane().help()).isEmpty();
    }

    @Test
    void no_step_further_is_a_sign_only_while_somebody_is_trying() {
        shopping();
        lane.seconds(50);
        assertThat(offers()).isEmpty();
        touched();
        assertThat(offers()).containsExactly(Friction.Sign.STUCK_STEP);
    }

    @Test
    void whoever_gets_further_is_left_alone() {
        shopping();
        lane.seconds(40).scan(LaneBench.GUM).bag(1044).seconds(10);
        touched();
        assertThat(offers()).isEmpty();
    }

    @Test
    void a_bagging_area_that_disagrees_three_times_is_a_sign() {
        shopping();
        for (int i = 0; i < 3; i++) {
            lane.bag(1530).seconds(4).bag(1030).seconds(2);
        }
        assertThat(offers()).containsExactly(Friction.Sign.WEIGHT_PING_PONG);
    }

    @Test
    void a_card_declined_twice_is_a_sign() {
        shopping();
        for (int i = 0; i < 2; i++) {
            assertThat(offers()).isEmpty();
            lane.pay()
                    .tell(new PaymentCommand.PaymentRefusedByTerminal(
                            lane.attempt(), CardPayment.Refusal.DECLINED, "05"));
        }
        assertThat(offers()).containsExactly(Friction.Sign.DECLINED_TWICE);
    }

    @Test
    void no_is_enough_for_five_minutes() {
        shopping();
        refusals(3);
        lane.tell(new ShopperCommand.DeclineOffer());
        refusals(3);
        lane.seconds(200);
        refusals(3);
        assertThat(offers()).hasSize(1);
        lane.tell(new ShopperCommand.TakeOffer());
        assertThat(lane.lane().help().filter(call -> call.cause() == HelpCause.STUCK_SHOPPER))
                .isEmpty();
    }

    @Test
    void yes_calls_somebody_and_the_call_is_the_shoppers_own() {
        shopping();
        refusals(3);
        lane.tell(new ShopperCommand.TakeOffer());
        assertThat(lane.lane().help().map(HelpCall::cause)).contains(HelpCause.STUCK_SHOPPER);
        lane.seconds(5).tell(new ShopperCommand.CancelHelp());
        assertThat(lane.lane().help()).isEmpty();
    }

    @Test
    void nothing_is_offered_while_nobody_is_free() {
        shopping();
        lane.tell(new ShopperCommand.CallHelp());
        lane.order(new HubCommand.Forecast(lane.lane().help().orElseThrow().requestId(), 91));
        lane.tell(new ShopperCommand.CancelHelp());
        refusals(3);
        assertThat(offers()).isEmpty();
    }
}
