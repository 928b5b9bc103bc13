package org.samokasa.kiosk.lane;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.lane.command.ClockCommand;
import org.samokasa.kiosk.lane.command.PaymentCommand;

/** A lane whose disk takes nothing more. Found by the soak. */
class DiskFailsTest {
    @Test
    void the_scan_that_could_not_be_kept_is_refused_audibly() {
        LaneBench lane = new LaneBench().breakDisk().scan(LaneBench.MILK);
        assertThat(lane.engine().stopped()).isPresent();
        assertThat(lane.lastEffects()).containsExactly(new Effect.Play(Effect.Sound.REFUSED));
    }

    /** It used to be woken for a time that had passed, without a pause, and to beep each time. */
    @Test
    void a_stopped_lane_waits_for_nothing_and_is_silent_until_somebody_comes() {
        LaneBench lane = new LaneBench().scan(LaneBench.MILK).breakDisk().scan(LaneBench.GUM);
        assertThat(lane.engine().wakeAt()).isEmpty();
        assertThat(lane.tell(new ClockCommand.Tick()).lastEffects()).isEmpty();
        assertThat(lane.bag(1030).lastEffects()).isEmpty();
        assertThat(lane.pay().lastEffects()).containsExactly(new Effect.Play(Effect.Sound.REFUSED));
    }

    @Test
    void a_stopped_lane_sends_back_money_that_comes_late() {
        LaneBench lane = new LaneBench().scan(LaneBench.MILK).bag(1030).pay();
        lane.breakDisk().scan(LaneBench.GUM).tell(new PaymentCommand.TerminalDone(lane.attempt()));
        assertThat(lane.engine().stopped()).isPresent();
        assertThat(lane.approve().lastEffects()).containsExactly(new Effect.RefuseResult(lane.attempt()));
    }
}
