package org.samokasa.kiosk.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.lane.command.HubCommand.Nothing;
import org.samokasa.kiosk.lane.command.HubCommand.Write;
import org.samokasa.kiosk.lane.command.ShopperCommand;

/** What an attendant writes to the shopper. */
class NoteTest {
    private final LaneBench lane = new LaneBench();

    private LaneBench written(Duration ago) {
        return lane.order(new Write("One moment, please.", lane.now().minus(ago)));
    }

    @Test
    void it_is_on_record_and_heard_until_it_is_read() {
        lane.scan(LaneBench.MILK);
        written(Duration.ofSeconds(1));
        assertThat(lane.lane().note().orElseThrow().text()).isEqualTo("One moment, please.");
        assertThat(lane.lastEffects()).contains(new Effect.Play(Effect.Sound.NOTICE));
        lane.powerCut();
        assertThat(lane.lane().note()).as("after a power cut").isPresent();
        lane.tell(new ShopperCommand.ReadNote());
        assertThat(lane.lane().note()).isEmpty();
        lane.tell(new ShopperCommand.ReadNote());
        assertThat(lane.refusal()).contains(Refusal.NOTHING_TO_DO);
    }

    @Test
    void the_next_shopper_does_not_see_it() {
        written(Duration.ZERO);
        assertThat(lane.lane().note()).isPresent();
        lane.scan(LaneBench.MILK);
        assertThat(lane.lane().note()).isEmpty();
    }

    @Test
    void one_that_comes_late_is_taken_and_not_shown() {
        written(Duration.ofMinutes(6));
        assertThat(lane.lane().note()).isEmpty();
        assertThat(lane.lane().lastOrderOf("hub")).isEqualTo(1);
    }

    @Test
    void what_this_lane_has_never_heard_of_is_taken_and_nothing_happens() {
        lane.order(new Nothing());
        assertThat(lane.lane().lastOrderOf("hub")).isEqualTo(1);
        assertThat(lane.lastEffects()).isEmpty();
    }
}
