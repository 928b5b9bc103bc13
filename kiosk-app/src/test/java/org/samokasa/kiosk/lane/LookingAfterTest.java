package org.samokasa.kiosk.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.kiosk.lane.MachineTests.Outcome;
import org.samokasa.kiosk.lane.MachineTests.Result;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.command.MachineCommand;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.lane.command.StaffCommand;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.kiosk.lane.event.StaffEvent.SignInFailed;
import org.samokasa.kiosk.lane.event.StaffEvent.StaffLeft;
import org.samokasa.kiosk.lane.event.StaffEvent.StaffSignedIn;
import org.samokasa.kiosk.lane.event.StaffEvent.TestBegun;
import org.samokasa.kiosk.lane.event.StaffEvent.TestEnded;

/** Staff sign in at the lane and have its machines tested, and never while somebody shops. */
class LookingAfterTest {
    private final LaneBench lane = new LaneBench();

    private void pin(boolean right) {
        lane.tell(new StaffCommand.PinCompared(right));
    }

    private void test(String machine, TestKind kind) {
        lane.tell(new StaffCommand.TestMachine(machine, kind));
    }

    private Optional<Effect.RunTest> begun() {
        return lane.lastEffects().stream()
                .filter(Effect.RunTest.class::isInstance)
                .map(Effect.RunTest.class::cast)
                .findFirst();
    }

    private Result last(String machine) {
        return lane.engine().readings().tests().last().get(machine).result();
    }

