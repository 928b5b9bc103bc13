package org.samokasa.protocol.wedge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.protocol.wedge.WedgeDecider.Outcome;

class WedgeDeciderTest {
    private long now = 1_000;

    private List<Outcome> type(WedgeDecider decider, String text, int gapMillis) {
        List<Outcome> outcomes = new ArrayList<>();
        for (char character : text.toCharArray()) {
            now += gapMillis;
            outcomes.addAll(decider.pressed(character, false, now));
        }
        return outcomes;
    }

    private static int released(List<Outcome> outcomes) {
        return outcomes.stream()
                .mapToInt(each -> each instanceof Outcome.Released released ? released.keys() : -1_000)
                .sum();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 16, 34})
    void a_reader_s_keys_become_a_label(int gap) {
        WedgeDecider decider = new WedgeDecider("");
        assertThat(type(decider, "4006381333931\n", gap)).containsExactly(new Outcome.Label("4006381333931"));
        assertThat(decider.isHolding()).isFalse();
    }

    @Test
    void a_stutter_of_50_ms_does_not_break_a_label() {
        WedgeDecider decider = new WedgeDecider("");
        List<Outcome> outcomes = new ArrayList<>(type(decider, "400638", 8));
        outcomes.addAll(type(decider, "1", 50));
        outcomes.addAll(type(decider, "333931\t", 8));
        assertThat(outcomes).containsExactly(new Outcome.Label("4006381333931"));
    }

    @ParameterizedTest
    @CsvSource({"120, 13", "61, 13", "60, 13", "40, 13"})
    void a_person_s_keys_all_go_on(int gap, int digits) {
        WedgeDecider decider = new WedgeDecider("");
        List<Outcome> outcomes = new ArrayList<>(type(decider, "4006381333931".substring(0, digits) + "\n", gap));
        outcomes.addAll(decider.idle(now + WedgeDecider.HOLD_MILLIS));
        assertThat(released(outcomes)).isEqualTo(digits + 1);
        assertThat(decider.isHolding()).isFalse();
    }

    @Test
    void a_person_s_key_is_held_no_longer_than_a_reader_may_take() {
        WedgeDecider decider = new WedgeDecider("");
        assertThat(decider.pressed('m', false, 0)).isEmpty();
        assertThat(decider.idle(59)).isEmpty();
        assertThat(decider.idle(60)).containsExactly(new Outcome.Released(1));
        assertThat(decider.idle(1_000)).isEmpty();
    }

    @Test
    void fast_but_short_or_without_an_end_is_a_person() {
        WedgeDecider decider = new WedgeDecider("");
        assertThat(type(decider, "12345\n", 8)).containsExactly(new Outcome.Released(6));
        assertThat(type(decider, "123456", 8)).isEmpty();
        assertThat(decider.idle(now + 60)).containsExactly(new Outcome.Released(6));
    }

    @Test
    void a_scan_in_the_middle_of_a_person_s_word_takes_its_own_keys_alone() {
        WedgeDecider decider = new WedgeDecider("");
        List<Outcome> outcomes = new ArrayList<>(type(decider, "mil", 130));
        now += 100;
        outcomes.addAll(type(decider, "50187416\n", 8));
        now += 100;
        outcomes.addAll(type(decider, "k", 130));
        outcomes.addAll(decider.idle(now + 60));
        assertThat(outcomes)
                .containsExactly(
                        new Outcome.Released(1),
                        new Outcome.Released(1),
                        new Outcome.Released(1),
                        new Outcome.Label("50187416"),
                        new Outcome.Released(1));
    }

    @Test
    void a_prefix_is_the_better_evidence() {
        WedgeDecider decider = new WedgeDecider("*");
        assertThat(type(decider, "4006381\n", 8)).as("nothing is held").hasSize(8);
        assertThat(type(decider, "*123\n", 8)).containsExactly(new Outcome.Label("123"));
        assertThat(type(decider, "*123\n", 58)).as("still too slow").containsExactly(new Outcome.Released(5));
    }

    @Test
    void separators_come_as_a_control_key_or_by_number() {
        WedgeDecider decider = new WedgeDecider("");
        assertThat(type(decider, "01050\u001D10AB\n", 8)).containsExactly(new Outcome.Label("01050\u001D10AB"));
        type(decider, "01050", 8);
        for (char digit : "029".toCharArray()) {
            now += 8;
            assertThat(decider.pressed(digit, true, now)).isEmpty();
        }
        assertThat(type(decider, "10AB\n", 8)).containsExactly(new Outcome.Label("01050\u001D10AB"));
    }

    @Test
    void keys_without_end_go_on() {
        WedgeDecider decider = new WedgeDecider("");
        assertThat(type(decider, "7".repeat(WedgeDecider.CHARACTERS_MAX + 1), 5))
                .containsExactly(new Outcome.Released(WedgeDecider.CHARACTERS_MAX + 1));
    }
}
