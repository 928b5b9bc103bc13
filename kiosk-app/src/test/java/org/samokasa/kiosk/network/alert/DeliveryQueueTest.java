package org.samokasa.kiosk.network.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.network.alert.HelpAlert.State;

class DeliveryQueueTest {
    private static final Instant START = Instant.parse("2030-01-01T09:00:00Z");

    private final DeliveryQueue queue = new DeliveryQueue();

    private static HelpAlert alert(String id, String request, State state) {
        return new HelpAlert(
                1,
                id,
                "corner",
                request,
                4,
                state,
                HelpCause.AGE_CHECK,
                "Age",
                List.of(),
                Optional.empty(),
                START,
                START);
    }

    @Test
    void alerts_leave_in_their_order() {
        queue.offer(alert("s:1", "a", State.CALLS));
        queue.offer(alert("s:2", "b", State.CALLS));
        assertThat(queue.due(START)).map(HelpAlert::id).contains("s:1");
        queue.arrived();
        assertThat(queue.due(START)).map(HelpAlert::id).contains("s:2");
        queue.arrived();
        assertThat(queue.due(START)).isEmpty();
    }

    @Test
    void what_fails_is_tried_again_ever_more_patiently_and_after_ten_minutes_no_more() {
        queue.offer(alert("s:1", "a", State.CALLS));
        int tries = 0;
        for (int second = 0; second <= 900; second++) {
            if (queue.due(START.plusSeconds(second)).isPresent()) {
                tries++;
                queue.failed(START.plusSeconds(second));
            }
        }
        // After 0, 1, 3, 7, 15, 31 s and then every 30 s up to 600 s.
        assertThat(tries).isEqualTo(6 + 18);
        assertThat(queue.size()).isZero();
        assertThat(queue.givenUp()).isEqualTo(1);
    }

    @Test
    void nobody_is_called_any_more_when_somebody_has_come() {
        queue.offer(alert("s:1", "other", State.CALLS));
        queue.offer(alert("s:2", "a", State.CALLS));
        queue.offer(alert("s:3", "a", State.CALLS_MORE));
        queue.offer(alert("s:4", "a", State.TAKEN));
        queue.arrived();
        assertThat(queue.due(START)).map(HelpAlert::id).contains("s:4");
    }

    @Test
    void a_call_that_may_have_arrived_is_followed_by_its_taking_back() {
        queue.offer(alert("s:1", "a", State.CALLS));
        queue.failed(START);
        queue.offer(alert("s:2", "a", State.ENDED));
        assertThat(queue.due(START.plusSeconds(1))).map(HelpAlert::id).contains("s:1");
        queue.arrived();
        assertThat(queue.due(START.plusSeconds(1))).map(HelpAlert::id).contains("s:2");
    }

    @Test
    void a_channel_that_is_down_all_day_keeps_the_newest_thousand() {
        for (int i = 1; i <= 1_500; i++) {
            queue.offer(alert("s:" + i, "r" + i, State.CALLS));
        }
        assertThat(queue.size()).isEqualTo(1_000);
        assertThat(queue.due(START)).map(HelpAlert::id).contains("s:501");
        assertThat(queue.givenUp()).isEqualTo(500);
    }
}
