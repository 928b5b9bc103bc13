package org.samokasa.kiosk.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Something that happened again and again.
 *
 * @param state    where it is in its life
 * @param openedAt when it was last opened
 * @param opened   how often it has been opened; more than once means that what was changed did not help
 * @param cases    requests since it was last opened, those that opened it included
 * @param lanes    on which they were, in order
 * @param samples  the newest of them, oldest first
 * @param owner    who looks into it
 * @param changed  what was changed, newest last
 */
public record Issue(
        IssueKey key,
        Department department,
        State state,
        Instant openedAt,
        int opened,
        long cases,
        List<Integer> lanes,
        List<String> samples,
        Optional<String> owner,
        List<Change> changed) {
    private static final int SAMPLES_KEPT = 8;
    private static final int CHANGES_KEPT = 10;

    /** Where an issue is in its life. */
    public enum State {
        OPEN,
        TAKEN,
        CLOSED
    }

    /** What somebody changed when they closed it. */
    public record Change(Instant at, String by, String what) {}

    public Issue {
        lanes = List.copyOf(lanes);
        samples = List.copyOf(samples);
        changed = List.copyOf(changed);
    }

    public boolean isOpen() {
        return state != State.CLOSED;
    }

    static Issue opened(Optional<Issue> before, IssueEvent.IssueWasOpened e) {
        return new Issue(
                e.key(),
                e.department(),
                State.OPEN,
                e.at(),
                before.map(Issue::opened).orElse(0) + 1,
                e.requests().size(),
                e.lanes(),
                e.requests(),
                Optional.empty(),
                before.map(Issue::changed).orElse(List.of()));
    }

    Issue takenBy(String by) {
        return new Issue(
                key, department, State.TAKEN, openedAt, opened, cases, lanes, samples, Optional.of(by), changed);
    }

    Issue closed(Change change) {
        return new Issue(
                key,
                department,
                State.CLOSED,
                openedAt,
                opened,
                cases,
                lanes,
                samples,
                owner,
                newest(changed, change, CHANGES_KEPT));
    }

    Issue withCase(int lane, String request) {
        TreeSet<Integer> more = new TreeSet<>(lanes);
        more.add(lane);
        return new Issue(
                key,
                department,
                state,
                openedAt,
                opened,
                cases + 1,
                List.copyOf(more),
                newest(samples, request, SAMPLES_KEPT),
                owner,
                changed);
    }

    private static <T> List<T> newest(List<T> before, T one, int kept) {
        List<T> all = new ArrayList<>(before);
        all.add(one);
        return all.subList(Math.max(0, all.size() - kept), all.size());
    }
}
