package org.samokasa.kiosk.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.help.HelpCall;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.HelpClocks;
import org.samokasa.kiosk.help.HelpCommand;
import org.samokasa.kiosk.help.HelpLifecycle;
import org.samokasa.kiosk.help.HelpProblem;
import org.samokasa.kiosk.help.HelpRefusal;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.store.Shop;
import org.samokasa.kiosk.store.ShopRules;
import org.samokasa.kiosk.store.StoreCommand;
import org.samokasa.kiosk.store.StoreDecision;
import org.samokasa.kiosk.store.StoreEvent;

/** Issues as the shop's own rules open, close and reopen them. */
class RecurringIssueTest {
    private static final Instant START = Instant.parse("2030-01-01T09:00:00Z");
    private static final String OLIVES = "WEIGHT_MISMATCH/GOODS/Olives";

    private final ShopRules rules = new ShopRules(new HelpLifecycle(HelpClocks.DEFAULT));
    private final List<StoreEvent> journal = new ArrayList<>();
    private Shop shop = Shop.EMPTY;
    private Instant now = START;
    private int calls;

    private StoreDecision tell(StoreCommand command) {
        StoreDecision decision = rules.decide(shop, command, now);
        if (decision instanceof StoreDecision.Happens happens) {
            journal.addAll(happens.events());
            happens.events().forEach(event -> shop = shop.evolve(event));
        }
        return decision;
    }

    private void call(int lane, HelpCause cause, String goods) {
        calls++;
        List<HelpProblem> problems = goods.isEmpty()
                ? List.of()
                : List.of(new HelpProblem("p", cause.name(), "t", Optional.of(goods), true, List.of()));
        HelpCall call = new HelpCall("r" + calls, lane, 1, cause, "t", List.of(), now, problems);
        tell(new StoreCommand.HelpStep(new HelpCommand.Raise(call)));
        tell(new StoreCommand.HelpStep(new HelpCommand.Raise(call)));
    }

    private void olives(int times, Duration apart) {
        for (int i = 0; i < times; i++) {
            call(1 + calls % 6, HelpCause.WEIGHT_MISMATCH, "Olives");
            now = now.plus(apart);
        }
    }

    private List<String> open() {
        return shop.issues().open().stream().map(issue -> issue.key().id()).toList();
    }

    @Test
    void the_fourth_case_of_the_same_goods_opens_one_issue_and_more_are_counted_to_it() {
        olives(3, Duration.ofMinutes(10));
        assertThat(open()).isEmpty();
        olives(3, Duration.ofMinutes(10));
        assertThat(open()).containsExactly(OLIVES);
        Issue issue = shop.issues().open().get(0);
        assertThat(issue.department()).isEqualTo(Department.PRICES);
        assertThat(issue.lanes()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(issue.samples()).containsExactly("r1", "r2", "r3", "r4", "r5", "r6");
        assertThat(issue.cases()).isEqualTo(6);
        assertThat(journal.stream().filter(StoreEvent.IssueHasChanged.class::isInstance))
                .hasSize(1);
    }

    @Test
    void cases_that_are_four_hours_apart_are_no_issue() {
        olives(4, Duration.ofMinutes(80));
        assertThat(open()).as("the first is exactly four hours old").isEmpty();
    }

    @Test
    void a_scale_that_errs_with_all_goods_is_an_issue_of_its_lane_for_those_who_look_after_machines() {
        for (String goods : List.of("Milk", "Bread", "Eggs", "Rice")) {
            call(5, HelpCause.WEIGHT_MISMATCH, goods);
        }
        assertThat(open()).containsExactly("WEIGHT_MISMATCH/LANE/5");
        assertThat(shop.issues().open().get(0).department()).isEqualTo(Department.IT);
    }

    @Test
    void wrong_goods_are_not_blamed_on_the_lane_too() {
        for (int i = 0; i < 12; i++) {
            call(2, HelpCause.WEIGHT_MISMATCH, "Olives");
        }
        assertThat(open()).containsExactly(OLIVES);
    }

    @Test
    void what_the_law_wants_is_no_issue_however_often() {
        for (int i = 0; i < 20; i++) {
            call(2, HelpCause.AGE_CHECK, "Ale");
        }
        assertThat(open()).isEmpty();
        assertThat(Department.BY_CAUSE)
                .doesNotContainKeys(
                        HelpCause.AGE_CHECK, HelpCause.RESTRICTED_ITEM, HelpCause.ROUTINE_CHECK, HelpCause.IDLE_BASKET)
                .hasSize(HelpCause.values().length - 4);
    }

    @Test
    void closing_says_what_was_changed_and_four_more_open_it_again() {
        olives(4, Duration.ofMinutes(1));
        tell(new StoreCommand.TakeIssue(OLIVES, "Ewa"));
        assertThat(shop.issues().issues().get(OLIVES).owner()).contains("Ewa");
        assertThat(tell(new StoreCommand.TakeIssue(OLIVES, "Ewa"))).isEqualTo(new StoreDecision.Happens(List.of()));
        assertThatThrownBy(() -> new StoreCommand.CloseIssue(OLIVES, "Ewa", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("what was changed");
        tell(new StoreCommand.CloseIssue(OLIVES, "Ewa", "weight 540 to 480 g"));
        assertThat(open()).isEmpty();
        assertThat(tell(new StoreCommand.TakeIssue(OLIVES, "Jan")))
                .isEqualTo(new StoreDecision.Refused(HelpRefusal.ISSUE_IS_CLOSED, OLIVES));
        olives(3, Duration.ofMinutes(1));
        assertThat(open()).as("cases before the change do not count").isEmpty();
        olives(1, Duration.ofMinutes(1));
        Issue again = shop.issues().open().get(0);
        assertThat(again.opened()).isEqualTo(2);
        assertThat(again.owner()).isEmpty();
        assertThat(again.changed()).extracting(Issue.Change::what).containsExactly("weight 540 to 480 g");
    }

    @Test
    void an_unknown_issue_is_refused() {
        assertThat(tell(new StoreCommand.CloseIssue("x", "Ewa", "y")))
                .isEqualTo(new StoreDecision.Refused(HelpRefusal.UNKNOWN_ISSUE, "x"));
    }

    @Test
    void the_journal_makes_the_same_book_again() {
        olives(5, Duration.ofMinutes(1));
        tell(new StoreCommand.TakeIssue(OLIVES, "Ewa"));
        tell(new StoreCommand.CloseIssue(OLIVES, "Ewa", "weight"));
        olives(4, Duration.ofMinutes(1));
        Shop again = Shop.EMPTY;
        for (StoreEvent event : journal) {
            byte[] stored = RecordJson.write(StoreEvent.class, event);
            again = again.evolve(RecordJson.read(StoreEvent.class, stored));
        }
        assertThat(again.issues()).isEqualTo(shop.issues());
    }
}
