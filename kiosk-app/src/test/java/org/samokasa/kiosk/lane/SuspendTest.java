package org.samokasa.kiosk.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.command.HubCommand.Close;
import org.samokasa.kiosk.lane.command.HubCommand.Pause;
import org.samokasa.kiosk.lane.command.PaymentCommand;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.kiosk.lane.event.ServiceEvent.RecallRefused;
import org.samokasa.kiosk.lane.event.ServiceEvent.SaleSuspended;

/** A basket that staff put aside at one lane and that goes on at another. */
class SuspendTest {
    private final LaneBench lane = new LaneBench();
    private final LaneBench other = new LaneBench().bag(0);

    private static void suspend(LaneBench lane) {
        lane.order(new HubCommand.Suspend(lane.lane().lastSale(), "Anna"));
    }

    private void recall(List<Line> lines) {
        other.order(new HubCommand.Recall("s:4-1", lines, "Anna", other.now()));
    }

    private List<Line> aside() {
        List<Line> lines = lane.sale().basket().lines();
        suspend(lane);
        assertThat(lane.lane().phase()).isEqualTo(Phase.ATTRACT);
        assertThat(lane.lane().sale()).isEmpty();
        return lines;
    }

    private static Class<?> lastKind(LaneBench lane) {
        List<LaneEvent> journal = lane.journal();
        return journal.get(journal.size() - 1).getClass();
    }

    @Test
    void the_lane_is_free_for_the_next_shopper_and_the_number_stays_used() {
        lane.scan(LaneBench.MILK).bag(1030);
        aside();
        assertThat(lane.journal()).last().isEqualTo(new SaleSuspended(lane.now(), 1, "Anna"));
        lane.powerCut().bag(0).scan(LaneBench.GUM);
        assertThat(lane.sale().number()).isEqualTo(2);
        assertThat(lane.sale().basket().lines()).hasSize(1);
    }

    @Test
    void what_was_asked_for_the_old_basket_is_asked_no_more() {
        lane.scan(LaneBench.BEER);
        assertThat(lane.lane().help()).isPresent();
        aside();
        assertThat(lane.lane().help()).isEmpty();
    }

    @Test
    void a_basket_before_a_payment_that_was_refused_can_be_put_aside() {
        lane.scan(LaneBench.MILK).bag(1030).pay();
        lane.tell(new PaymentCommand.PaymentRefusedByTerminal(lane.attempt(), CardPayment.Refusal.DECLINED, "05"));
        lane.terminalDone();
        assertThat(lane.lane().phase()).isEqualTo(Phase.PAYING);
        assertThat(aside()).hasSize(1);
    }

    @Test
    void nothing_is_put_aside_while_money_moves_or_something_is_to_be_settled() {
        suspend(lane);
        lane.tell(new ShopperCommand.StartShopping());
        suspend(lane);
        assertThat(lane.lane().phase()).as("an empty basket").isEqualTo(Phase.SHOPPING);
        lane.scan(LaneBench.NO_PRICE);
        suspend(lane);
        assertThat(lane.sale().openProblems()).as("a price is asked for").hasSize(1);
        lane.tell(new ShopperCommand.SetAside("1-1"))
                .scan(LaneBench.MILK)
                .bag(1030)
                .pay();
        suspend(lane);
        assertThat(lane.lane().phase()).isEqualTo(Phase.PAYING);
        lane.approve().terminalDone();
        suspend(lane);
        assertThat(lane.lane().phase()).isEqualTo(Phase.RECEIPT);
        assertThat(lane.journal()).noneMatch(SaleSuspended.class::isInstance);
    }

    @Test
    void an_order_that_comes_late_touches_no_other_basket() {
        lane.scan(LaneBench.MILK);
        aside();
        lane.scan(LaneBench.GUM).order(new HubCommand.Suspend(1, "Anna"));
        assertThat(lane.lane().phase()).isEqualTo(Phase.SHOPPING);
    }

