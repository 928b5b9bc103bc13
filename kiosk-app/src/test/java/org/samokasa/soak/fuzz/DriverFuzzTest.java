package org.samokasa.soak.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** A short one on every build; {@code ./samokasa soak --faults fuzz} feeds ten million bytes to each driver. */
class DriverFuzzTest {
    private static final long BYTES = 200_000;

    @Test
    void no_driver_breaks_on_the_noise_everybody_knows() {
        assertThat(DriverFuzz.all(1, BYTES))
                .isGreaterThan(BYTES * FuzzSubjects.all().size());
    }

    @Test
    void no_driver_breaks_on_noise_nobody_has_heard_before() {
        long seed = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
        System.out.println("fuzz of a fresh seed: " + seed);
        DriverFuzz.all(seed, BYTES);
    }

    @Test
    void no_driver_is_forgotten() {
        List<String> fuzzed = FuzzSubjects.all().stream()
                .map(FuzzSubjects.Subject::name)
                .sorted()
                .toList();
        assertThat(fuzzed).isEqualTo(FuzzSubjects.drivers().known());
    }
}
