package org.samokasa.sim.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {
    private static final Observation SHOPPING =
            new Observation("SHOPPING", 2, 368, "EUR", Set.of("AGE"), Optional.of("RAISED"), "basket", false);

    @Test
    void a_trip_reads_line_by_line_with_what_is_expected() {
        Scenario scenario = Scenario.parse("""
                # buying milk
                scan  MILK                | SHOPPING   1 line   1.19 EUR

                bag   1030 g              | SHOPPING
                put   produce-scale 785 g
                wait  5 s                 | problem AGE   help RAISED   screen basket
                card  approve             | paid   problem none
                """);
        assertThat(scenario.steps()).extracting(Step::line).containsExactly(2, 4, 5, 6, 7);
        assertThat(scenario.steps())
                .extracting(Step::toString)
                .containsExactly("scan MILK", "bag 1030 g", "put produce-scale 785 g", "wait 5 s", "card approve");
        Expectation first = scenario.steps().get(0).expects();
        assertThat(first.phase()).contains("SHOPPING");
        assertThat(first.lines()).contains(1);
        assertThat(first.total()).contains(new Expectation.Total(119, "EUR"));
        assertThat(scenario.steps().get(1).grams()).isEqualTo(1_030);
        assertThat(scenario.steps().get(2).first()).isEqualTo("produce-scale");
        assertThat(scenario.steps().get(2).expects().isNothing()).isTrue();
        assertThat(scenario.steps().get(3).time()).isEqualTo(Duration.ofSeconds(5));
        assertThat(scenario.steps().get(4).expects().paid()).isTrue();
        assertThat(scenario.steps().get(4).expects().noProblem()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan ]d20105012345678900{GS}17261231",
                "scan a|b",
                "take bagging-scale 5 g",
                "unbag 5 g",
                "empty bagging-scale",
                "card decline 51",
                "card wrong-pin",
                "fault scale late 1500 ms",
                "fault printer paper-out",
                "heal printer",
                "unplug scanner",
                "plug scanner",
                "touch pay",
                "touch quantity 3",
                "attendant accept",
                "attendant approve AGE",
                "attendant solve wrong price",
                "attendant reject",
                "wait 250 ms",
                "power-cut terminal",
                "restart hub",
                "shot basket-1",
            })
    void every_step_of_the_language_is_understood(String line) {
        Step step = Scenario.step(1, line);
        assertThat(step).hasToString(line);
        assertThat(step.expects().isNothing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "scna MILK             ; line 1: unknown verb 'scna', did you mean 'scan'?",
                "fly away              ; line 1: unknown verb 'fly'",
                "put produce-scale 785 ; expected: put SCALE 785 g",
                "put produce-scale -5 g; expected: put SCALE 785 g",
                "wait long             ; expected: wait 5 s",
                "card maybe            ; expected: card approve",
                "power-cut kitchen     ; expected: power-cut lane, hub or terminal",
                "scan                  ; expected: scan TEXT",
                "scan MILK | SHOPPING PAYING ; two expectations for the phase",
                "scan MILK | 1         ; something is missing behind '1'",
                "scan MILK | 1.19 euro ; neither a number of lines nor an amount",
                "scan MILK | 1.5 lines ; no number of lines",
                "scan MILK | help      ; something is missing behind 'help'",
                "scan MILK | nonsense! ; 'nonsense!' is not understood",
            })
    void mistakes_are_explained_with_their_line(String line, String message) {
        assertThatThrownBy(() -> Scenario.parse(line))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining(message.strip());
    }

    @Test
    void all_mistakes_are_told_at_once() {
        assertThatThrownBy(() -> Scenario.parse("scna A\nscan B\nwiat 5 s\n"))
                .hasMessageContaining("line 1: unknown verb 'scna'")
                .hasMessageContaining("line 3: unknown verb 'wiat', did you mean 'wait'?");
    }

    @Test
    void an_expectation_names_each_thing_that_differs() {
        Expectation expected = Scenario.step(
                        1, "touch pay | PAYING 3 lines 1.19 EUR problem WEIGHT help ACCEPTED screen pay paid")
                .expects();
        assertThat(expected.check(SHOPPING))
                .containsExactly(
                        "phase: expected PAYING, is SHOPPING",
                        "lines: expected 3, is 2",
                        "total: expected 119 EUR minor units, is 368 EUR minor units",
                        "problem: expected WEIGHT, open are [AGE]",
                        "help: expected ACCEPTED, is RAISED",
                        "screen: expected pay, is basket",
                        "paid: expected, is not");
        Expectation fits = Scenario.step(1, "touch pay | SHOPPING 2 lines 3.68 EUR problem AGE help RAISED")
                .expects();
        assertThat(fits.check(SHOPPING)).isEmpty();
        assertThat(Scenario.step(1, "touch pay | problem none").expects().check(SHOPPING))
                .hasSize(1);
    }

    @Test
    void the_runner_looks_again_until_the_expectation_holds() {
        SlowStage stage = new SlowStage(Duration.ofSeconds(3));
        new ScenarioRunner(stage).run(Scenario.parse("scan MILK | SHOPPING\nwait 5 s\nshot one"));
        assertThat(stage.done).containsExactly("scan MILK", "shot one");
        assertThat(stage.time).isBetween(Duration.ofSeconds(8), Duration.ofMillis(8_100));
    }

    @Test
    void the_runner_gives_up_after_its_bound_and_says_what_it_saw() {
        SlowStage stage = new SlowStage(Duration.ofMinutes(1));
        assertThatThrownBy(() -> new ScenarioRunner(stage).run(Scenario.parse("\nscan MILK | SHOPPING")))
                .isInstanceOf(ScriptException.class)
                .hasMessage("line 2: after 'scan MILK': phase: expected SHOPPING, is ATTRACT");
        assertThat(stage.time).isEqualTo(ScenarioRunner.USUAL_BOUND);
    }

    @Test
    void a_step_that_cannot_be_done_names_its_line() {
        Stage stage = new SlowStage(Duration.ZERO) {
            @Override
            public void perform(Step step) {
                throw new ScriptException("no such machine");
            }
        };
        assertThatThrownBy(() -> new ScenarioRunner(stage).run(Scenario.parse("heal scale")))
                .hasMessage("line 1: heal scale: no such machine");
    }

    /** Shows SHOPPING only after a while. */
    private static class SlowStage implements Stage {
        final List<String> done = new ArrayList<>();
        Duration time = Duration.ZERO;
        private final Duration delay;

        SlowStage(Duration delay) {
            this.delay = delay;
        }

        @Override
        public void perform(Step step) {
            done.add(step.toString());
        }

        @Override
        public Observation observe() {
            String phase = time.compareTo(delay) < 0 ? "ATTRACT" : "SHOPPING";
            return new Observation(phase, 0, 0, "EUR", Set.of(), Optional.empty(), "start", false);
        }

        @Override
        public void waitFor(Duration more) {
            time = time.plus(more);
        }
    }
}
