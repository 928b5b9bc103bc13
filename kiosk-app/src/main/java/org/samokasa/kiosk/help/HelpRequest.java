package org.samokasa.kiosk.help;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A call for help and what has become of it.
 *
 * @param call      what the lane said last
 * @param phase     where it is in its life
 * @param waitSince since when it waits for somebody to accept it: raised, or handed over
 * @param owner     who follows it through; empty while nobody has accepted it
 * @param decisions what was decided about its problems, by problem id
 * @param settled   ids of the problems of which the lane says they are gone
 * @param note      what the last owner wrote when handing it over
 * @param ending    who ended it, when and how; empty while it is open
 */
public record HelpRequest(
        HelpCall call,
        HelpPhase phase,
        Instant waitSince,
        Optional<Owner> owner,
        Map<String, Decided> decisions,
        Set<String> settled,
        Optional<String> note,
        Optional<Ending> ending) {
    /**
     * Who follows a request through.
     *
     * @param name       as the shopper sees it
     * @param etaSeconds honest time until they are there, counted from {@code since}
     * @param since      when it was accepted
     */
    public record Owner(String name, int etaSeconds, Instant since) {}

    /** What was decided about a problem, by whom and why; the reason may be empty. */
    public record Decided(ProblemDecision decision, String by, String reason, Instant at) {}

    /**
     * How a request ended.
     *
     * @param by     the attendant; empty when the shopper or the lane ended it
     * @param action what was done, in the attendant's words or one of the console's; may be empty
     */
    public record Ending(Instant at, Optional<String> by, String action) {}

    public HelpRequest {
        decisions = Map.copyOf(decisions);
        settled = Set.copyOf(settled);
    }

    static HelpRequest raised(HelpCall call, Instant at) {
        return new HelpRequest(
                call, HelpPhase.RAISED, at, Optional.empty(), Map.of(), Set.of(), Optional.empty(), Optional.empty());
    }

    public String id() {
        return call.requestId();
    }

    public boolean isOpen() {
        return !phase.ended();
    }

    /** The problem of that id, if the call has one. */
    public Optional<HelpProblem> problem(String problemId) {
        return call.problems().stream()
                .filter(p -> p.problemId().equals(problemId))
                .findFirst();
    }

    /** Problems neither decided nor gone, in the lane's order. */
    public List<HelpProblem> openProblems() {
        return call.problems().stream()
                .filter(p -> !decisions.containsKey(p.problemId()) && !settled.contains(p.problemId()))
                .toList();
    }

    boolean isOwnedBy(String name) {
        return owner.map(o -> o.name().equals(name)).orElse(false);
    }

    HelpRequest with(HelpCall newCall) {
        return new HelpRequest(newCall, phase, waitSince, owner, decisions, settled, note, ending);
    }

    HelpRequest in(HelpPhase newPhase) {
        return new HelpRequest(call, newPhase, waitSince, owner, decisions, settled, note, ending);
    }

    HelpRequest ownedBy(Owner newOwner) {
        return new HelpRequest(
                call, HelpPhase.ACCEPTED, waitSince, Optional.of(newOwner), decisions, settled, note, ending);
    }

    HelpRequest handedOver(Instant at, String newNote) {
        return new HelpRequest(
                call, HelpPhase.RAISED, at, Optional.empty(), decisions, settled, Optional.of(newNote), ending);
    }

    HelpRequest decided(String problemId, Decided decision) {
        Map<String, Decided> more = new TreeMap<>(decisions);
        more.put(problemId, decision);
        return new HelpRequest(call, phase, waitSince, owner, more, settled, note, ending);
    }

    HelpRequest settled(String problemId) {
        Set<String> more = new TreeSet<>(settled);
        more.add(problemId);
        return new HelpRequest(call, phase, waitSince, owner, decisions, more, note, ending);
    }

    HelpRequest ended(HelpPhase how, Ending newEnding) {
        return new HelpRequest(call, how, waitSince, owner, decisions, settled, note, Optional.of(newEnding));
    }
}