    private <E extends LaneEvent> List<E> facts(Class<E> kind) {
        return lane.journal().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "4,0", "5,60", "6,120", "7,240", "10,1920", "11,3840", "12,3840", "1000,3840"})
    void each_wrong_pin_after_the_fifth_doubles_the_pause_up_to_about_an_hour(int tries, long seconds) {
        assertThat(Staff.pauseAfter(tries)).hasSeconds(seconds);
    }

    @Test
    void five_wrong_pins_lock_even_the_right_one_out_and_a_power_cut_does_not_help() {
        for (int i = 0; i < 5; i++) {
            pin(false);
        }
        assertThat(facts(SignInFailed.class)).hasSize(5);
        pin(true);
        assertThat(lane.lane().staff().isHere()).isFalse();
        lane.powerCut();
        pin(true);
        assertThat(lane.lane().staff().isHere()).isFalse();
        lane.pass(Duration.ofSeconds(60));
        pin(true);
        assertThat(lane.lane().staff().isHere()).isTrue();
        assertThat(lane.lane().staff().wrongTries()).isZero();
        assertThat(facts(StaffSignedIn.class)).hasSize(1);
    }

    @Test
    void nobody_signs_in_beside_a_shopper_and_a_scan_sends_staff_away() {
        lane.scan(LaneBench.MILK);
        pin(true);
        assertThat(lane.lane().staff().isHere()).isFalse();
        LaneBench fresh = new LaneBench();
        fresh.tell(new StaffCommand.PinCompared(true));
        fresh.scan(LaneBench.MILK);
        assertThat(fresh.lane().phase()).isEqualTo(Phase.SHOPPING);
        assertThat(fresh.sale().basket().lines()).hasSize(1);
        assertThat(fresh.lane().staff().isHere()).isFalse();
    }

    @Test
    void an_unattended_page_locks_itself_and_a_touch_keeps_it() {
        pin(true);
        lane.pass(Duration.ofSeconds(40)).tell(new ShopperCommand.Touched());
        lane.pass(Duration.ofSeconds(59));
        assertThat(lane.lane().staff().isHere()).isTrue();
        lane.pass(Duration.ofSeconds(1));
        assertThat(lane.lane().staff().isHere()).isFalse();
        assertThat(facts(StaffLeft.class)).extracting(StaffLeft::why).containsExactly("unattended");
    }

    @Test
    void a_test_needs_somebody_signed_in_and_is_on_record_from_begin_to_end() {
        test(Readings.TERMINAL, TestKind.DIAGNOSE);
        assertThat(begun()).isEmpty();
        pin(true);
        test(Readings.TERMINAL, TestKind.DIAGNOSE);
        Effect.RunTest run = begun().orElseThrow();
        lane.tell(new MachineCommand.TestFinished(run.run(), Result.of(Outcome.PASSED, "host reached")));
        assertThat(last(Readings.TERMINAL).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(facts(TestBegun.class)).extracting(TestBegun::by).containsExactly("technician");
        assertThat(facts(TestEnded.class)).extracting(TestEnded::detail).containsExactly("host reached");
    }

    @Test
    void one_test_at_a_time_and_one_that_never_ends_is_given_up() {
        pin(true);
        test(Readings.PRINTER, TestKind.PRINT_PAGE);
        test(Readings.TERMINAL, TestKind.DIAGNOSE);
        assertThat(begun()).isEmpty();
        assertThat(last(Readings.TERMINAL).outcome()).isEqualTo(Outcome.REFUSED);
        lane.pass(TestKind.PRINT_PAGE.limit());
        assertThat(last(Readings.PRINTER).outcome()).isEqualTo(Outcome.NO_ANSWER);
        String late = facts(TestBegun.class).get(0).run();
        lane.tell(new MachineCommand.TestFinished(late, Result.of(Outcome.PASSED, "")));
        assertThat(last(Readings.PRINTER).outcome()).isEqualTo(Outcome.NO_ANSWER);
    }

    @Test
    void a_machine_that_is_down_fails_without_being_asked() {
        lane.machine(Readings.PRODUCE_SCALE, false, "NO_ANSWER");
        pin(true);
        test(Readings.PRODUCE_SCALE, TestKind.WEIGH);
        assertThat(begun()).isEmpty();
        assertThat(last(Readings.PRODUCE_SCALE).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(last(Readings.PRODUCE_SCALE).detail()).startsWith("NO_ANSWER");
        lane.machine(Readings.TERMINAL, false, "FAULT");
        test(Readings.TERMINAL, TestKind.END_OF_DAY);
        assertThat(begun()).as("may be the cure").isPresent();
    }

    @Test
    void while_the_reader_is_tested_a_scan_is_shown_heard_and_not_sold() {
        pin(true);
        test(Readings.SCANNER, TestKind.READ);
        lane.scan("]E0" + LaneBench.MILK);
        assertThat(last(Readings.SCANNER)).isEqualTo(Result.of(Outcome.PASSED, "]E0" + LaneBench.MILK));
        assertThat(lane.lastEffects()).contains(new Effect.Play(Effect.Sound.SCANNED));
        assertThat(lane.lane().phase()).isEqualTo(Phase.ATTRACT);
        lane.scan(LaneBench.MILK);
        assertThat(lane.lane().phase()).isEqualTo(Phase.SHOPPING);
    }

    @Test
    void the_console_tests_while_nobody_shops_and_not_by_an_order_that_came_late() {
        lane.order(new HubCommand.Test(Readings.TERMINAL, TestKind.DIAGNOSE, "Anna", lane.now()));
        assertThat(facts(TestBegun.class)).extracting(TestBegun::by).containsExactly("Anna");
        LaneBench late = new LaneBench();
        late.order(new HubCommand.Test(
                Readings.TERMINAL, TestKind.END_OF_DAY, "Anna", late.now().minus(Duration.ofMinutes(6))));
        assertThat(late.engine()
                        .readings()
                        .tests()
                        .last()
                        .get(Readings.TERMINAL)
                        .result()
                        .outcome())
                .isEqualTo(Outcome.REFUSED);
        LaneBench shopping = new LaneBench().scan(LaneBench.MILK);
        shopping.order(new HubCommand.Test(Readings.TERMINAL, TestKind.END_OF_DAY, "Anna", shopping.now()));
        assertThat(shopping.lastEffects()).noneMatch(Effect.RunTest.class::isInstance);
        assertThat(shopping.engine()
                        .readings()
                        .tests()
                        .last()
                        .get(Readings.TERMINAL)
                        .result()
                        .detail())
                .isEqualTo("a shopper is at the lane");
    }

    @Test
    void nothing_is_paid_while_the_terminal_closes_its_day() {
        pin(true);
        test(Readings.TERMINAL, TestKind.END_OF_DAY);
        Effect.RunTest run = begun().orElseThrow();
        lane.scan(LaneBench.GUM).bag(14).pass(Duration.ofSeconds(2));
        lane.pay();
        assertThat(lane.lane().phase()).isEqualTo(Phase.SHOPPING);
        assertThat(lane.engine().readings().notice().orElseThrow().refusal()).isEqualTo(Refusal.CARD_NOT_AVAILABLE);
        lane.tell(new MachineCommand.TestFinished(run.run(), Result.of(Outcome.PASSED, "")));
        lane.pay();
        assertThat(lane.lane().phase()).isEqualTo(Phase.PAYING);
    }

    @Test
    void the_light_shows_each_colour_for_two_seconds() {
        lane.machine(Readings.LIGHT, true, "");
        pin(true);
        test(Readings.LIGHT, TestKind.SHOW_COLOURS);
        List<LaneLight> shown = new java.util.ArrayList<>();
        for (int i = 0; i < 4; i++) {
            LaneView view = new LaneView(lane.lane(), lane.engine().readings(), lane.now(), true, Optional.empty());
            shown.add(LaneLight.shown(view).orElseThrow());
            lane.pass(Duration.ofSeconds(2));
        }
        assertThat(shown)
                .containsExactly(LaneLight.READY, LaneLight.HELP_COMING, LaneLight.CLOSED, LaneLight.HELP_WANTED);
        assertThat(last(Readings.LIGHT).outcome()).isEqualTo(Outcome.LOOK);
        assertThat(LaneLight.shown(
                        new LaneView(lane.lane(), lane.engine().readings(), lane.now(), true, Optional.empty())))
                .isEmpty();
    }
}
