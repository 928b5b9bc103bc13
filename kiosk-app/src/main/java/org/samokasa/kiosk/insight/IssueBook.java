package org.samokasa.kiosk.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.samokasa.kiosk.help.HelpCall;

/**
 * The recurring issues of a shop. Four cases alike within four hours open one: the same kind with the same goods, or the
 * same kind on the same lane. While it is open, more of the same is counted to it and no second one is opened; when it
 * happens again after it was closed, it is opened again with what had been changed.
 *
 * @param recent cases of the last hours, oldest first, that may still become an issue
 * @param issues by id, in the order in which they were first opened
 */
public record IssueBook(List<Case> recent, Map<String, Issue> issues) {
    /** So many cases alike make an issue. */
    public static final int ALIKE = 4;

    /** Within so long. */
    public static final Duration WINDOW = Duration.ofHours(4);

    /** Cases kept: far more than a shop has in four hours, so that a flood from a broken lane stays small. */
    private static final int CASES_KEPT = 500;

    /** Issues kept; the oldest closed ones go first. */
    private static final int ISSUES_KEPT = 200;

    public static final IssueBook EMPTY = new IssueBook(List.of(), Map.of());

    /** One problem of one request, as far as it can be like another. */
    public record Case(
            Instant at, String request, int lane, Department department, String kind, Optional<String> goods) {
        private IssueKey ofLane() {
            return new IssueKey(kind, IssueKey.Subject.LANE, Integer.toString(lane));
        }

        private Optional<IssueKey> ofGoods() {
            return goods.map(name -> new IssueKey(kind, IssueKey.Subject.GOODS, name));
        }

        private boolean isOf(IssueKey key) {
            return key.equals(ofLane()) || Optional.of(key).equals(ofGoods());
        }
    }

    public IssueBook {
        recent = List.copyOf(recent);
        issues = Collections.unmodifiableMap(new LinkedHashMap<>(issues));
    }

    /** The issues that somebody has to look into, those with the most cases in front. */
    public List<Issue> open() {
        return issues.values().stream()
                .filter(Issue::isOpen)
                .sorted((a, b) -> Long.compare(b.cases(), a.cases()))
                .toList();
    }

    /** What a call that has just been made, and is already counted here, turns into an issue. */
    public List<IssueEvent> due(HelpCall call, Instant now) {
        List<IssueEvent> due = new ArrayList<>();
        for (Case one : cases(call, now)) {
            boolean goodsAreIt =
                    one.ofGoods().map(key -> isOpen(key) || isDue(key, now)).orElse(false);
            IssueKey key = goodsAreIt ? one.ofGoods().orElseThrow() : one.ofLane();
            boolean named = due.stream().anyMatch(event -> event.issueId().equals(key.id()));
            if (!named && !isOpen(key) && isDue(key, now)) {
                due.add(opening(key, one.department(), now));
            }
        }
        return due;
    }

    private boolean isOpen(IssueKey key) {
        return Optional.ofNullable(issues.get(key.id())).map(Issue::isOpen).orElse(false);
    }

    private boolean isDue(IssueKey key, Instant now) {
        return requests(key, now).size() >= ALIKE;
    }

    private IssueEvent opening(IssueKey key, Department department, Instant now) {
        Set<Integer> lanes = new TreeSet<>();
        alike(key, now).forEach(one -> lanes.add(one.lane()));
        // A weight that is wrong whatever lies on the scale is the scale.
        boolean machine = key.subject() == IssueKey.Subject.LANE && key.kind().equals("WEIGHT_MISMATCH");
        return new IssueEvent.IssueWasOpened(
                now, key, machine ? Department.IT : department, List.copyOf(lanes), List.copyOf(requests(key, now)));
    }

    private Set<String> requests(IssueKey key, Instant now) {
        Set<String> requests = new LinkedHashSet<>();
        alike(key, now).forEach(one -> requests.add(one.request()));
        return requests;
    }

    /** Cases of a key within the window; for a lane, only those that no open issue of goods explains. */
    private List<Case> alike(IssueKey key, Instant now) {
        return recent.stream()
                .filter(one -> one.isOf(key) && one.at().isAfter(now.minus(WINDOW)))
                .filter(one -> key.subject() == IssueKey.Subject.GOODS
                        || one.ofGoods().map(goods -> !isOpen(goods)).orElse(true))
                .toList();
    }

    /** With a call that has been made or brought up to date; a problem that was there before is no new case. */
    public IssueBook with(HelpCall call, Instant at) {
        List<Case> kept = new ArrayList<>();
        recent.stream().filter(one -> one.at().isAfter(at.minus(WINDOW))).forEach(kept::add);
        Map<String, Issue> more = new LinkedHashMap<>(issues);
        for (Case one : cases(call, at)) {
            boolean known = kept.stream()
                    .anyMatch(before -> before.request().equals(one.request())
                            && before.kind().equals(one.kind())
                            && before.goods().equals(one.goods()));
            if (!known) {
                kept.add(one);
                openIssue(one)
                        .ifPresent(key -> more.computeIfPresent(
                                key.id(), (id, issue) -> issue.withCase(one.lane(), one.request())));
            }
        }
        return new IssueBook(kept.subList(Math.max(0, kept.size() - CASES_KEPT), kept.size()), more);
    }

    private Optional<IssueKey> openIssue(Case one) {
        return one.ofGoods()
                .filter(this::isOpen)
                .or(() -> Optional.of(one.ofLane()).filter(this::isOpen));
    }

    private static List<Case> cases(HelpCall call, Instant at) {
        Optional<Department> department = Optional.ofNullable(Department.BY_CAUSE.get(call.cause()));
        if (department.isEmpty()) {
            return List.of();
        }
        if (call.problems().isEmpty()) {
            return List.of(new Case(
                    at,
                    call.requestId(),
                    call.lane(),
                    department.get(),
                    call.cause().name(),
                    Optional.empty()));
        }
        return call.problems().stream()
                .filter(problem -> problem.kind().equals(call.cause().name()))
                .map(problem -> new Case(
                        at, call.requestId(), call.lane(), department.get(), problem.kind(), problem.lineName()))
                .toList();
    }

    /** The book after an event. */
    public IssueBook evolve(IssueEvent event) {
        Map<String, Issue> more = new LinkedHashMap<>(issues);
        if (event instanceof IssueEvent.IssueWasOpened e) {
            more.put(e.issueId(), Issue.opened(Optional.ofNullable(issues.get(e.issueId())), e));
            return new IssueBook(recent, bounded(more));
        }
        if (event instanceof IssueEvent.IssueWasTaken e) {
            more.computeIfPresent(e.issueId(), (id, issue) -> issue.takenBy(e.by()));
            return new IssueBook(recent, more);
        }
        if (event instanceof IssueEvent.IssueWasClosed e) {
            Issue issue = issues.get(e.issueId());
            if (issue == null) {
                return this;
            }
            more.put(e.issueId(), issue.closed(new Issue.Change(e.at(), e.by(), e.changed())));
            // What was before the change says nothing about the change.
            List<Case> others =
                    recent.stream().filter(one -> !one.isOf(issue.key())).toList();
            return new IssueBook(others, more);
        }
        throw new AssertionError("no rule for " + event);
    }

    private static Map<String, Issue> bounded(Map<String, Issue> all) {
        Optional<String> oldest = all.values().stream()
                .filter(issue -> !issue.isOpen())
                .map(issue -> issue.key().id())
                .findFirst();
        if (all.size() > ISSUES_KEPT) {
            oldest.ifPresent(all::remove);
        }
        return all;
    }
}
