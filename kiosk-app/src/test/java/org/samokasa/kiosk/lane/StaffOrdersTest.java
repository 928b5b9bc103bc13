package org.samokasa.kiosk.lane;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.command.HubCommand.Close;
import org.samokasa.kiosk.lane.command.HubCommand.Open;
import org.samokasa.kiosk.lane.command.HubCommand.Pause;
import org.samokasa.kiosk.lane.command.HubCommand.Resume;
import org.samokasa.kiosk.lane.command.PaymentCommand;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.lane.event.ServiceEvent.LaneClosed;

/** Opening, closing after the shopper, standing still: nothing of a basket or a payment is ever lost by it. */
class StaffOrdersTest {
    private final LaneBench lane = new LaneBench();

    @Test
    void a_lane_where_nobody_is_closes_at_once_and_opens_again() {
        lane.order(new Close("Anna"));
        assertThat(lane.lane().phase()).isEqualTo(Phase.CLOSED);
        assertThat(LaneLight.of(lane.lane())).isEqualTo(LaneLight.CLOSED);
        lane.scan(LaneBench.MILK);
        assertThat(lane.refusal()).contains(Refusal.LANE_CLOSED);
        lane.order(new Open("Anna"));
        assertThat(lane.lane().phase()).isEqualTo(Phase.ATTRACT);
    }

    @Test
    void a_lane_in_use_closes_when_its_shopper_has_paid_and_gone() {
        lane.scan(LaneBench.MILK).bag(1030).order(new Close("Anna")).repeatOrder(new Close("Anna"));
        assertThat(lane.lane().phase()).isEqualTo(Phase.SHOPPING);
        assertThat(lane.refusal()).isEmpty();
        lane.scan(LaneBench.GUM).bag(1044).pay().powerCut();
        assertThat(lane.lane().orders().close()).isPresent();
        lane.tell(new PaymentCommand.FoundNotPaid(lane.attempt(), "nothing booked"));
        lane.bag(1044).tell(new ShopperCommand.BackToBasket()).pay().approve().terminalDone();
        lane.tell(new ShopperCommand.AnswerReceipt(false)).seconds(20);
        assertThat(lane.lane().phase()).isEqualTo(Phase.CLOSED);
        assertThat(lane.lane().orders()).isEqualTo(StaffOrders.NONE);
        assertThat(lane.journal())
                .filteredOn(LaneClosed.class::isInstance)
                .singleElement()
                .extracting(event -> ((LaneClosed) event).by())
                .isEqualTo("Anna");
    }

    @Test
    void a_lane_that_was_to_close_stays_open_when_somebody_thinks_better_of_it() {
        lane.scan(LaneBench.MILK).order(new Close("Anna")).order(new Open("Maria"));
        assertThat(lane.lane().orders()).isEqualTo(StaffOrders.NONE);
        lane.tell(new ShopperCommand.RemoveLine(1)).seconds(60);
        assertThat(lane.lane().phase()).isEqualTo(Phase.ATTRACT);
    }

    @Test
    void nobody_new_is_served_at_a_lane_that_is_to_close() {
        lane.scan(LaneBench.MILK)
                .bag(1030)
                .order(new Close("Anna"))
                .pay()
                .approve()
                .terminalDone();
        lane.tell(new ShopperCommand.AnswerReceipt(false));
        assertThat(lane.lane().phase()).isEqualTo(Phase.THANKS);
        lane.scan(LaneBench.GUM);
        assertThat(lane.refusal()).contains(Refusal.LANE_CLOSED);
        lane.seconds(20);
        assertThat(lane.lane().phase()).isEqualTo(Phase.CLOSED);
        assertThat(lane.lane().lastSale()).isEqualTo(1);
    }

    @Test
    void a_paused_lane_adds_nothing_takes_nothing_off_and_is_not_paid() {
        lane.scan(LaneBench.MILK).bag(1030).order(new Pause("Anna"));
        long facts = lane.journal().size();
        for (var command : new ShopperCommand[] {
            new ShopperCommand.StartShopping(),
            new ShopperCommand.PickArticle(LaneBench.BANANA),
            new ShopperCommand.RemoveLine(1),
            new ShopperCommand.SetAside("1-1"),
            new ShopperCommand.Pay()
        }) {
            lane.tell(command);
            assertThat(lane.refusal()).as(command.toString()).contains(Refusal.PAUSED);
        }
        lane.scan(LaneBench.GUM);
        assertThat(lane.refusal()).contains(Refusal.PAUSED);
        assertThat(lane.journal()).hasSize((int) facts);
        assertThat(lane.total().minor()).isEqualTo(349);
    }

    @Test
    void what_lay_on_the_scale_is_sold_when_the_lane_goes_on() {
        lane.pick(LaneBench.BANANA).order(new Pause("Anna")).weigh(785).seconds(5);
        assertThat(lane.sale().basket().isEmpty()).isTrue();
        lane.order(new Resume("Anna")).seconds(2);
        assertThat(lane.sale().basket().lines()).hasSize(1);
    }

    @Test
    void a_payment_that_runs_is_finished() {
        lane.scan(LaneBench.MILK).bag(1030).pay().order(new Pause("Anna"));
        assertThat(lane.lane().phase()).isEqualTo(Phase.PAYING);
        lane.approve()
                .terminalDone()
                .tell(new ShopperCommand.AnswerReceipt(false))
                .seconds(20);
        assertThat(lane.lane().phase()).isEqualTo(Phase.ATTRACT);
        lane.scan(LaneBench.MILK);
        assertThat(lane.refusal()).contains(Refusal.PAUSED);
        assertThat(LaneLight.of(lane.lane())).isEqualTo(LaneLight.CLOSED);
    }

    @Test
    void who_waits_at_a_paused_lane_is_not_taken_for_gone_and_can_call() {
        lane.scan(LaneBench.MILK).bag(1030).order(new Pause("Anna")).seconds(600);
        assertThat(lane.lane().help()).isEmpty();
        lane.powerCut().tell(new ShopperCommand.CallHelp());
        assertThat(lane.lane().help()).isPresent();
        lane.order(new HubCommand.Solve("4-1", "Anna")).order(new Resume("Anna"));
        assertThat(lane.bag(1030).lane().help()).isEmpty();
        assertThat(lane.pay().lane().phase()).isEqualTo(Phase.PAYING);
    }

    @Test
    void an_empty_basket_waits_while_the_lane_is_paused() {
        lane.tell(new ShopperCommand.StartShopping()).order(new Pause("Anna")).seconds(600);
        assertThat(lane.lane().phase()).isEqualTo(Phase.SHOPPING);
        lane.order(new Resume("Anna")).seconds(20);
        assertThat(lane.lane().phase()).isEqualTo(Phase.SHOPPING);
        lane.seconds(60);
        assertThat(lane.lane().phase()).isEqualTo(Phase.ATTRACT);
    }
}
