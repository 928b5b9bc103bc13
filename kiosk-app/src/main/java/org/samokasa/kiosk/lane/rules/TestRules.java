package org.samokasa.kiosk.lane.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.samokasa.kiosk.lane.Effect;
import org.samokasa.kiosk.lane.LaneLight;
import org.samokasa.kiosk.lane.MachineState;
import org.samokasa.kiosk.lane.MachineTests.Done;
import org.samokasa.kiosk.lane.MachineTests.Outcome;
import org.samokasa.kiosk.lane.MachineTests.Result;
import org.samokasa.kiosk.lane.MachineTests.Running;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.Refusal;
import org.samokasa.kiosk.lane.TestKind;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.event.StaffEvent.TestBegun;
import org.samokasa.kiosk.lane.event.StaffEvent.TestEnded;

/** Tests of the machines: one at a time, only while nobody shops, each begun and ended on record. */
public final class TestRules {
    /** How the journal names whoever signed in at the lane; there are no accounts yet. */
    private static final String TECHNICIAN = "technician";

    /** What says nothing of a machine that is known to be down; the others may be its cure or show why. */
    private static final Set<TestKind> NEEDS_IT_UP =
            EnumSet.of(TestKind.BEEP, TestKind.READ, TestKind.WEIGH, TestKind.PRINT_PAGE, TestKind.SHOW_COLOURS);

    /** The reader's next word and the light's colours need no driver to do anything new. */
    private static final Set<TestKind> BY_THE_LANE = EnumSet.of(TestKind.READ, TestKind.SHOW_COLOURS);

    private TestRules() {}

    static void atTheLane(Deciding d, String machine, TestKind kind) {
        if (!d.lane().staff().isHere()) {
            d.refuse(Refusal.NOTHING_TO_DO, machine);
            return;
        }
        begin(d, machine, kind, TECHNICIAN).ifPresent(why -> d.refuse(Refusal.SETTLE_FIRST, machine));
    }

    static void ordered(Deciding d, HubCommand.Test order) {
        if (HubRules.isLate(d, order.askedAt())) {
            Duration age = Duration.between(order.askedAt(), d.now()).abs();
            refused(d, order.machine(), order.kind(), order.by(), "asked for " + age.toMinutes() + " minutes ago");
        } else {
            begin(d, order.machine(), order.kind(), order.by());
        }
    }

    /** Why it did not begin; empty when it did. */
    private static Optional<String> begin(Deciding d, String machine, TestKind kind, String by) {
        Optional<String> objection = objection(d, machine);
        if (objection.isPresent()) {
            refused(d, machine, kind, by, objection.get());
            return objection;
        }
        String run = Effect.RunTest.PREFIX + d.now().toEpochMilli();
        Running test = new Running(run, machine, kind, by, d.now());
        d.record(new TestBegun(d.now(), run, machine, kind, by));
        d.learn(readings -> readings.begun(test));
        Optional<MachineState> unable = d.readings().machine(machine).filter(state -> !state.usable());
        if (unable.isPresent() && NEEDS_IT_UP.contains(kind)) {
            String why = unable.get().cause() + " " + unable.get().detail();
            end(d, test, Result.of(Outcome.FAILED, why.strip()));
        } else if (!BY_THE_LANE.contains(kind)) {
            d.then(new Effect.RunTest(run, machine, kind));
        }
        return Optional.empty();
    }

    private static Optional<String> objection(Deciding d, String machine) {
        if (d.readings().machine(machine).isEmpty()) {
            return Optional.of("this lane has no " + machine);
        }
        if (!StaffRules.isIdle(d)) {
            return Optional.of("a shopper is at the lane");
        }
        return d.readings().tests().running().map(test -> test.kind() + " of " + test.machine() + " still runs");
    }

    private static void refused(Deciding d, String machine, TestKind kind, String by, String why) {
        Done done = new Done(kind, by, d.now(), Result.of(Outcome.REFUSED, why));
        d.learn(readings -> readings.tested(machine, done));
    }

    /** What a machine brought; ignored when the lane has given that test up. */
    static void finished(Deciding d, String run, Result result) {
        d.readings().tests().running().filter(test -> test.run().equals(run)).ifPresent(test -> end(d, test, result));
    }

    private static void end(Deciding d, Running test, Result result) {
        d.record(new TestEnded(d.now(), test.run(), test.machine(), result.outcome(), result.detail()));
        d.learn(readings -> readings.ended(d.now(), result));
    }

    /** True when what was read answers a test of the reader: then it is shown and not sold. */
    static boolean takesScan(Deciding d, Result result) {
        Optional<Running> waiting = d.readings().tests().running().filter(test -> test.kind() == TestKind.READ);
        if (waiting.isEmpty() || !StaffRules.isIdle(d)) {
            return false;
        }
        d.play(result.outcome() == Outcome.PASSED ? Effect.Sound.SCANNED : Effect.Sound.REFUSED);
        end(d, waiting.get(), result);
        return true;
    }

    /** No payment begins while the terminal is being looked after. */
    static boolean holdsTerminal(Deciding d) {
        return d.readings()
                .tests()
                .running()
                .filter(test -> test.machine().equals(Readings.TERMINAL) && test.kind() != TestKind.WIRE)
                .isPresent();
    }

    static void keepUp(Deciding d) {
        Optional<Running> running = d.readings().tests().running();
        if (running.isEmpty()) {
            return;
        }
        Running test = running.get();
        Instant since = test.since();
        if (test.kind() == TestKind.READ && !StaffRules.isIdle(d)) {
            end(d, test, Result.of(Outcome.NO_ANSWER, "a shopper came"));
        } else if (test.kind() == TestKind.SHOW_COLOURS && d.passed(since, LaneLight.SHOW)) {
            end(d, test, Result.of(Outcome.LOOK, ""));
        } else if (d.passed(since, test.kind().limit())) {
            end(
                    d,
                    test,
                    Result.of(
                            Outcome.NO_ANSWER,
                            "nothing within " + test.kind().limit().toSeconds() + " s"));
        }
    }
}
