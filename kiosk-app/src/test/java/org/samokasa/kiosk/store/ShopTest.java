package org.samokasa.kiosk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.help.HelpCall;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.HelpClocks;
import org.samokasa.kiosk.help.HelpCommand;
import org.samokasa.kiosk.help.HelpLifecycle;
import org.samokasa.kiosk.help.HelpProblem;
import org.samokasa.kiosk.help.HelpRefusal;
import org.samokasa.kiosk.help.HelpRequest;
import org.samokasa.kiosk.help.Helper;
import org.samokasa.kiosk.help.ProblemDecision;
import org.samokasa.kiosk.json.RecordJson;

class ShopTest {
    private static final Instant START = Instant.parse("2030-01-01T09:00:00Z");
    private static final ShopRules RULES = new ShopRules(new HelpLifecycle(HelpClocks.DEFAULT));

    private Shop shop = Shop.EMPTY;
    private Instant now = START;

    /** Every event goes through its stored form, as it would after a restart. */
    private StoreDecision give(StoreCommand command) {
        StoreDecision decision = RULES.decide(shop, command, now);
        if (decision instanceof StoreDecision.Happens happens) {
            for (StoreEvent event : happens.events()) {
                shop = shop.evolve(RecordJson.read(StoreEvent.class, RecordJson.write(StoreEvent.class, event)));
            }
        }
        return decision;
    }

    private static StoreCommand raise(String id, int lane) {
        HelpProblem problem = new HelpProblem("p1", "AGE_CHECK", "Age check", Optional.of("Beer"), true, List.of());
        return new StoreCommand.HelpStep(new HelpCommand.Raise(
                new HelpCall(id, lane, 17, HelpCause.AGE_CHECK, "Age check", List.of(), START, List.of(problem))));
    }

    private static StoreCommand approve(int lane) {
        return new StoreCommand.DecideProblem(lane, "p1", ProblemDecision.APPROVED, "Anna", "");
    }

    @Test
    void a_problem_is_found_by_lane_and_its_own_name() {
        give(raise("a", 3));
        give(raise("b", 4));
        give(approve(4));
        assertThat(shop.request("b").orElseThrow().openProblems()).isEmpty();
        assertThat(shop.request("a").orElseThrow().openProblems()).hasSize(1);
        assertThat(give(approve(5))).isEqualTo(new StoreDecision.Refused(HelpRefusal.UNKNOWN_PROBLEM, "p1"));
    }

    @Test
    void the_newest_request_of_a_lane_is_meant_when_a_problem_name_comes_back() {
        give(raise("a", 3));
        give(new StoreCommand.HelpStep(new HelpCommand.ClearByItself("a")));
        give(raise("b", 3));
        give(approve(3));
        assertThat(shop.request("b").orElseThrow().openProblems()).isEmpty();
    }

    @Test
    void what_the_law_ties_to_presence_is_not_decided_from_far_away() {
        ShopRules strict = new ShopRules(
                new HelpLifecycle(HelpClocks.DEFAULT),
                new ShopPolicy(OpeningHours.ALWAYS, Set.of(HelpCause.AGE_CHECK), Set.of()));
        give(new StoreCommand.ComeOnDuty(new Helper("Anna", Helper.Role.REMOTE, Set.of(), Set.of(), Set.of())));
        give(raise("a", 3));
        assertThat(strict.decide(shop, approve(3), now))
                .isEqualTo(new StoreDecision.Refused(HelpRefusal.TAKES_PRESENCE, "Age check"));
        assertThat(RULES.decide(shop, approve(3), now)).isInstanceOf(StoreDecision.Happens.class);
    }

