package org.samokasa.kiosk.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samokasa.kiosk.lane.LaneBench.MILK;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.event.CallEvent.HelpCalled;

/** Calls that a machine makes: when they begin, when they end, and what they do not say of the shopper. */
class MachineCallsTest {
    private final LaneBench lane = new LaneBench();

    private LaneBench scanner(boolean up) {
        return lane.machine(Readings.SCANNER, up, up ? "" : "NOT_CONNECTED");
    }

    private List<HelpCause> calls() {
        return lane.journal().stream()
                .filter(HelpCalled.class::isInstance)
                .map(event -> ((HelpCalled) event).cause())
                .toList();
    }

    @Test
    void a_lost_scanner_takes_an_idle_lane_out_of_service_and_it_comes_back() {
        scanner(false).seconds(11);
        assertThat(lane.lane().phase()).isEqualTo(Phase.OUT_OF_SERVICE);
        assertThat(lane.lane().help().orElseThrow().cause()).isEqualTo(HelpCause.DEVICE_FAULT);
        scanner(true);
        assertThat(lane.lane().phase()).isEqualTo(Phase.ATTRACT);
        assertThat(lane.lane().help()).as("it may shake loose again").isPresent();
        lane.seconds(11);
        assertThat(lane.lane().help()).isEmpty();
    }

    @Test
    void a_plug_with_a_loose_contact_is_one_call() {
        for (int time = 0; time < 10; time++) {
            scanner(false).seconds(11);
            scanner(true).seconds(5);
        }
        assertThat(calls()).containsExactly(HelpCause.DEVICE_FAULT);
        lane.seconds(11);
        assertThat(lane.lane().help()).isEmpty();
    }

    @Test
    void a_machine_that_comes_and_goes_does_not_hide_a_basket_that_was_left() {
        lane.scan(MILK).bag(1030);
        for (int time = 0; time < 10; time++) {
            scanner(false).seconds(11);
            scanner(true).seconds(12);
        }
        lane.seconds(60);
        assertThat(lane.lane().help())
                .as("somebody is called to it, for whichever reason")
                .isPresent();
    }

    @Test
    void who_waited_for_a_repair_is_not_asked_at_once_whether_they_are_there() {
        lane.scan(MILK).bag(1030);
        scanner(false).seconds(11);
        String request = lane.lane().help().orElseThrow().requestId();
        lane.order(new HubCommand.Accept(request, "Anna", 20)).seconds(50);
        scanner(true).seconds(11);
        assertThat(lane.lane().help()).isEmpty();
        lane.seconds(80);
        assertThat(calls()).containsExactly(HelpCause.DEVICE_FAULT);
    }
}
