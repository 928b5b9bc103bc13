package org.samokasa.kiosk.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.help.SelfHelp;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.lane.event.CallEvent.HelpEnded;
import org.samokasa.kiosk.lane.event.CallEvent.SelfHelpOpened;
import org.samokasa.kiosk.lane.event.CallEvent.SelfHelpShown;
import org.samokasa.kiosk.lane.event.LaneEvent;

/** What is on record of the cards that come with a call, and when one of them ends it. */
class SelfHelpTest {
    private static final List<SelfHelp> CARDS = List.of(SelfHelp.FIND_BARCODE, SelfHelp.WEIGH_PRODUCE, SelfHelp.BAG_IT);

    private final LaneBench lane = new LaneBench();

    private LaneBench called() {
        return lane.scan(LaneBench.MILK).bag(1030).tell(new ShopperCommand.CallHelp(CARDS));
    }

    private <E extends LaneEvent> List<E> facts(Class<E> kind) {
        return lane.journal().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void the_call_is_on_record_before_any_card() {
        called();
        List<String> kinds = lane.journal().stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
        assertThat(kinds.indexOf("HelpCalled")).isNotNegative().isLessThan(kinds.indexOf("SelfHelpShown"));
    }

    @Test
    void each_card_counts_once_for_each_call() {
        called().tell(new ShopperCommand.LookAtHelp(CARDS));
        lane.tell(new ShopperCommand.LookAtHelp(List.of(SelfHelp.BAG_IT, SelfHelp.LIGHT_ITEM)));
        lane.tell(new ShopperCommand.OpenSelfHelp(SelfHelp.BAG_IT));
        lane.tell(new ShopperCommand.OpenSelfHelp(SelfHelp.BAG_IT));
        assertThat(facts(SelfHelpShown.class))
                .extracting(SelfHelpShown::topics)
                .containsExactly(CARDS, List.of(SelfHelp.LIGHT_ITEM));
        assertThat(facts(SelfHelpOpened.class))
                .extracting(SelfHelpOpened::topic)
                .containsExactly(SelfHelp.BAG_IT);
    }

    @Test
    void a_card_that_is_read_was_shown() {
        called().tell(new ShopperCommand.OpenSelfHelp(SelfHelp.RECEIPT));
        HelpCall.Cards cards = lane.lane().help().orElseThrow().cards();
        assertThat(cards.shown()).contains(SelfHelp.RECEIPT);
        assertThat(cards.tried()).contains(SelfHelp.RECEIPT);
    }

    @Test
    void that_helped_ends_the_call_with_its_topic_and_nobody_is_asked_how_it_was() {
        called().tell(new ShopperCommand.OpenSelfHelp(SelfHelp.BAG_IT))
                .tell(new ShopperCommand.SolveAlone(SelfHelp.BAG_IT));
        assertThat(lane.lane().help()).isEmpty();
        assertThat(lane.lane().helped()).isEmpty();
        HelpEnded end = facts(HelpEnded.class).get(0);
        assertThat(end.end()).isEqualTo(HelpCall.End.CANCELLED_BY_SHOPPER);
        assertThat(end.selfHelp()).contains(SelfHelp.BAG_IT);
    }

    @Test
    void a_call_that_is_just_taken_back_names_no_card() {
        called().tell(new ShopperCommand.OpenSelfHelp(SelfHelp.BAG_IT)).tell(new ShopperCommand.CancelHelp());
        assertThat(facts(HelpEnded.class)).extracting(HelpEnded::selfHelp).containsExactly(Optional.empty());
    }

    @Test
    void who_is_on_the_way_can_be_sent_back_and_who_is_there_can_not() {
        called().tell(new ShopperCommand.OpenSelfHelp(SelfHelp.BAG_IT));
        lane.order(new HubCommand.Accept("4-1", "Anna", 20));
        assertThat(lane.lane().help().orElseThrow().isTheirsToEnd()).isTrue();
        lane.order(new HubCommand.Arrive("4-1", "Anna")).tell(new ShopperCommand.SolveAlone(SelfHelp.BAG_IT));
        assertThat(lane.lane().help()).isPresent();
        assertThat(lane.refusal()).contains(Refusal.NOTHING_TO_DO);
    }

    @Test
    void a_card_nobody_read_helped_nobody() {
        called().tell(new ShopperCommand.SolveAlone(SelfHelp.BAG_IT));
        assertThat(lane.refusal()).contains(Refusal.NOTHING_TO_DO);
        assertThat(lane.lane().help()).isPresent();
    }

    @Test
    void a_call_about_an_age_ends_with_the_age_and_not_with_a_card() {
        lane.scan(LaneBench.BEER).bag(520).tell(new ShopperCommand.LookAtHelp(List.of(SelfHelp.AGE_CHECK)));
        lane.tell(new ShopperCommand.OpenSelfHelp(SelfHelp.AGE_CHECK))
                .tell(new ShopperCommand.SolveAlone(SelfHelp.AGE_CHECK));
        assertThat(lane.lane().help()).isPresent();
        assertThat(facts(SelfHelpOpened.class)).hasSize(1);
    }

    @Test
    void a_restart_in_between_forgets_no_card() {
        called().tell(new ShopperCommand.OpenSelfHelp(SelfHelp.BAG_IT));
        HelpCall before = lane.lane().help().orElseThrow();
        assertThat(lane.powerCut().lane().help()).contains(before);
    }

    @Test
    void without_a_call_there_is_no_card() {
        lane.scan(LaneBench.MILK).tell(new ShopperCommand.LookAtHelp(CARDS));
        lane.tell(new ShopperCommand.OpenSelfHelp(SelfHelp.BAG_IT));
        assertThat(facts(SelfHelpShown.class)).isEmpty();
        assertThat(facts(SelfHelpOpened.class)).isEmpty();
    }
}
