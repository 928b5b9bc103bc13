package org.samokasa.sim.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is written down is read again by the language itself. */
class ScenarioRecorderTest {
    private static final Instant START = Instant.parse("2030-01-01T09:00:00Z");

    private final ScenarioRecorder recorder = new ScenarioRecorder();

    @Test
    void steps_are_kept_with_the_pauses_between_them() {
        recorder.did("scan 5900512110103", START);
        recorder.did("bag 1030 g", START.plusMillis(99));
        recorder.did("card approve", START.plusMillis(2_449));
        assertThat(recorder.text()).isEqualTo("""
                scan 5900512110103
                bag 1030 g
                wait 2300 ms
                card approve
                """);
        assertThat(recorder.steps()).isEqualTo(3);
        assertThat(Scenario.parse(recorder.text()).steps()).hasSize(4);
    }

    @Test
    void a_long_pause_is_one_that_the_language_knows() {
        recorder.did("plug scanner", START);
        recorder.did("unplug scanner", START.plusSeconds(7_200));
        assertThat(recorder.text()).contains("wait 7200 s\n");
        assertThat(Scenario.parse(recorder.text()).steps()).hasSize(3);
    }
}
