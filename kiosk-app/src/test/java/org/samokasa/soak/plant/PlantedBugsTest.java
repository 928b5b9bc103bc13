package org.samokasa.soak.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.samokasa.soak.SoakRun;
import org.samokasa.soak.plan.Plan;
import org.samokasa.soak.plan.Planner;
import org.samokasa.soak.plan.Profile;
import org.samokasa.soak.shop.Doors;
import org.samokasa.soak.world.InvariantBroken;

/** The judge is awake: each of eleven planted bugs is found, and by the promise that it breaks. */
class PlantedBugsTest {
    private static final int LANE_DAYS_MAX = 200;

    static Stream<Arguments> bugs() {
        return Stream.of(
                bug("skips a force", LaneBugs.SkipsForces::new, Profile.POWER, "I3", "I4"),
                bug("acknowledges before writing", LaneBugs.AcknowledgesBeforeWriting::new, Profile.POWER, "I3"),
                bug("drops a reversal", WireBugs.DropsAReversal::new, Profile.DEVICES, "I2"),
                bug("keeps money that is not ours", WireBugs.KeepsMoneyThatIsNotOurs::new, Profile.NONE, "I2"),
                bug("uploads a sale twice", WireBugs.UploadsASaleTwice::new, Profile.NONE, "I8"),
                bug("pays with an open problem", LaneBugs.PaysWithAnOpenProblem::new, Profile.NONE, "I1"),
                bug("uses a number twice", LaneBugs.UsesANumberTwice::new, Profile.POWER, "I4"),
                bug("swallows a scan", LaneBugs.SwallowsAScan::new, Profile.NONE, "I12"),
                bug("loses a call", WireBugs.LosesACall::new, Profile.NONE, "I5"),
                bug("takes silence for zero", LaneBugs.TakesSilenceForZero::new, Profile.DEVICES, "I7"));
    }

    private static Arguments bug(String name, Supplier<Doors> doors, Profile profile, String... breaks) {
        return arguments(name, doors, profile, Set.of(breaks));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bugs")
    void is_found(String name, Supplier<Doors> doors, Profile profile, Set<String> breaks) {
        Optional<InvariantBroken> found = Optional.empty();
        int laneDays = 0;
        for (long seed = 1; found.isEmpty() && laneDays < LANE_DAYS_MAX; seed++) {
            Plan plan = Planner.plan(seed, 2, profile);
            found = SoakRun.of(plan, doors.get()).broken();
            laneDays += plan.laneDays();
        }
        assertThat(found.map(InvariantBroken::invariant))
                .as(name)
                .isPresent()
                .get()
                .isIn(breaks);
    }

    /** Found by running one plan twice, which is how I10 is checked. */
    @Test
    void a_lane_that_reads_the_clock_is_found() {
        Plan plan = Planner.plan(1, 1, Profile.NONE);
        SoakRun.Outcome first = SoakRun.of(plan, new LaneBugs.ReadsTheClock());
        SoakRun.Outcome second = SoakRun.of(plan, new LaneBugs.ReadsTheClock());
        assertThat(second.fingerprint()).isNotEqualTo(first.fingerprint());
    }
}
