package org.samokasa.kiosk.store;

import java.time.Instant;
import org.samokasa.kiosk.help.HelpEvent;
import org.samokasa.kiosk.help.Helper;
import org.samokasa.kiosk.help.ProblemDecision;
import org.samokasa.kiosk.insight.IssueEvent;

/** What happened in the shop, as the hub's journal keeps it. */
public sealed interface StoreEvent {
    Instant at();

    /** The hub of this shop was started. */
    record HubWasStarted(Instant at, String shop) implements StoreEvent {}

    /** Everything of that journal of a lane up to here has been dealt with; stands beside what it led to. */
    record LaneWasHeard(Instant at, int lane, String stream, long sequence) implements StoreEvent {}

    /** Something happened to a request. */
    record HelpHasChanged(HelpEvent event) implements StoreEvent {
        @Override
        public Instant at() {
            return event.at();
        }
    }

    record SaleWasRecorded(Instant at, Sale sale) implements StoreEvent {}

    /**
     * A lane has taken the hub's commands.
     *
     * @param upTo position in this journal
     */
    record CommandsWereTaken(Instant at, int lane, long upTo) implements StoreEvent {}

    /** An attendant wrote to the shopper. */
    record ShopperWasWrittenTo(Instant at, int lane, String text, String by) implements StoreEvent {}

    /** An attendant opened or closed a lane. */
    record LaneWasOrdered(Instant at, int lane, LaneOrder order, String by) implements StoreEvent {}

    /** An attendant ordered that a lane puts the basket of this visit aside. */
    record SuspensionWasOrdered(Instant at, int lane, long saleNumber, String by) implements StoreEvent {}

    /** A lane put a basket aside; the shop has it now. */
    record SaleWasSuspended(Instant at, SuspendedSale sale) implements StoreEvent {}

    /** An attendant sent such a basket to a lane. */
    record RecallWasOrdered(Instant at, String suspension, int lane, String by) implements StoreEvent {}

    /** The lane could not take it: it waits again. */
    record RecallWasRefused(Instant at, String suspension, int lane) implements StoreEvent {}

    /** It goes on at that lane. */
    record SaleWasRecalled(Instant at, String suspension, int lane) implements StoreEvent {}

    /** Nobody will come back for it. */
    record SuspendedSaleWasGivenUp(Instant at, String suspension, String by, String reason) implements StoreEvent {}

    /** Somebody is on duty from now on, as described here. */
    record HelperCameOnDuty(Instant at, Helper helper) implements StoreEvent {}

    record HelperWentOffDuty(Instant at, String name) implements StoreEvent {}

    /** Somebody showed who they are at a console. */
    record StaffSignedIn(Instant at, String name) implements StoreEvent {}

    /**
     * A PIN was wrong.
     *
     * @param tries       wrong ones in a row
     * @param lockedUntil before this none is taken from this name; long past when it may be tried again at once
     */
    record SignInFailed(Instant at, String name, int tries, Instant lockedUntil) implements StoreEvent {}

    /**
     * The first of two people decided about a problem; the lane hears of it when the second agrees.
     *
     * @param problemId as the lane names it
     */
    record FirstOfTwoDecided(Instant at, int lane, String problemId, ProblemDecision decision, String by, String reason)
            implements StoreEvent {}

    /** The second of two people agreed; what was decided follows. */
    record SecondOfTwoAgreed(Instant at, int lane, String problemId, String first, String second)
            implements StoreEvent {}
    /** Something happened to a recurring issue. */
    record IssueHasChanged(IssueEvent event) implements StoreEvent {
        @Override
        public Instant at() {
            return event.at();
        }
    }

    /** A press of a page led to what stands beside this; a repeat of it leads to nothing. */
    record ActionWasTaken(Instant at, String action) implements StoreEvent {}

    /** An attendant had a machine of a lane tested; what came of it the lane says in its state. */
    record MachineTestWasOrdered(Instant at, int lane, String machine, String test, String by) implements StoreEvent {}
}
