package org.samokasa.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.samokasa.sim.fault.Weather.Gust;
import org.samokasa.sim.fault.Weather.Spot;
import org.samokasa.sim.script.Scenario;
import org.samokasa.sim.script.Verb;

class WeatherTest {
    private static final Duration EVERY = Duration.ofSeconds(20);

    private static List<Gust> gusts(long seed) {
        List<Spot> spots = List.of(new Spot("scanner", "scanner"), new Spot("printer", "printer"));
        return Stream.generate(new Weather(new SplittableRandom(seed), spots, EVERY)::next)
                .limit(2_000)
                .toList();
    }

    @Test
    void the_same_seed_is_the_same_weather() {
        assertThat(gusts(7)).isEqualTo(gusts(7)).isNotEqualTo(gusts(8));
    }

    @Test
    void every_gust_is_two_steps_that_can_be_done_and_undone() {
        for (Gust gust : gusts(7)) {
            Verb begin = Scenario.step(1, gust.begin()).verb();
            Verb end = Scenario.step(1, gust.end()).verb();
            assertThat(end).isEqualTo(begin == Verb.UNPLUG ? Verb.PLUG : Verb.HEAL);
            if (begin == Verb.FAULT) {
                Fault.parse(gust.begin().split(" ", 3)[2]);
            }
        }
    }

    @Test
    void a_scanner_never_runs_out_of_paper_and_a_printer_does() {
        assertThat(gusts(7))
                .extracting(Gust::begin)
                .contains("fault printer paper-out")
                .doesNotContain("fault scanner paper-out");
    }

    @Test
    void faults_come_as_often_as_was_asked() {
        double mean = gusts(7).stream()
                .mapToLong(gust -> gust.calm().toMillis())
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(18_000.0, 22_000.0);
    }
}
