package org.samokasa.kiosk.lane;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The test that runs at a lane and how the last one of each machine went. Not durable: the facts are in the journal.
 *
 * @param running one at a time
 * @param last by machine
 */
public record MachineTests(Optional<Running> running, Map<String, Done> last) {
    public static final MachineTests NONE = new MachineTests(Optional.empty(), Map.of());

    public MachineTests {
        last = Map.copyOf(last);
    }

    /** @param run names it towards the machines */
    public record Running(String run, String machine, TestKind kind, String by, Instant since) {}

    public enum Outcome {
        PASSED,
        /** Done, and only somebody who stands there can say whether it worked. */
        LOOK,
        FAILED,
        /** Given up. */
        NO_ANSWER,
        /** Not begun. */
        REFUSED
    }

    /**
     * @param detail for a technician, in the words of the driver; no card data
     * @param lines what it brought: totals, bytes; may be none
     */
    public record Result(Outcome outcome, String detail, List<String> lines) {
        public Result {
            lines = List.copyOf(lines);
        }

        public static Result of(Outcome outcome, String detail) {
            return new Result(outcome, detail, List.of());
        }
    }

    public record Done(TestKind kind, String by, Instant at, Result result) {}

    MachineTests begun(Running next) {
        return new MachineTests(Optional.of(next), last);
    }

    MachineTests ended(Instant at, Result result) {
        return running.map(test -> new MachineTests(Optional.empty(), last)
                        .done(test.machine(), new Done(test.kind(), test.by(), at, result)))
                .orElse(this);
    }

    MachineTests done(String machine, Done done) {
        Map<String, Done> all = new TreeMap<>(last);
        all.put(machine, done);
        return new MachineTests(running, all);
    }
}
