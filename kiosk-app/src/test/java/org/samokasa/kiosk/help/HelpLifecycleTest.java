package org.samokasa.kiosk.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpLifecycleTest {
    private static final Instant START = Instant.parse("2030-01-01T09:00:00Z");
    private static final HelpLifecycle LIFE = new HelpLifecycle(HelpClocks.DEFAULT);
    private static final HelpProblem AGE =
            new HelpProblem("p1", "AGE_CHECK", "Age check", Optional.of("Beer"), true, List.of());
    private static final HelpProblem TAG =
            new HelpProblem("p2", "SECURITY_TAG", "Security tag", Optional.of("Gin"), false, List.of());
    private static final HelpCall CALL =
            new HelpCall("r1", 4, 17, HelpCause.AGE_CHECK, "Age check", List.of(), START, List.of(AGE, TAG));

    private Optional<HelpRequest> request = Optional.empty();
    private Instant now = START;

    private HelpDecision give(HelpCommand command) {
        HelpDecision decision = LIFE.decide(request, command, now);
        if (decision instanceof HelpDecision.Happens happens) {
            for (HelpEvent event : happens.events()) {
                request = Optional.of(HelpLifecycle.evolve(request, event));
            }
        }
        return decision;
    }

    private void happened(HelpCommand command) {
        assertThat(names(give(command))).isNotEmpty();
    }

    private static List<String> names(HelpDecision decision) {
        return ((HelpDecision.Happens) decision)
                .events().stream().map(e -> e.getClass().getSimpleName()).toList();
    }

    private HelpPhase phase() {
        return request.orElseThrow().phase();
    }

    private void refuses(HelpCommand command, HelpRefusal reason) {
        assertThat(give(command))
                .isInstanceOfSatisfying(
                        HelpDecision.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private void changesNothing(HelpCommand command) {
        assertThat(names(give(command))).isEmpty();
    }

    @Test
    void a_helper_accepts_comes_and_solves() {
        happened(new HelpCommand.Raise(CALL));
        assertThat(phase()).isEqualTo(HelpPhase.RAISED);
        happened(new HelpCommand.Accept("r1", "Anna", 20));
        assertThat(request.orElseThrow().owner()).contains(new HelpRequest.Owner("Anna", 20, START));
        happened(new HelpCommand.SetOut("r1", "Anna", 20));
        assertThat(phase()).isEqualTo(HelpPhase.ON_THE_WAY);
        happened(new HelpCommand.Arrive("r1", "Anna"));
        assertThat(phase()).isEqualTo(HelpPhase.ARRIVED);
        now = START.plusSeconds(50);
        happened(new HelpCommand.Solve("r1", "Anna", "looked at the card"));
        assertThat(phase()).isEqualTo(HelpPhase.SOLVED);
        assertThat(request.orElseThrow().ending())
                .contains(new HelpRequest.Ending(now, Optional.of("Anna"), "looked at the card"));
    }

    @Test
    void every_command_given_twice_changes_nothing_the_second_time() {
        for (HelpCommand command : List.of(
                new HelpCommand.Raise(CALL),
                new HelpCommand.Accept("r1", "Anna", 20),
                new HelpCommand.SetOut("r1", "Anna", 20),
                new HelpCommand.Arrive("r1", "Anna"),
                new HelpCommand.Decide("r1", "p1", ProblemDecision.APPROVED, "Anna", ""),
                new HelpCommand.SettleProblem("r1", "p1"),
                new HelpCommand.HandOver("r1", "Anna", "needs the manager", Optional.empty()),
                new HelpCommand.Solve("r1", "Anna", ""),
                new HelpCommand.CancelByShopper("r1", Optional.empty()),
                new HelpCommand.ClearByItself("r1"))) {
            give(command);
            changesNothing(command);
        }
        assertThat(phase()).isEqualTo(HelpPhase.SOLVED);
    }

    @Test
    void an_approval_from_the_console_accepts_and_decides_at_once() {
        happened(new HelpCommand.Raise(CALL));
        assertThat(names(give(new HelpCommand.Decide("r1", "p1", ProblemDecision.APPROVED, "Anna", "saw the card"))))
                .containsExactly("HelpWasAccepted", "HelpTakenRemotely", "ProblemWasDecided");
        assertThat(phase()).isEqualTo(HelpPhase.REMOTE);
        assertThat(request.orElseThrow().openProblems()).containsExactly(TAG);
    }

    @Test
    void what_takes_a_person_at_the_lane_is_not_approved_from_the_console() {
        happened(new HelpCommand.Raise(CALL));
        refuses(
                new HelpCommand.Decide("r1", "p2", ProblemDecision.APPROVED, "Anna", ""),
                HelpRefusal.NOT_FROM_THE_CONSOLE);
    }

    @Test
    void a_decided_problem_stays_decided() {
        happened(new HelpCommand.Raise(CALL));
        happened(new HelpCommand.Decide("r1", "p1", ProblemDecision.REJECTED, "Anna", "too young"));
        refuses(
                new HelpCommand.Decide("r1", "p1", ProblemDecision.APPROVED, "Anna", ""),
                HelpRefusal.PROBLEM_IS_CLOSED);
        refuses(new HelpCommand.Decide("r1", "p9", ProblemDecision.APPROVED, "Anna", ""), HelpRefusal.UNKNOWN_PROBLEM);
    }

    @Test
    void a_request_has_one_owner_until_a_claim_without_action_lapses() {
        happened(new HelpCommand.Raise(CALL));
        happened(new HelpCommand.Accept("r1", "Anna", 20));
        now = START.plusSeconds(44);
        refuses(new HelpCommand.Accept("r1", "Jan", 20), HelpRefusal.OWNED_BY_ANOTHER);
        refuses(new HelpCommand.Solve("r1", "Jan", ""), HelpRefusal.OWNED_BY_ANOTHER);
        refuses(new HelpCommand.HandOver("r1", "Jan", "note", Optional.empty()), HelpRefusal.OWNED_BY_ANOTHER);
        now = START.plusSeconds(45);
        happened(new HelpCommand.Accept("r1", "Jan", 20));
        assertThat(request.orElseThrow().isOwnedBy("Jan")).isTrue();
    }

    @Test
    void somebody_on_the_way_keeps_the_request_however_long_it_takes() {
        happened(new HelpCommand.Raise(CALL));
        happened(new HelpCommand.SetOut("r1", "Anna", 20));
        now = START.plusSeconds(300);
        refuses(new HelpCommand.Accept("r1", "Jan", 20), HelpRefusal.OWNED_BY_ANOTHER);
    }

    @Test
    void a_hand_over_stays_with_its_owner_until_somebody_accepts_it_and_restarts_the_wait() {
        happened(new HelpCommand.Raise(CALL));
        happened(new HelpCommand.Arrive("r1", "Anna"));
        now = START.plusSeconds(100);
        happened(new HelpCommand.HandOver("r1", "Anna", "needs the manager's key", Optional.empty()));
        assertThat(phase()).isEqualTo(HelpPhase.HANDED_OVER);
        assertThat(request.orElseThrow().isOwnedBy("Anna")).isTrue();
        assertThat(request.orElseThrow().alert().handOver())
                .contains(new HelpRequest.HandOver("Anna", "needs the manager's key", Optional.empty()));
        assertThat(HelpClocks.DEFAULT.acceptLevel(request.orElseThrow(), now.plusSeconds(16)))
                .isEqualTo(HelpClocks.AcceptLevel.LATE);
        happened(new HelpCommand.Accept("r1", "Jan", 30));
        assertThat(request.orElseThrow().isOwnedBy("Jan")).isTrue();
        assertThat(request.orElseThrow().alert().handOver()).isEmpty();
        assertThatThrownBy(() -> new HelpCommand.HandOver("r1", "Anna", " ", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void who_handed_it_over_may_take_it_back() {
        happened(new HelpCommand.Raise(CALL));
        happened(new HelpCommand.Arrive("r1", "Anna"));
        happened(new HelpCommand.HandOver("r1", "Anna", "break", Optional.of("Jan")));
        assertThat(names(give(new HelpCommand.Solve("r1", "Anna", "did it after all"))))
                .containsExactly("HelpWasAccepted", "HelpWasSolved");
    }

    @Test
    void a_claim_holds_as_long_as_the_helper_said_they_need() {
        happened(new HelpCommand.Raise(CALL));
        happened(new HelpCommand.Accept("r1", "Anna", 120));
        now = START.plusSeconds(119);
        refuses(new HelpCommand.Accept("r1", "Jan", 20), HelpRefusal.OWNED_BY_ANOTHER);
        now = START.plusSeconds(120);
        happened(new HelpCommand.Accept("r1", "Jan", 20));
    }

    @Test
    void a_shopper_who_leaves_ends_the_request() {
        happened(new HelpCommand.Raise(CALL));
        happened(new HelpCommand.Abandon("r1"));
        assertThat(phase()).isEqualTo(HelpPhase.ABANDONED);
        changesNothing(new HelpCommand.Abandon("r1"));
    }

    @Test
    void a_rating_may_come_in_pieces_and_late() {
        happened(new HelpCommand.Raise(CALL));
        happened(new HelpCommand.Solve("r1", "Anna", ""));
        happened(new HelpCommand.Rate("r1", new HelpRating(Optional.of(true), OptionalInt.empty(), List.of())));
        HelpCommand faces =
                new HelpCommand.Rate("r1", new HelpRating(Optional.empty(), OptionalInt.of(4), List.of("friendly")));
        happened(faces);
        changesNothing(faces);
        assertThat(request.orElseThrow().rating())
                .contains(new HelpRating(Optional.of(true), OptionalInt.of(4), List.of("friendly")));
        assertThat(phase()).isEqualTo(HelpPhase.SOLVED);
        assertThatThrownBy(() -> new HelpRating(Optional.empty(), OptionalInt.of(5), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_helper_hears_that_a_request_is_over_and_a_late_lane_does_no_harm() {
        happened(new HelpCommand.Raise(CALL));
        happened(new HelpCommand.CancelByShopper("r1", Optional.empty()));
        assertThat(phase()).isEqualTo(HelpPhase.CANCELLED_BY_SHOPPER);
        refuses(new HelpCommand.Accept("r1", "Anna", 20), HelpRefusal.REQUEST_HAS_ENDED);
        refuses(new HelpCommand.Solve("r1", "Anna", ""), HelpRefusal.REQUEST_HAS_ENDED);
        changesNothing(new HelpCommand.Raise(CALL));
        changesNothing(new HelpCommand.ClearByItself("r1"));
    }

    @Test
    void an_unknown_request_is_refused() {
        refuses(new HelpCommand.Accept("r9", "Anna", 20), HelpRefusal.UNKNOWN_REQUEST);
    }

    @Test
    void a_call_with_more_problems_updates_the_request() {
        happened(new HelpCommand.Raise(CALL));
        HelpCall more = new HelpCall("r1", 4, 17, HelpCause.AGE_CHECK, "Age check", List.of(), START, List.of(AGE));
        assertThat(names(give(new HelpCommand.Raise(more)))).containsExactly("CallWasUpdated");
        assertThat(request.orElseThrow().call()).isEqualTo(more);
    }

    @Test
    void the_two_clocks_escalate_at_their_times() {
        happened(new HelpCommand.Raise(CALL));
        HelpRequest raised = request.orElseThrow();
        assertThat(List.of(14, 15, 29, 30, 89, 90).stream()
                        .map(s -> HelpClocks.DEFAULT.acceptLevel(raised, START.plusSeconds(s))))
                .containsExactly(
                        HelpClocks.AcceptLevel.FRESH,
                        HelpClocks.AcceptLevel.LATE,
                        HelpClocks.AcceptLevel.LATE,
                        HelpClocks.AcceptLevel.NEXT_PERSON,
                        HelpClocks.AcceptLevel.NEXT_PERSON,
                        HelpClocks.AcceptLevel.DUTY_MANAGER);
        assertThat(List.of(59, 60, 299, 300).stream()
                        .map(s -> HelpClocks.DEFAULT.solveLevel(raised, START.plusSeconds(s))))
                .containsExactly(
                        HelpClocks.SolveLevel.ON_TIME,
                        HelpClocks.SolveLevel.OVER_TARGET,
                        HelpClocks.SolveLevel.OVER_TARGET,
                        HelpClocks.SolveLevel.OVER_LIMIT);
        happened(new HelpCommand.Accept("r1", "Anna", 20));
        assertThat(HelpClocks.DEFAULT.acceptLevel(request.orElseThrow(), START.plusSeconds(600)))
                .isEqualTo(HelpClocks.AcceptLevel.FRESH);
    }

    @Test
    void money_comes_before_paper_and_the_oldest_first() {
        HelpRequest paper = HelpRequest.raised(call("a", HelpCause.PAPER_OUT, START), START);
        HelpRequest money = HelpRequest.raised(call("b", HelpCause.PAYMENT_IN_DOUBT, START.plusSeconds(9)), START);
        HelpRequest age = HelpRequest.raised(call("c", HelpCause.AGE_CHECK, START.plusSeconds(5)), START);
        HelpRequest olderAge = HelpRequest.raised(call("d", HelpCause.AGE_CHECK, START.plusSeconds(1)), START);
        HelpRequest taken = HelpRequest.raised(call("e", HelpCause.PAYMENT_IN_DOUBT, START), START)
                .ownedBy(new HelpRequest.Owner("Anna", 5, START));
        List<HelpRequest> all = new ArrayList<>(List.of(taken, paper, age, olderAge, money));
        all.sort(HelpOrder.MOST_URGENT_FIRST);
        assertThat(all).containsExactly(money, olderAge, age, paper, taken);
    }

    private static HelpCall call(String id, HelpCause cause, Instant at) {
        return new HelpCall(id, 1, 0, cause, "t", List.of(), at, List.of());
    }

    /** A request that is open always has a way on, one that has ended stays as it is, and an owner means a phase. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_is_commanded_the_request_stays_sound(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Optional<HelpRequest> before = request;
            now = now.plusSeconds(random.nextInt(30));
            give(anyCommand(random));
            if (before.isPresent() && before.get().phase().ended()) {
                assertThat(request).as("seed " + seed).isEqualTo(before);
                request = Optional.empty();
            } else {
                assertThat(request.map(HelpLifecycleTest::isSound).orElse(true))
                        .as("seed %d: %s", seed, request)
                        .isTrue();
            }
        }
    }

    private static boolean isSound(HelpRequest r) {
        boolean ownerFits = r.owner().isEmpty() == (r.phase() == HelpPhase.RAISED)
                || r.phase() == HelpPhase.CANCELLED_BY_SHOPPER
                || r.phase() == HelpPhase.ABANDONED
                || r.phase() == HelpPhase.AUTO_CLEARED;
        return ownerFits && r.ending().isPresent() == r.phase().ended();
    }

    private static HelpCommand anyCommand(Random random) {
        String by = random.nextBoolean() ? "Anna" : "Jan";
        String problem = "p" + (1 + random.nextInt(3));
        ProblemDecision decision = ProblemDecision.values()[random.nextInt(2)];
        return switch (random.nextInt(11)) {
            case 0, 1 -> new HelpCommand.Raise(CALL);
            case 2 -> new HelpCommand.Accept("r1", by, random.nextInt(100));
            case 3 -> new HelpCommand.SetOut("r1", by, 20);
            case 4 -> new HelpCommand.Arrive("r1", by);
            case 5 -> new HelpCommand.HandOver("r1", by, "note", Optional.empty());
            case 6, 7 -> new HelpCommand.Decide("r1", problem, decision, by, "");
            case 8 -> new HelpCommand.SettleProblem("r1", problem);
            case 9 -> new HelpCommand.Solve("r1", by, "done");
            default ->
                random.nextInt(4) == 0
                        ? random.nextBoolean()
                                ? new HelpCommand.CancelByShopper("r1", Optional.empty())
                                : new HelpCommand.Abandon("r1")
                        : new HelpCommand.ClearByItself("r1");
        };
    }
}
