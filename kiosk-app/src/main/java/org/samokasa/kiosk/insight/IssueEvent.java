package org.samokasa.kiosk.insight;

import java.time.Instant;
import java.util.List;

/** What happened to a recurring issue. */
public sealed interface IssueEvent {
    Instant at();

    /** {@link IssueKey#id} of the issue. */
    String issueId();

    /**
     * It happened so often that somebody has to look into it; again, if it had been closed.
     *
     * @param department who has to
     * @param lanes      on which the cases were, in order
     * @param requests   the cases that made it an issue, oldest first
     */
    record IssueWasOpened(Instant at, IssueKey key, Department department, List<Integer> lanes, List<String> requests)
            implements IssueEvent {
        public IssueWasOpened {
            lanes = List.copyOf(lanes);
            requests = List.copyOf(requests);
        }

        @Override
        public String issueId() {
            return key.id();
        }
    }

    record IssueWasTaken(Instant at, String issueId, String by) implements IssueEvent {}

    /** @param changed what was changed so that it does not happen again */
    record IssueWasClosed(Instant at, String issueId, String by, String changed) implements IssueEvent {}
}
