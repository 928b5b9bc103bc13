package org.samokasa.kiosk.store;

import java.util.List;
import java.util.Objects;
import org.samokasa.kiosk.help.HelpCommand;
import org.samokasa.kiosk.help.Helper;
import org.samokasa.kiosk.help.ProblemDecision;

/** What a lane or an attendant wants of the shop. */
public sealed interface StoreCommand {
    /** A step in the life of a request. */
    record HelpStep(HelpCommand command) implements StoreCommand {}

    /** An attendant decides about a problem, named as the lane names it. */
    record DecideProblem(int lane, String problemId, ProblemDecision decision, String by, String reason)
            implements StoreCommand {}

    /** A lane finished a sale. */
    record RecordSale(Sale sale) implements StoreCommand {}

    /** An attendant writes to the shopper of a lane. */
    record WriteToShopper(int lane, String text, String by) implements StoreCommand {
        private static final int LENGTH_MAX = 160;

        public WriteToShopper {
            Objects.requireNonNull(by);
            if (text.isBlank() || text.length() > LENGTH_MAX) {
                throw new IllegalArgumentException("a message has 1 to " + LENGTH_MAX + " characters");
            }
        }
    }

    /** An attendant opens or closes a lane. */
    record OrderLane(int lane, LaneOrder order, String by) implements StoreCommand {}

    /** An attendant has a lane put its basket aside. */
    record SuspendSale(int lane, long saleNumber, String by) implements StoreCommand {}

    /** A lane has put a basket aside. */
    record KeepSale(SuspendedSale sale) implements StoreCommand {}

    /** An attendant sends a basket that was put aside to a lane. */
    record RecallSale(String suspension, int lane, String by) implements StoreCommand {
        public RecallSale {
            if (lane < 1) {
                throw new IllegalArgumentException("lanes count from 1, got " + lane);
            }
        }
    }

    /** The lane says what became of that. */
    record HearOfRecall(String suspension, int lane, boolean taken) implements StoreCommand {}

    /** An attendant gives up a basket that nobody comes back for. */
    record GiveUpSale(String suspension, String by, String reason) implements StoreCommand {
        private static final int LENGTH_MAX = 200;

        public GiveUpSale {
            Objects.requireNonNull(by);
            if (reason.isBlank() || reason.length() > LENGTH_MAX) {
                throw new IllegalArgumentException("a reason has 1 to " + LENGTH_MAX + " characters");
            }
        }
    }

    /** Somebody comes on duty, or what is known of them changes. */
    record ComeOnDuty(Helper helper) implements StoreCommand {}

    /** Somebody goes; what they follow through is handed over to nobody in particular. */
    record GoOffDuty(String name) implements StoreCommand {}

    /** Somebody typed a PIN that was right or not; who is right comes on duty. */
    record SignIn(Helper helper, boolean right) implements StoreCommand {}

    /**
     * The same, unless it was done already: a page whose answer got lost sends it again.
     *
     * @param action id of the press, made by the page; at most {@value #ACTION_LENGTH_MAX} characters
     */
    record Once(String action, StoreCommand command) implements StoreCommand {
        static final int ACTION_LENGTH_MAX = 120;

        public Once {
            Objects.requireNonNull(command);
            if (action.isBlank() || action.length() > ACTION_LENGTH_MAX) {
                throw new IllegalArgumentException("an action's id has 1 to " + ACTION_LENGTH_MAX + " characters");
            }
        }
    }

    /** Time has passed: whatever is due by itself happens. */
    record LookAtTheClock() implements StoreCommand {}

    /** Somebody looks into a recurring issue. */
    record TakeIssue(String issueId, String by) implements StoreCommand {
        public TakeIssue {
            if (by.isBlank() || by.length() > 40) {
                throw new IllegalArgumentException("who it is must have 1 to 40 characters");
            }
        }
    }

    /** Somebody has seen to it that a recurring issue does not happen again, and says what they changed. */
    record CloseIssue(String issueId, String by, String changed) implements StoreCommand {
        private static final int LENGTH_MAX = 500;

        public CloseIssue {
            if (by.isBlank() || by.length() > 40) {
                throw new IllegalArgumentException("who it is must have 1 to 40 characters");
            }
            if (changed.isBlank() || changed.length() > LENGTH_MAX) {
                throw new IllegalArgumentException("what was changed must have 1 to " + LENGTH_MAX + " characters");
            }
        }
    }

    /** An attendant has a machine of a lane tested. */
    record TestMachine(int lane, String machine, String test, String by) implements StoreCommand {
        private static final int LENGTH_MAX = 40;

        public TestMachine {
            for (String text : List.of(machine, test, by)) {
                if (text.isBlank() || text.length() > LENGTH_MAX) {
                    throw new IllegalArgumentException(
                            "machine, test and by have 1 to " + LENGTH_MAX + " characters, got '" + text + "'");
                }
            }
        }
    }
}
