package org.samokasa.soak.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpDayTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void no_call_is_lost_nobody_has_two_owners_and_every_clock_is_honoured(long seed) throws IOException {
        HelpJudge.Verdict verdict = new HelpDay(seed).run();
        System.out.println("a day of calls, seed " + seed + ": " + verdict);
        assertThat(verdict.requests()).isGreaterThan(500);
        assertThat(verdict.solved()).isGreaterThan(verdict.requests() / 2);
        assertThat(verdict.forecasts()).isGreaterThan(300);
    }

    @Test
    void a_day_of_a_fresh_seed_holds_too() throws IOException {
        long seed = new SecureRandom().nextLong();
        System.out.println("a day of calls of a fresh seed: " + seed);
        assertThat(new HelpDay(seed).run().solved()).isPositive();
    }

    @Test
    void the_same_seed_is_the_same_day() throws IOException {
        assertThat(new HelpDay(7).run()).isEqualTo(new HelpDay(7).run());
    }
}