    @Test
    void what_the_law_ties_to_presence_is_tied_inside_another_request_and_for_who_is_not_on_duty() {
        ShopRules strict = new ShopRules(
                new HelpLifecycle(HelpClocks.DEFAULT),
                new ShopPolicy(OpeningHours.ALWAYS, Set.of(HelpCause.AGE_CHECK), Set.of()));
        HelpProblem age = new HelpProblem("p1", "AGE_CHECK", "Age check", Optional.of("Beer"), true, List.of());
        HelpProblem pay = new HelpProblem("p2", "PAYMENT_IN_DOUBT", "Unclear", Optional.empty(), true, List.of());
        give(new StoreCommand.HelpStep(new HelpCommand.Raise(
                new HelpCall("a", 3, 17, HelpCause.PAYMENT_IN_DOUBT, "Unclear", List.of(), START, List.of(pay, age)))));
        assertThat(strict.decide(shop, approve(3), now))
                .as("Anna is not on duty")
                .isEqualTo(new StoreDecision.Refused(HelpRefusal.TAKES_PRESENCE, "Unclear"));
        give(new StoreCommand.ComeOnDuty(new Helper("Anna", Helper.Role.REMOTE, Set.of(), Set.of(), Set.of())));
        assertThat(strict.decide(shop, approve(3), now)).isInstanceOf(StoreDecision.Refused.class);
        assertThat(strict.decide(
                        shop, new StoreCommand.DecideProblem(3, "p2", ProblemDecision.APPROVED, "Anna", ""), now))
                .as("the law has nothing to say about the payment")
                .isInstanceOf(StoreDecision.Happens.class);
        give(new StoreCommand.ComeOnDuty(Helper.attendant("Anna")));
        assertThat(strict.decide(shop, approve(3), now)).isInstanceOf(StoreDecision.Happens.class);
    }

    @Test
    void who_goes_off_duty_leaves_what_they_had_to_the_others_at_once() {
        give(new StoreCommand.ComeOnDuty(Helper.attendant("Anna")));
        give(new StoreCommand.ComeOnDuty(Helper.attendant("Jan")));
        give(raise("a", 3));
        give(new StoreCommand.HelpStep(new HelpCommand.Arrive("a", "Anna")));
        give(new StoreCommand.GoOffDuty("Anna"));
        HelpRequest left = shop.request("a").orElseThrow();
        assertThat(left.owner()).isEmpty();
        assertThat(left.alert().to()).containsExactly("Jan");
        assertThat(give(new StoreCommand.GoOffDuty("Anna"))).isEqualTo(new StoreDecision.Happens(List.of()));
    }

    @Test
    void ended_requests_leave_sight_one_day_and_open_ones_never() {
        give(raise("open", 9));
        for (int i = 0; i < HelpRequests.ENDED_KEPT + 5; i++) {
            now = now.plusSeconds(1);
            give(raise("r" + i, 1));
            give(new StoreCommand.HelpStep(new HelpCommand.Solve("r" + i, "Anna", "")));
        }
        assertThat(shop.openRequests()).extracting(HelpRequest::id).containsExactly("open");
        assertThat(shop.endedRequests())
                .hasSize(HelpRequests.ENDED_KEPT)
                .first()
                .extracting(HelpRequest::id)
                .isEqualTo("r54");
        assertThat(shop.request("r4")).isEmpty();
    }

    @Test
    void what_was_heard_is_kept_for_each_journal_of_a_lane() {
        shop = shop.evolve(new StoreEvent.LaneWasHeard(now, 3, "old", 70));
        shop = shop.evolve(new StoreEvent.LaneWasHeard(now, 3, "new", 2));
        assertThat(shop.heardUpTo(3, "old")).isEqualTo(70);
        assertThat(shop.heardUpTo(3, "new")).isEqualTo(2);
        assertThat(shop.heardUpTo(4, "new")).isZero();
    }

    @Test
    void sales_are_counted_by_lane() {
        give(new StoreCommand.RecordSale(sale(3, 41)));
        give(new StoreCommand.RecordSale(sale(3, 42)));
        assertThat(shop.sales()).containsExactly(java.util.Map.entry(3, new LaneSales(2, 42)));
    }

    private static Sale sale(int lane, long number) {
        return new Sale(lane, number, START, "EUR", 119, List.of(), List.of(), List.of());
    }
}
