package org.samokasa.kiosk.help;

import java.util.Objects;
import java.util.Optional;

/** What a lane or an attendant wants to happen to a request. */
public sealed interface HelpCommand {
    /** The request it is about. */
    String requestId();

    /** A lane calls, calls again, or brings its call up to date. */
    record Raise(HelpCall call) implements HelpCommand {
        @Override
        public String requestId() {
            return call.requestId();
        }
    }

    /**
     * An attendant says "mine".
     *
     * @param etaSeconds until they are there, 0 to an hour
     */
    record Accept(String requestId, String by, int etaSeconds) implements HelpCommand {
        public Accept {
            named(by);
            within(etaSeconds);
        }
    }

    /**
     * The owner sets out.
     *
     * @param etaSeconds until they are there, 0 to an hour
     */
    record SetOut(String requestId, String by, int etaSeconds) implements HelpCommand {
        public SetOut {
            named(by);
            within(etaSeconds);
        }
    }

    /** The owner stands at the lane. */
    record Arrive(String requestId, String by) implements HelpCommand {
        public Arrive {
            named(by);
        }
    }

    /** The owner is done. */
    record Solve(String requestId, String by, String action) implements HelpCommand {
        public Solve {
            named(by);
            bounded(action);
        }
    }

    /**
     * The owner wishes somebody else to go on with it, with a note for them.
     *
     * @param to who shall; empty when it is all the same
     */
    record HandOver(String requestId, String by, String note, Optional<String> to) implements HelpCommand {
        public HandOver {
            named(by);
            to.ifPresent(HelpCommand::named);
            bounded(note);
            if (note.isBlank()) {
                throw new IllegalArgumentException("a hand-over needs a note");
            }
        }
    }

    /** An attendant decides about one problem, from the console. */
    record Decide(String requestId, String problemId, ProblemDecision decision, String by, String reason)
            implements HelpCommand {
        public Decide {
            named(by);
            bounded(reason);
            Objects.requireNonNull(decision);
        }
    }

    /** The lane says that one problem is gone. */
    record SettleProblem(String requestId, String problemId) implements HelpCommand {}

    /**
     * The shopper does not need anybody any more.
     *
     * @param selfHelp topic of the card with which they solved it alone
     */
    record CancelByShopper(String requestId, Optional<String> selfHelp) implements HelpCommand {
        public CancelByShopper {
            selfHelp.ifPresent(SelfHelpUse::checkTopic);
        }
    }

    /** The need went away by itself. */
    record ClearByItself(String requestId) implements HelpCommand {}

    /** The shopper has left the lane. */
    record Abandon(String requestId) implements HelpCommand {}

    /** What the shopper says of it, while it is open or after it. */
    record Rate(String requestId, HelpRating rating) implements HelpCommand {}

    private static void named(String by) {
        if (by.isBlank() || by.length() > 40) {
            throw new IllegalArgumentException("who it is must have 1 to 40 characters");
        }
    }

    private static void within(int etaSeconds) {
        if (etaSeconds < 0 || etaSeconds > 3600) {
            throw new IllegalArgumentException("etaSeconds must be 0 to 3600");
        }
    }

    private static void bounded(String text) {
        if (text.length() > 500) {
            throw new IllegalArgumentException("at most 500 characters");
        }
    }
}
