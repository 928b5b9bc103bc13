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
 * @param owner     who follows it through; empty while nobody has accepted it
 * @param alert     who was alerted, and who was asked to take it over
 * @param times     when what happened to it
 * @param decisions what was decided about its problems, by problem id
 * @param settled   ids of the problems of which the lane says they are gone
 * @param ending    who ended it, when and how; empty while it is open
 * @param rating    what the shopper says of it
 */
public record HelpRequest(
        HelpCall call,
        HelpPhase phase,
        Optional<Owner> owner,
        Alert alert,
        Times times,
        Map<String, Decided> decisions,
        Set<String> settled,
        Optional<Ending> ending,
        Optional<HelpRating> rating) {
    /**
     * Who follows a request through.
     *
     * @param name       as the shopper sees it
     * @param etaSeconds honest time until they are there, counted from {@code since}
     * @param since      when it was accepted
     */
    public record Owner(String name, int etaSeconds, Instant since) {}

    /**
     * Who has been alerted.
     *
     * @param level    how far the wait has gone when somebody was last alerted; empty when nobody was yet
     * @param to       everybody alerted since it last began to wait
     * @param forecast seconds from {@link Times#raised} in which the shopper was told that somebody would come
     * @param backlog  work that stood before it when it was first routed
     * @param overdue  how far the solution was behind when the duty managers were last told
     * @param handOver what the last owner wishes
     */
    public record Alert(
            Optional<HelpClocks.AcceptLevel> level,
            List<String> to,
            int forecast,
            int backlog,
            HelpClocks.SolveLevel overdue,
            Optional<HandOver> handOver) {
        static final Alert NONE =
                new Alert(Optional.empty(), List.of(), 0, 0, HelpClocks.SolveLevel.ON_TIME, Optional.empty());

        public Alert {
            to = List.copyOf(to);
        }

        private Alert again(Optional<HandOver> wish) {
            return new Alert(Optional.empty(), List.of(), forecast, backlog, overdue, wish);
        }
    }

    /**
     * A wish that somebody else goes on with it.
     *
     * @param to who shall; empty when it is all the same
     */
    public record HandOver(String by, String note, Optional<String> to) {}

    /**
     * When what happened, on the hub's clock.
     *
     * @param waitSince since when it waits to be accepted: raised, handed over, or left by who had claimed it
     * @param accepted  first acceptance, which is the one the shopper waited for
     * @param arrived   first arrival, or the moment it was taken from the console
     */
    public record Times(Instant raised, Instant waitSince, Optional<Instant> accepted, Optional<Instant> arrived) {
        private Times waitingSince(Instant since) {
            return new Times(raised, since, accepted, arrived);
        }

        private Times accepted(Instant at) {
            return new Times(raised, waitSince, accepted.or(() -> Optional.of(at)), arrived);
        }

        private Times arrived(Instant at) {
            return new Times(raised, waitSince, accepted, arrived.or(() -> Optional.of(at)));
        }
    }

    /** What was decided about a problem, by whom and why; the reason may be empty. */
    public record Decided(ProblemDecision decision, String by, String reason, Instant at) {}

    /**
     * How a request ended.
     *
     * @param by     the attendant; empty when the shopper or the lane ended it
     * @param action what was done, in the attendant's words or one of the console's; may be empty
     * @param selfHelp topic of the card with which the shopper solved it alone
     */
    public record Ending(Instant at, Optional<String> by, String action, Optional<String> selfHelp) {
        /** Not by a card. */
        public Ending(Instant at, Optional<String> by, String action) {
            this(at, by, action, Optional.empty());
        }
    }

    public HelpRequest {
        decisions = Map.copyOf(decisions);
        settled = Set.copyOf(settled);
    }

    static HelpRequest raised(HelpCall call, Instant at) {
        return new HelpRequest(
                call,
                HelpPhase.RAISED,
                Optional.empty(),
                Alert.NONE,
                new Times(at, at, Optional.empty(), Optional.empty()),
                Map.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    public String id() {
        return call.requestId();
    }

    public boolean isOpen() {
        return !phase.ended();
    }

    public Instant waitSince() {
        return times.waitSince();
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

    public boolean isOwnedBy(String name) {
        return owner.map(o -> o.name().equals(name)).orElse(false);
    }

    HelpRequest with(HelpCall newCall) {
        return new HelpRequest(newCall, phase, owner, alert, times, decisions, settled, ending, rating);
    }

    HelpRequest in(HelpPhase newPhase) {
        return new HelpRequest(call, newPhase, owner, alert, times, decisions, settled, ending, rating);
    }

    private HelpRequest at(Times newTimes) {
        return new HelpRequest(call, phase, owner, alert, newTimes, decisions, settled, ending, rating);
    }

    private HelpRequest with(Alert newAlert) {
        return new HelpRequest(call, phase, owner, newAlert, times, decisions, settled, ending, rating);
    }

    private HelpRequest with(Optional<Owner> newOwner) {
        return new HelpRequest(call, phase, newOwner, alert, times, decisions, settled, ending, rating);
    }

    HelpRequest ownedBy(Owner newOwner) {
        return with(Optional.of(newOwner))
                .at(times.accepted(newOwner.since()))
                .with(alert.again(Optional.empty()))
                .in(HelpPhase.ACCEPTED);
    }

    HelpRequest arrived(HelpPhase how, Instant at) {
        return at(times.arrived(at)).in(how);
    }

    HelpRequest handedOver(Instant at, HandOver wish) {
        return with(alert.again(Optional.of(wish))).at(times.waitingSince(at)).in(HelpPhase.HANDED_OVER);
    }

    /** Nobody owns it any more. */
    HelpRequest left(Instant at) {
        return with(Optional.<Owner>empty())
                .with(alert.again(alert.handOver()))
                .at(times.waitingSince(at))
                .in(HelpPhase.RAISED);
    }

    HelpRequest routed(HelpEvent.HelpWasRouted event) {
        Set<String> all = new TreeSet<>(alert.to());
        all.addAll(event.to());
        // The first forecast is the one by which the shopper measures us.
        boolean first = alert.forecast() == 0;
        Alert more = new Alert(
                Optional.of(event.level()),
                List.copyOf(all),
                first ? event.forecast() : alert.forecast(),
                first ? event.backlog() : alert.backlog(),
                alert.overdue(),
                alert.handOver());
        return with(more).in(phase == HelpPhase.RAISED ? HelpPhase.ROUTED : phase);
    }

    HelpRequest overdue(HelpClocks.SolveLevel level) {
        return with(new Alert(alert.level(), alert.to(), alert.forecast(), alert.backlog(), level, alert.handOver()));
    }

    HelpRequest decided(String problemId, Decided decision) {
        Map<String, Decided> more = new TreeMap<>(decisions);
        more.put(problemId, decision);
        return new HelpRequest(call, phase, owner, alert, times, more, settled, ending, rating);
    }

    HelpRequest settled(String problemId) {
        Set<String> more = new TreeSet<>(settled);
        more.add(problemId);
        return new HelpRequest(call, phase, owner, alert, times, decisions, more, ending, rating);
    }

    HelpRequest ended(HelpPhase how, Ending newEnding) {
        return new HelpRequest(call, how, owner, alert, times, decisions, settled, Optional.of(newEnding), rating);
    }

    HelpRequest rated(HelpRating word) {
        HelpRating all = rating.map(before -> before.with(word)).orElse(word);
        return new HelpRequest(call, phase, owner, alert, times, decisions, settled, ending, Optional.of(all));
    }
}
