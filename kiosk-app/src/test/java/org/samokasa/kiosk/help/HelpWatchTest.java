package org.samokasa.kiosk.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.help.HelpEvent.HelpWasRouted;
import org.samokasa.kiosk.help.Helper.Role;

/** Who is alerted and when, in virtual time. */
class HelpWatchTest {
    private static final Instant START = Instant.parse("2030-01-01T09:00:00Z");
    private static final HelpWatch WATCH = new HelpWatch(HelpClocks.DEFAULT);
    private static final HelpLifecycle LIFE = new HelpLifecycle(HelpClocks.DEFAULT);

    private final Map<String, Helper> onDuty = new HashMap<>();
    private final Map<String, HelpRequest> requests = new TreeMap<>();
    private ServiceTimes times = ServiceTimes.NONE;
    private boolean open = true;
    private Set<HelpCause> presence = Set.of();
    private Instant now = START;

    private void helper(String name, Role role, Set<HelpCause> causes, Set<String> languages, Set<Integer> lanes) {
        onDuty.put(name, new Helper(name, role, causes, languages, lanes));
    }

    private void attendant(String name, Integer... lanes) {
        helper(name, Role.ATTENDANT, Set.of(), Set.of(), Set.of(lanes));
    }

    private static HelpCall call(String id, int lane, HelpCause cause, String language) {
        return new HelpCall(id, lane, 17, cause, "Help", List.of(), START, List.of(), Optional.of(language));
    }

    private void raise(String id, int lane, HelpCause cause, String language) {
        give(new HelpCommand.Raise(call(id, lane, cause, language)));
    }

    private void give(HelpCommand command) {
        Optional<HelpRequest> request = Optional.ofNullable(requests.get(command.requestId()));
        HelpDecision decision = LIFE.decide(request, command, now);
        ((HelpDecision.Happens) decision).events().forEach(this::apply);
    }

    private void apply(HelpEvent event) {
        requests.put(
                event.requestId(), HelpLifecycle.evolve(Optional.ofNullable(requests.get(event.requestId())), event));
    }

    /** What is due for a request at a moment, applied. */
    private List<HelpEvent> due(String id, int second) {
        now = START.plusSeconds(second);
        List<HelpEvent> all = new java.util.ArrayList<>();
        Optional<HelpEvent> next = WATCH.due(requests.get(id), floor(), now);
        while (next.isPresent()) {
            apply(next.get());
            all.add(next.get());
            next = WATCH.due(requests.get(id), floor(), now);
        }
        return all;
    }

    private HelpFloor floor() {
        return new HelpFloor(onDuty, requests.values(), times, open, presence);
    }

    private List<String> alerted(String id, int second) {
        return due(id, second).stream()
                .filter(HelpWasRouted.class::isInstance)
                .flatMap(event -> ((HelpWasRouted) event).to().stream())
                .toList();
    }

    @Test
    void one_person_first_then_all_on_the_floor_then_the_managers_and_the_help_centre() {
        attendant("Anna", 1, 2);
        attendant("Jan", 3, 4);
        attendant("Ola", 5, 6);
        helper("Maria", Role.MANAGER, Set.of(), Set.of(), Set.of());
        helper("Centre", Role.REMOTE, Set.of(), Set.of(), Set.of());
        raise("r1", 4, HelpCause.AGE_CHECK, "en");
        assertThat(alerted("r1", 0)).containsExactly("Jan");
        assertThat(requests.get("r1").phase()).isEqualTo(HelpPhase.ROUTED);
        assertThat(due("r1", 29)).isEmpty();
        assertThat(alerted("r1", 30)).containsExactly("Anna", "Ola");
        assertThat(due("r1", 59)).isEmpty();
        assertThat(due("r1", 60))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("HelpIsOverdue");
        assertThat(alerted("r1", 90)).containsExactly("Centre", "Maria");
        assertThat(due("r1", 299)).isEmpty();
        assertThat(due("r1", 300))
                .containsExactly(new HelpEvent.HelpIsOverdue(
                        START.plusSeconds(300), "r1", HelpClocks.SolveLevel.OVER_LIMIT, List.of("Maria")));
        assertThat(due("r1", 3_000)).isEmpty();
    }

    @Test
    void language_skill_zone_and_load_decide_who_is_first() {
        helper("Anna", Role.ATTENDANT, Set.of(), Set.of("pl"), Set.of());
        helper("Ivan", Role.ATTENDANT, Set.of(), Set.of("ru", "pl"), Set.of());
        helper("Wei", Role.ATTENDANT, Set.of(HelpCause.WEIGHT_MISMATCH), Set.of("ru"), Set.of());
        raise("r1", 4, HelpCause.AGE_CHECK, "ru");
        assertThat(alerted("r1", 0)).containsExactly("Ivan");
        give(new HelpCommand.Accept("r1", "Ivan", 20));
        raise("r2", 5, HelpCause.AGE_CHECK, "pl");
        assertThat(alerted("r2", 0)).as("Ivan is busy").containsExactly("Anna");
    }

    @Test
    void nobody_gets_more_than_six_lanes_while_somebody_else_is_there() {
        attendant("Anna", 1, 2, 3, 4, 5, 6, 7, 8);
        attendant("Jan", 20);
        for (int lane = 1; lane <= 7; lane++) {
            String id = "r" + lane;
            give(new HelpCommand.Raise(
                    new HelpCall(id, lane, lane, HelpCause.WEIGHT_MISMATCH, "Weight", List.of(), START, List.of())));
            assertThat(alerted(id, 0)).as(id).containsExactly(lane <= 6 ? "Anna" : "Jan");
            give(new HelpCommand.Arrive(id, lane <= 6 ? "Anna" : "Jan"));
        }
    }

