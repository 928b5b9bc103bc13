package org.samokasa.kiosk.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LaneRollTest {
    private static final Instant START = Instant.parse("2030-01-01T09:00:00Z");

    private final LaneRoll roll = new LaneRoll(Duration.ofSeconds(150));

    private static LaneState ready(int lane) {
        return new LaneState(
                1,
                lane,
                true,
                "ATTRACT",
                "en",
                OptionalLong.empty(),
                0,
                0,
                Optional.of("EUR"),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                START);
    }

    @Test
    void a_lane_that_falls_silent_is_written_off_once_and_comes_back_with_its_next_word() {
        roll.said(ready(4), START);
        roll.said(ready(5), START.plusSeconds(60));
        assertThat(roll.writeOff(START.plusSeconds(150))).isFalse();
        assertThat(roll.writeOff(START.plusSeconds(151))).isTrue();
        assertThat(roll.states().get(4)).isEqualTo(LaneState.gone(4, START));
        assertThat(roll.states().get(5).online()).isTrue();
        assertThat(roll.writeOff(START.plusSeconds(152))).isFalse();
        roll.said(ready(4), START.plusSeconds(160));
        assertThat(roll.states().get(4).online()).isTrue();
    }

    @Test
    void what_was_not_said_to_a_deaf_hub_is_no_silence() {
        roll.said(ready(4), START);
        Instant back = START.plus(Duration.ofDays(2));
        roll.hearsAgain(back);
        assertThat(roll.writeOff(back.plusSeconds(150))).isFalse();
        assertThat(roll.writeOff(back.plusSeconds(151))).isTrue();
    }
}
