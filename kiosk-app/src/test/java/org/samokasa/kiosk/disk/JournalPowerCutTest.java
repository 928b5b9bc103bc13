package org.samokasa.kiosk.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.disk.RecordedShift.Moment;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.kiosk.persistence.journal.SegmentedJournal;
import org.samokasa.kiosk.persistence.lane.StoredLaneJournal;

/**
 * Invariant I3: a shift worked through the real lane loses the power, or its process, or has a disk operation fail, at
 * every single operation of its disk, in many ways each, and again while it recovers. {@link JournalPromise} says what
 * must hold on every image.
 *
 * <p>The build walks a sample of the images. All of them, for about ten minutes: {@code mvn -pl kiosk-app -am verify
 * -Dtest=JournalPowerCutTest -Dsurefire.failIfNoSpecifiedTests=false -Dsamokasa.disk.all=true}
 */
class JournalPowerCutTest {
    private static final boolean ALL = Boolean.getBoolean("samokasa.disk.all");

    private static RecordedShift shift;
    private static JournalPromise promise;

    @BeforeAll
    static void workTheShift() throws IOException {
        shift = RecordedShift.record();
        promise = new JournalPromise(shift.decisions());
    }

    private static void tell(String what, long images) {
        System.out.printf("power cuts: %,d different images %s, none lost an acknowledged fact%n", images, what);
    }

    @Test
    void a_power_cut_at_any_operation_loses_no_acknowledged_decision() {
        CrashWalk walk = new CrashWalk(promise, ALL ? 4000 : 250);
        shift.moments().forEach(moment -> walk.powerCuts(moment.disk(), moment.acknowledged(), moment.toString()));
        tell("of a shift of " + shift.decisions().size() + " decisions", walk.images());
        assertThat(walk.images()).isGreaterThan(10_000);
    }

    @Test
    void a_second_power_cut_at_any_operation_of_the_recovery_loses_none_either() {
        CrashWalk walk = new CrashWalk(promise, ALL ? 100 : 10);
        for (Moment moment : shift.moments()) {
            walk.powerCutsDuringRecovery(moment.disk(), moment.acknowledged(), moment.toString());
        }
        tell("of cut off recoveries", walk.images());
        assertThat(walk.images()).isGreaterThan(10_000);
    }

    @Test
    void what_a_killed_process_left_in_the_cache_is_safe_before_the_next_one_builds_on_it() {
        CrashWalk walk = new CrashWalk(promise, ALL ? 400 : 20);
        for (Moment moment : shift.moments()) {
            walk.check(moment.disk().afterKill(), moment.acknowledged(), moment + ", killed");
            walk.recoveries(moment.disk(), moment.acknowledged(), moment + ", killed");
        }
        tell("of killed processes", walk.images());
    }

    @Test
    void an_operation_that_fails_stops_the_journal_and_what_was_acknowledged_survives_restart_and_power_cut() {
        CrashWalk walk = new CrashWalk(promise, ALL ? 100 : 2);
        long operations = shift.moments().size() - 1L;
        for (long operation = 0; operation < operations; operation++) {
            for (DiskFault fault : DiskFault.values()) {
                FaultyDisk disk = new FaultyDisk();
                disk.failAt(operation, fault);
                int acknowledged = appendUntilItFails(disk);
                String where = "operation " + operation + " " + fault + " after " + acknowledged + " decisions";
                walk.check(disk.afterKill(), acknowledged, where + ", started again");
                walk.recoveries(disk, acknowledged, where);
            }
        }
        tell("after failed operations", walk.images());
    }

    /** Appends the decisions of the shift; how many were acknowledged. */
    private static int appendUntilItFails(FaultyDisk disk) {
        int acknowledged = 0;
        try (SegmentedJournal journal =
                SegmentedJournal.open(disk, RecordedShift.SEGMENTS, (sequence, payload) -> {})) {
            while (append(journal, acknowledged)) {
                acknowledged++;
            }
            assertThat(append(journal, acknowledged)).as("stopped for good").isFalse();
        } catch (IOException failedToOpen) {
            return acknowledged;
        }
        return acknowledged;
    }

    private static boolean append(SegmentedJournal journal, int decision) {
        try {
            journal.append(shift.decisions().get(decision));
            return true;
        } catch (IOException notDurable) {
            return false;
        }
    }

    @Test
    void a_recovery_that_fails_can_be_tried_again() throws IOException {
        CrashWalk walk = new CrashWalk(promise, 1);
        for (Moment moment : shift.moments()) {
            FaultyDisk torn = moment.disk().crash(CrashPolicy.scribbles(512), new SplittableRandom(1));
            for (FaultyDisk begin : List.of(moment.disk(), torn)) {
                for (DiskFault fault : DiskFault.values()) {
                    retried(begin, fault, moment, walk);
                }
            }
        }
        tell("of failed recoveries", walk.images());
    }

    private static void retried(FaultyDisk begin, DiskFault fault, Moment moment, CrashWalk walk) {
        for (long operation = 0; ; operation++) {
            FaultyDisk disk = begin.afterKill();
            disk.failAt(operation, fault);
            String where = moment + ", recovery's operation " + operation + " " + fault;
            try {
                SegmentedJournal.open(disk, RecordedShift.SEGMENTS, (sequence, payload) -> {})
                        .close();
                return;
            } catch (IOException expected) {
                disk.assertNothingLeftOpen();
                walk.check(disk.afterKill(), moment.acknowledged(), where + ", tried again");
                walk.powerCuts(disk, moment.acknowledged(), where);
            }
        }
    }

    @Test
    void a_decision_costs_one_write_and_one_force() {
        List<String> operations = shift.moments().stream()
                .map(Moment::next)
                .filter(next -> !next.contains(".new") && !next.contains("DIRECTORY") && !next.contains("RENAME"))
                .map(next -> next.replaceAll(".*\\((\\w+).*", "$1"))
                .toList();
        List<String> expected = new ArrayList<>();
        shift.decisions().forEach(decision -> expected.addAll(List.of("WRITE", "FORCE")));
        expected.add("the end");
        assertThat(operations).isEqualTo(expected);
    }

    @Test
    void a_lane_replays_the_very_events_it_wrote() throws IOException {
        int step = ALL ? 1 : 10;
        for (int i = 0; i < shift.moments().size(); i += step) {
            List<LaneEvent> replayed = new ArrayList<>();
            FaultyDisk image = shift.moments().get(i).disk().crash(CrashPolicy.tears(512), new SplittableRandom(i));
            StoredLaneJournal.open(image, RecordedShift.SEGMENTS, (position, event) -> replayed.add(event))
                    .close();
            assertThat(replayed).isEqualTo(shift.events().subList(0, replayed.size()));
        }
    }
}