    @Test
    void it_goes_on_elsewhere_with_its_lines_and_what_they_cost() {
        lane.scan(LaneBench.MILK)
                .bag(1030)
                .scan(LaneBench.MYSTERY_WEIGHT)
                .bag(1330)
                .seconds(2);
        lane.pick(LaneBench.BANANA).weigh(785).seconds(2).bag(2115);
        long total = lane.total().minor();
        List<Line> lines = aside();
        other.bag(2115);
        recall(lines);
        assertThat(other.lane().phase()).isEqualTo(Phase.SHOPPING);
        assertThat(other.total().minor()).isEqualTo(total);
        assertThat(other.sale().basket().lines())
                .extracting(Line::item)
                .isEqualTo(lines.stream().map(Line::item).toList());
        other.seconds(20);
        assertThat(other.sale().openProblems()).isEmpty();
        other.pay().approve().terminalDone();
        assertThat(other.payment().amount().minor()).isEqualTo(total);
    }

    @Test
    void goods_that_stay_in_the_trolley_do_no_harm_and_new_ones_are_weighed() {
        lane.scan(LaneBench.MILK).bag(1030);
        recall(aside());
        other.seconds(20);
        assertThat(other.sale().openProblems()).isEmpty();
        other.scan(LaneBench.MILK).seconds(60);
        assertThat(other.sale().open(Problem.Kind.WEIGHT_MISMATCH)).isPresent();
        assertThat(other.bag(1030).seconds(2).sale().openProblems()).isEmpty();
    }

    @Test
    void a_deposit_still_hangs_on_its_bottle() {
        lane.scan(LaneBench.GUM).bag(14).scan(LaneBench.BEER).bag(534).tell(new ShopperCommand.RemoveLine(1));
        List<Line> lines = aside();
        recall(lines);
        List<Line> there = other.sale().basket().lines();
        assertThat(there).extracting(Line::number).containsExactly(1, 2);
        assertThat(there).extracting(Line::parent).containsExactly(0, 1);
        other.tell(new ShopperCommand.RemoveLine(1));
        assertThat(other.sale().basket().isEmpty()).isTrue();
    }

    @Test
    void the_age_is_asked_for_again_because_somebody_else_may_stand_there() {
        lane.scan(LaneBench.BEER).bag(520).order(new HubCommand.Resolve("1-1", true, "Anna", "", Optional.empty()));
        assertThat(lane.sale().openProblems()).isEmpty();
        recall(aside());
        assertThat(other.sale().open(Problem.Kind.AGE_CHECK)).isPresent();
        assertThat(other.pay().lane().phase()).isEqualTo(Phase.SHOPPING);
    }

    @Test
    void a_lane_that_is_used_shut_or_hears_it_late_says_so() {
        lane.scan(LaneBench.MILK);
        List<Line> lines = aside();
        other.scan(LaneBench.GUM);
        recall(lines);
        assertThat(lastKind(other)).isEqualTo(RecallRefused.class);
        assertThat(other.sale().basket().lines()).hasSize(1);
        LaneBench paused = new LaneBench().bag(0).order(new Pause("Anna"));
        LaneBench closed = new LaneBench().bag(0).order(new Close("Anna"));
        LaneBench late = new LaneBench().bag(0);
        for (LaneBench no : List.of(paused, closed, late)) {
            no.order(new HubCommand.Recall(
                    "s:4-1", lines, "Anna", no == late ? no.now().minusSeconds(301) : no.now()));
            assertThat(lastKind(no)).isEqualTo(RecallRefused.class);
            assertThat(no.lane().sale()).isEmpty();
        }
    }

    @Test
    void a_lane_whose_scale_has_not_said_yet_what_lies_there_waits_for_it() {
        lane.scan(LaneBench.MILK).bag(1030);
        List<Line> lines = aside();
        other.bag(1030).powerCut();
        recall(lines);
        assertThat(lastKind(other)).isEqualTo(RecallRefused.class);
        other.bag(1030);
        recall(lines);
        assertThat(other.seconds(60).sale().openProblems()).isEmpty();
        LaneBench without = new LaneBench().machine(Readings.BAGGING_SCALE, false, "UNPLUGGED");
        without.order(new HubCommand.Recall("s:4-1", lines, "Anna", without.now()));
        assertThat(without.sale().basket().lines()).hasSize(1);
    }

    @Test
    void a_repeated_order_is_one_basket() {
        lane.scan(LaneBench.MILK);
        List<Line> lines = aside();
        recall(lines);
        other.repeatOrder(new HubCommand.Recall("s:4-1", lines, "Anna", other.now()));
        assertThat(other.lane().lastSale()).isEqualTo(1);
        assertThat(other.sale().basket().lines()).hasSize(1);
    }
}
