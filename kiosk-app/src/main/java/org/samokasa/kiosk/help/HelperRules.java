package org.samokasa.kiosk.help;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a helper may do with an open request. Whoever acts on a request that nobody has accepted accepts it by acting;
 * a request that somebody follows through is theirs until they hand it over or their claim lapses.
 */
record HelperRules(HelpRequest request, Instant now, HelpClocks clocks) {
    HelpDecision decide(HelpCommand command) {
        if (command instanceof HelpCommand.Accept c) {
            return accept(c);
        }
        if (command instanceof HelpCommand.SetOut c) {
            HelpEvent setOut = new HelpEvent.HelperSetOut(now, request.id(), c.by(), c.etaSeconds());
            return move(c.by(), HelpPhase.ON_THE_WAY, setOut);
        }
        if (command instanceof HelpCommand.Arrive c) {
            return move(c.by(), HelpPhase.ARRIVED, new HelpEvent.HelperArrived(now, request.id(), c.by()));
        }
        if (command instanceof HelpCommand.Solve c) {
            return asOwner(c.by(), new HelpEvent.HelpWasSolved(now, request.id(), c.by(), c.action()));
        }
        if (command instanceof HelpCommand.HandOver c) {
            return handOver(c);
        }
        if (command instanceof HelpCommand.Decide c) {
            return decideProblem(c);
        }
        throw new AssertionError("no rule for " + command);
    }

    private HelpDecision accept(HelpCommand.Accept command) {
        if (holds(command.by())) {
            return HelpLifecycle.nothing();
        }
        if (belongsToAnother(command.by())) {
            return ownedByAnother();
        }
        return HelpLifecycle.happens(
                new HelpEvent.HelpWasAccepted(now, request.id(), command.by(), command.etaSeconds()));
    }

    private HelpDecision move(String by, HelpPhase to, HelpEvent event) {
        if (holds(by) && request.phase() == to) {
            return HelpLifecycle.nothing();
        }
        return asOwner(by, event);
    }

    private HelpDecision handOver(HelpCommand.HandOver command) {
        boolean isSo = request.phase() == HelpPhase.HANDED_OVER && request.isOwnedBy(command.by());
        if (request.owner().isEmpty() || isSo) {
            return HelpLifecycle.nothing();
        }
        if (!request.isOwnedBy(command.by())) {
            return ownedByAnother();
        }
        return HelpLifecycle.happens(
                new HelpEvent.HelpWasHandedOver(now, request.id(), command.by(), command.note(), command.to()));
    }

    private HelpDecision decideProblem(HelpCommand.Decide command) {
        HelpProblem problem = request.problem(command.problemId()).orElse(null);
        if (problem == null) {
            return HelpLifecycle.refused(HelpRefusal.UNKNOWN_PROBLEM, command.problemId());
        }
        HelpRequest.Decided before = request.decisions().get(command.problemId());
        if (before != null && before.decision() == command.decision()) {
            return HelpLifecycle.nothing();
        }
        if (before != null || request.settled().contains(command.problemId())) {
            return HelpLifecycle.refused(HelpRefusal.PROBLEM_IS_CLOSED, command.problemId());
        }
        if (!problem.consoleSolvable()) {
            return HelpLifecycle.refused(HelpRefusal.NOT_FROM_THE_CONSOLE, command.problemId());
        }
        HelpEvent decided = new HelpEvent.ProblemWasDecided(
                now, request.id(), command.problemId(), command.decision(), command.by(), command.reason());
        HelpEvent remote = new HelpEvent.HelpTakenRemotely(now, request.id(), command.by());
        return request.phase().waits() ? asOwner(command.by(), remote, decided) : asOwner(command.by(), decided);
    }

    /** The events, preceded by an acceptance when nobody owns the request yet. */
    private HelpDecision asOwner(String by, HelpEvent... events) {
        if (belongsToAnother(by)) {
            return ownedByAnother();
        }
        List<HelpEvent> all = new ArrayList<>();
        if (!holds(by)) {
            all.add(new HelpEvent.HelpWasAccepted(now, request.id(), by, 0));
        }
        all.addAll(List.of(events));
        return new HelpDecision.Happens(all);
    }

    /** Whether it is theirs and they go on with it. */
    private boolean holds(String name) {
        return request.isOwnedBy(name) && request.phase() != HelpPhase.HANDED_OVER;
    }

    private boolean belongsToAnother(String name) {
        boolean owned = request.owner().isPresent() && !request.isOwnedBy(name);
        return owned && request.phase() != HelpPhase.HANDED_OVER && !clocks.claimHasLapsed(request, now);
    }

    private HelpDecision ownedByAnother() {
        String name = request.owner().map(HelpRequest.Owner::name).orElse("");
        return HelpLifecycle.refused(HelpRefusal.OWNED_BY_ANOTHER, name);
    }
}
