package org.samokasa.kiosk.lane.rules;

import java.time.Duration;
import java.time.Instant;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.command.HubCommand.Order;
import org.samokasa.kiosk.lane.event.HubEvent.HubConfirmed;
import org.samokasa.kiosk.lane.event.HubEvent.HubOrderTaken;

/** What the hub confirms and orders; repeats do no harm. */
public final class HubRules {
    /** Older orders for what is on the floor right now meet another floor. Long enough for clocks that disagree a little. */
    private static final Duration ORDER_AGE_MAX = Duration.ofMinutes(5);

    private HubRules() {}

    /** @param askedAt on the hub's clock, when somebody pressed the button */
    static boolean isLate(Deciding d, Instant askedAt) {
        return Duration.between(askedAt, d.now()).abs().compareTo(ORDER_AGE_MAX) > 0;
    }

    public static void confirmed(Deciding d, long position) {
        if (position > d.lane().hubConfirmed()) {
            d.record(new HubConfirmed(d.now(), position));
        }
    }

    public static void ordered(Deciding d, HubCommand.Ordered ordered) {
        if (ordered.number() <= d.lane().lastOrderOf(ordered.stream())) {
            return;
        }
        d.record(new HubOrderTaken(d.now(), ordered.stream(), ordered.number()));
        carryOut(d, ordered.order());
    }

    private static void carryOut(Deciding d, Order order) {
        if (order instanceof HubCommand.Accept accept) {
            CallRules.accepted(d, accept);
        } else if (order instanceof HubCommand.Arrive arrive) {
            CallRules.arrived(d, arrive);
        } else if (order instanceof HubCommand.Forecast forecast) {
            CallRules.forecast(d, forecast);
        } else if (order instanceof HubCommand.Reopen reopen) {
            CallRules.reopened(d, reopen);
        } else if (order instanceof HubCommand.Solve solve) {
            CallRules.solved(d, solve);
        } else if (order instanceof HubCommand.Resolve resolve) {
            ProblemRules.settle(d, resolve);
        } else if (order instanceof HubCommand.Open open) {
            OrderRules.open(d, open.by());
        } else if (order instanceof HubCommand.Close close) {
            OrderRules.close(d, close.by());
        } else if (order instanceof HubCommand.Pause pause) {
            OrderRules.pause(d, pause.by());
        } else if (order instanceof HubCommand.Resume resume) {
            OrderRules.resume(d, resume.by());
        } else if (order instanceof HubCommand.Suspend suspend) {
            SuspendRules.suspend(d, suspend);
        } else if (order instanceof HubCommand.Recall recall) {
            SuspendRules.recall(d, recall);
        } else if (order instanceof HubCommand.Test test) {
            TestRules.ordered(d, test);
        } else if (order instanceof HubCommand.Write write) {
            NoteRules.written(d, write);
        } else if (!(order instanceof HubCommand.Nothing)) {
            throw new AssertionError("no rule for " + order);
        }
    }
}
