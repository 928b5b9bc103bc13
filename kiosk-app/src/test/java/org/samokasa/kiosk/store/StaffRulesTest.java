package org.samokasa.kiosk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.help.HelpCall;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.HelpClocks;
import org.samokasa.kiosk.help.HelpCommand;
import org.samokasa.kiosk.help.HelpEvent;
import org.samokasa.kiosk.help.HelpLifecycle;
import org.samokasa.kiosk.help.HelpProblem;
import org.samokasa.kiosk.help.Helper;
import org.samokasa.kiosk.help.ProblemDecision;
import org.samokasa.kiosk.json.RecordJson;

class StaffRulesTest {
    private static final Instant START = Instant.parse("2030-01-01T09:00:00Z");
    private static final ShopRules RULES = new ShopRules(
            new HelpLifecycle(HelpClocks.DEFAULT), new ShopPolicy(OpeningHours.ALWAYS, Set.of(), Set.of("HIGH_VALUE")));

    private Shop shop = Shop.EMPTY;
    private Instant now = START;

    /** Every event goes through its stored form, as it would after a restart. */
    private List<StoreEvent> give(StoreCommand command) {
        StoreDecision decision = RULES.decide(shop, command, now);
        if (!(decision instanceof StoreDecision.Happens happens)) {
            return List.of();
        }
        for (StoreEvent event : happens.events()) {
            shop = shop.evolve(RecordJson.read(StoreEvent.class, RecordJson.write(StoreEvent.class, event)));
        }
        return happens.events();
    }

    private void call() {
        HelpProblem problem = new HelpProblem("p", "HIGH_VALUE", "High value", Optional.empty(), true, List.of());
        give(new StoreCommand.HelpStep(new HelpCommand.Raise(
                new HelpCall("r", 3, 17, HelpCause.SECURITY_CHECK, "High value", List.of(), START, List.of(problem)))));
    }

    private boolean decided(String by, ProblemDecision decision) {
        return decisions(give(new StoreCommand.DecideProblem(3, "p", decision, by, "looked at it")))
                        .count()
                > 0;
    }

    private static Stream<HelpEvent> decisions(List<StoreEvent> events) {
        return events.stream()
                .filter(StoreEvent.HelpHasChanged.class::isInstance)
                .map(event -> ((StoreEvent.HelpHasChanged) event).event())
                .filter(HelpEvent.ProblemWasDecided.class::isInstance);
    }

    @Test
    void a_second_person_must_agree_within_two_minutes() {
        call();
        assertThat(decided("Anna", ProblemDecision.APPROVED)).isFalse();
        now = now.plus(StaffBook.SECOND_PERSON);
        assertThat(decided("Jan", ProblemDecision.APPROVED))
                .as("too late, and Anna has it")
                .isFalse();
        assertThat(decided("Anna", ProblemDecision.APPROVED))
                .as("Anna says it anew")
                .isFalse();
        now = now.plus(StaffBook.SECOND_PERSON).minusMillis(1);
        assertThat(decided("Anna", ProblemDecision.APPROVED))
                .as("nobody is two people")
                .isFalse();
        assertThat(decided("Jan", ProblemDecision.APPROVED)).isTrue();
        assertThat(shop.request("r").orElseThrow().decisions().get("p").by()).isEqualTo("Anna");
        assertThat(shop.staff().firsts()).isEmpty();
    }

    @Test
    void one_person_may_say_no() {
        call();
        assertThat(decided("Anna", ProblemDecision.APPROVED)).isFalse();
        assertThat(decided("Anna", ProblemDecision.REJECTED)).isTrue();
    }

    @Test
    void a_locked_name_is_not_opened_by_the_right_pin_before_its_time() {
        Helper anna = Helper.attendant("Anna");
        for (int i = 0; i < 5; i++) {
            give(new StoreCommand.SignIn(anna, false));
        }
        assertThat(give(new StoreCommand.SignIn(anna, true))).isEmpty();
        assertThat(shop.onDuty()).isEmpty();
        now = now.plus(Duration.ofMinutes(1));
        give(new StoreCommand.SignIn(anna, true));
        assertThat(shop.onDuty()).containsKey("Anna");
        assertThat(shop.staff().door("Anna").wrongTries()).isZero();
    }

    @Test
    void who_has_no_page_for_two_minutes_is_away() {
        Presence presence = Presence.of(List.of("Anna", "Jan"), START)
                .opened("Anna")
                .opened("Anna")
                .expected("Maria", START.plusSeconds(5));
        Instant later = START.plus(Presence.PATIENCE);
        assertThat(presence.away(later.minusMillis(1))).isEmpty();
        assertThat(presence.away(later)).containsExactly("Jan");
        presence = presence.forgotten("Jan").closed("Anna", later).closed("Jan", later);
        assertThat(presence.away(later.plusSeconds(600)))
                .as("Anna has another page")
                .containsExactly("Maria");
        presence = presence.closed("Anna", later);
        assertThat(presence.away(later.plus(Presence.PATIENCE))).contains("Anna");
        assertThat(presence.opened("Anna").away(later.plusSeconds(600))).doesNotContain("Anna");
    }
}
