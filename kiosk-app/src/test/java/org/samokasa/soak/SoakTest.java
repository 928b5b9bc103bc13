package org.samokasa.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.samokasa.soak.check.FactKinds;
import org.samokasa.soak.check.Tally;
import org.samokasa.soak.plan.Plan;
import org.samokasa.soak.plan.Planner;
import org.samokasa.soak.plan.Profile;
import org.samokasa.soak.shop.Doors;

/** A short soak on every build; {@code ./samokasa soak} makes it as long as one likes. */
class SoakTest {
    /** Some kinds are rare. */
    private static final int CORNERS_MISSED_MAX = 10;

    private static final Set<String> CORNERS = Set.of(
            "ReversalIntended",
            "MoneyReturned",
            "HelpOffered",
            "OfferDeclined",
            "SelfHelpOpened",
            "HelpRated",
            "HelpAnswered",
            "ReceiptDeclined",
            "LanguageChosen",
            "TestEnded",
            "StaffSignedIn",
            "SaleRecalled",
            "hubHelpWasHandedOver",
            "hubActionWasTaken",
            "hubIssueWasClosed",
            "hubClaimHasLapsed");

    private static SoakRun.Outcome run(Plan plan) {
        SoakRun.Outcome outcome = SoakRun.of(plan, new Doors() {});
        assertThat(outcome.broken())
                .as("seed %d at %s; replay with ./samokasa soak --seed", plan.seed(), outcome.at())
                .isEmpty();
        return outcome;
    }

    @Test
    void a_day_without_trouble_keeps_every_promise() {
        SoakRun.Outcome outcome = run(Planner.plan(1, 2, Profile.NONE));
        assertThat(outcome.tally().of("sales")).isGreaterThan(100);
    }

    @Test
    void days_full_of_trouble_keep_every_promise() {
        SoakRun.Outcome outcome = run(Planner.plan(3, 4, Profile.ALL));
        assertThat(outcome.tally().of("sales")).isGreaterThan(200);
        assertThat(outcome.tally().of("starts")).isGreaterThan(10);
        assertThat(outcome.tally().of("PaymentDoubted")).isPositive();
    }

    /** Corners that a soak once passed by: whoever loses the way there again is told. */
    @Test
    void a_soak_gets_into_the_corners() {
        List<Tally> runs = new ArrayList<>();
        for (long seed = 11; seed <= 15; seed++) {
            runs.add(run(Planner.plan(seed, 2, Profile.ALL)).tally());
        }
        assertThat(FactKinds.all()).as("kinds that there are").containsAll(CORNERS);
        Set<String> missed = new TreeSet<>(FactKinds.all());
        missed.removeIf(kind -> runs.stream().anyMatch(tally -> tally.of(kind) > 0));
        assertThat(missed).doesNotContainAnyElementsOf(CORNERS).hasSizeLessThan(CORNERS_MISSED_MAX);
    }

    @Test
    void the_same_plan_is_the_same_run_to_the_byte() {
        Plan plan = Planner.plan(2, 1, Profile.ALL);
        SoakRun.Outcome first = SoakRun.of(plan, new Doors() {});
        SoakRun.Outcome second = SoakRun.of(Plan.parse(plan.lines()), new Doors() {});
        assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
        assertThat(second.step()).isEqualTo(first.step());
    }

    @Test
    void a_day_nobody_has_seen_before_keeps_every_promise() {
        long seed = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
        System.out.println("soak of a fresh seed: " + seed);
        run(Planner.plan(seed, 2, Profile.ALL));
    }
}