    @Test
    void the_same_shopper_meets_the_same_person() {
        attendant("Anna");
        attendant("Jan");
        raise("r1", 4, HelpCause.AGE_CHECK, "en");
        give(new HelpCommand.Arrive("r1", "Jan"));
        give(new HelpCommand.Solve("r1", "Jan", ""));
        raise("r2", 4, HelpCause.WEIGHT_MISMATCH, "en");
        assertThat(alerted("r2", 60))
                .as("and after 30 s the others")
                .contains("Jan")
                .hasSize(2);
        raise("r3", 4, HelpCause.WEIGHT_MISMATCH, "en");
        assertThat(alerted("r3", 60)).containsExactly("Jan");
        onDuty.remove("Jan");
        raise("r4", 4, HelpCause.WEIGHT_MISMATCH, "en");
        assertThat(alerted("r4", 60)).containsExactly("Anna");
    }

    @Test
    void a_hand_over_goes_to_who_was_asked_and_never_back_to_who_gave_it_away() {
        attendant("Anna");
        attendant("Jan");
        helper("Maria", Role.SUPERVISOR, Set.of(), Set.of(), Set.of());
        raise("r1", 4, HelpCause.AGE_CHECK, "en");
        give(new HelpCommand.Arrive("r1", "Anna"));
        give(new HelpCommand.HandOver("r1", "Anna", "needs a key", Optional.of("Maria")));
        assertThat(alerted("r1", 1)).containsExactly("Maria");
        assertThat(alerted("r1", 31)).containsExactly("Jan");
        give(new HelpCommand.Accept("r1", "Maria", 10));
        give(new HelpCommand.HandOver("r1", "Maria", "wrong key", Optional.of("Nobody")));
        assertThat(alerted("r1", 32)).as("who is not there cannot be asked").containsExactly("Anna");
    }

    @Test
    void a_claim_after_which_nothing_follows_is_void_and_others_are_alerted() {
        attendant("Anna");
        attendant("Jan");
        raise("r1", 4, HelpCause.AGE_CHECK, "en");
        due("r1", 0);
        give(new HelpCommand.Accept("r1", "Anna", 20));
        assertThat(due("r1", 44)).isEmpty();
        List<HelpEvent> lapsed = due("r1", 45);
        assertThat(lapsed.get(0)).isEqualTo(new HelpEvent.ClaimHasLapsed(now, "r1", "Anna"));
        assertThat(requests.get("r1").phase()).isEqualTo(HelpPhase.ROUTED);
        assertThat(requests.get("r1").owner()).isEmpty();
    }

    @Test
    void with_nobody_on_duty_everybody_who_can_hear_it_is_meant() {
        raise("r1", 4, HelpCause.AGE_CHECK, "en");
        assertThat(due("r1", 0)).singleElement().isInstanceOfSatisfying(HelpWasRouted.class, routed -> {
            assertThat(routed.to()).isEmpty();
            assertThat(routed.forecast()).isEqualTo(30);
        });
    }

    @Test
    void machines_go_to_who_looks_after_machines_and_after_hours_the_help_centre_is_first() {
        attendant("Anna");
        helper("Tom", Role.TECHNICIAN, Set.of(), Set.of(), Set.of());
        helper("Centre", Role.REMOTE, Set.of(), Set.of(), Set.of());
        raise("r1", 4, HelpCause.DEVICE_FAULT, "en");
        assertThat(alerted("r1", 0)).containsExactly("Tom");
        raise("r2", 5, HelpCause.AGE_CHECK, "en");
        assertThat(alerted("r2", 0)).containsExactly("Anna");
        open = false;
        raise("r3", 6, HelpCause.AGE_CHECK, "en");
        assertThat(alerted("r3", 0)).containsExactly("Centre");
        presence = Set.of(HelpCause.AGE_CHECK);
        raise("r4", 7, HelpCause.AGE_CHECK, "en");
        assertThat(alerted("r4", 0)).as("the law wants somebody in the shop").containsExactly("Anna");
        assertThat(alerted("r4", 90)).doesNotContain("Centre");
    }

    @Test
    void forecasts_follow_what_was_measured_and_count_who_is_before() {
        attendant("Anna");
        for (int i = 0; i < 10; i++) {
            now = START;
            raise("m" + i, 1, HelpCause.AGE_CHECK, "en");
            due("m" + i, 0);
            now = START.plusSeconds(10 + i);
            give(new HelpCommand.Arrive("m" + i, "Anna"));
            times = times.arrived(requests.get("m" + i));
            now = START.plusSeconds(30 + i);
            give(new HelpCommand.Solve("m" + i, "Anna", ""));
            times = times.solved(requests.get("m" + i));
        }
        raise("r1", 4, HelpCause.AGE_CHECK, "en");
        assertThat(WaitForecast.seconds(requests.get("r1"), floor()))
                .as("67 of 100 took at most 16 s")
                .isEqualTo(20);
        give(new HelpCommand.Arrive("r1", "Anna"));
        raise("r2", 5, HelpCause.AGE_CHECK, "en");
        assertThat(WaitForecast.seconds(requests.get("r2"), floor()))
                .as("and 20 s more while Anna is busy, before waits like this were measured")
                .isEqualTo(40);
        assertThat(times.heldPercent())
                .as("each wait was a second longer than the one before, so some forecasts came short")
                .hasValue(70);
        assertThat(times.errorMedian().orElseThrow()).isBetween(1_000L, 10_000L);
    }
}
