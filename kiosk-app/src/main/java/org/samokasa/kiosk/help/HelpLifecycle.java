package org.samokasa.kiosk.help;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The life of a request: RAISED, ROUTED to the right people, ACCEPTED by one owner who comes (ON_THE_WAY, ARRIVED) or
 * deals with it from the console (REMOTE), then SOLVED and perhaps rated; or the shopper cancels or leaves, or the need
 * goes away. A hand-over waits for another owner. What time alone brings about is {@link HelpWatch}'s.
 *
 * @param clocks when a claim lapses
 */
public record HelpLifecycle(HelpClocks clocks) {

    /**
     * Decides about a command.
     *
     * @param request the request it is about; empty if there is none of that id
     * @return events, none of them when the command only repeats what is already so; or a refusal
     */
    public HelpDecision decide(Optional<HelpRequest> request, HelpCommand command, Instant now) {
        if (command instanceof HelpCommand.Raise raise) {
            return raise(request, raise.call(), now);
        }
        if (request.isEmpty()) {
            return refused(HelpRefusal.UNKNOWN_REQUEST, command.requestId());
        }
        if (command instanceof HelpCommand.Rate rate) {
            return rate(request.get(), rate.rating(), now);
        }
        if (!request.get().isOpen()) {
            return afterTheEnd(request.get(), command);
        }
        return whileOpen(request.get(), command, now);
    }

    private static HelpDecision raise(Optional<HelpRequest> request, HelpCall call, Instant now) {
        if (request.isEmpty()) {
            return happens(new HelpEvent.HelpWasRaised(now, call));
        }
        boolean nothingNew = !request.get().isOpen() || request.get().call().equals(call);
        return nothingNew ? nothing() : happens(new HelpEvent.CallWasUpdated(now, call));
    }

    private static HelpDecision rate(HelpRequest request, HelpRating word, Instant now) {
        boolean news = !request.rated(word).rating().equals(request.rating());
        return news ? happens(new HelpEvent.HelpWasRated(now, request.id(), word)) : nothing();
    }

    /** What a lane says late is harmless; an attendant must hear that the request is over. */
    private static HelpDecision afterTheEnd(HelpRequest request, HelpCommand command) {
        boolean repeat = command instanceof HelpCommand.Solve solve
                && request.phase() == HelpPhase.SOLVED
                && request.ending().flatMap(HelpRequest.Ending::by).equals(Optional.of(solve.by()));
        boolean fromTheLane = command instanceof HelpCommand.CancelByShopper
                || command instanceof HelpCommand.ClearByItself
                || command instanceof HelpCommand.Abandon
                || command instanceof HelpCommand.SettleProblem;
        return repeat || fromTheLane ? nothing() : refused(HelpRefusal.REQUEST_HAS_ENDED, request.id());
    }

    private HelpDecision whileOpen(HelpRequest request, HelpCommand command, Instant now) {
        if (command instanceof HelpCommand.CancelByShopper c) {
            return happens(new HelpEvent.HelpWasCancelled(now, c.requestId(), c.selfHelp()));
        }
        if (command instanceof HelpCommand.ClearByItself c) {
            return happens(new HelpEvent.HelpClearedItself(now, c.requestId()));
        }
        if (command instanceof HelpCommand.Abandon c) {
            return happens(new HelpEvent.HelpWasAbandoned(now, c.requestId()));
        }
        if (command instanceof HelpCommand.SettleProblem c) {
            boolean news = request.problem(c.problemId()).isPresent()
                    && !request.settled().contains(c.problemId());
            return news ? happens(new HelpEvent.ProblemWasSettled(now, c.requestId(), c.problemId())) : nothing();
        }
        return new HelperRules(request, now, clocks).decide(command);
    }

    /**
     * Applies an event.
     *
     * @param request the request before; empty only for the event that raises it
     */
    public static HelpRequest evolve(Optional<HelpRequest> request, HelpEvent event) {
        if (event instanceof HelpEvent.HelpWasRaised e) {
            return HelpRequest.raised(e.call(), e.at());
        }
        HelpRequest before = request.orElseThrow(() -> new IllegalStateException("no request for " + event));
        if (event instanceof HelpEvent.CallWasUpdated e) {
            return before.with(e.call());
        }
        if (event instanceof HelpEvent.HelpWasAccepted e) {
            return before.ownedBy(new HelpRequest.Owner(e.by(), e.etaSeconds(), e.at()));
        }
        if (event instanceof HelpEvent.ProblemWasDecided e) {
            return before.decided(e.problemId(), new HelpRequest.Decided(e.decision(), e.by(), e.reason(), e.at()));
        }
        if (event instanceof HelpEvent.ProblemWasSettled e) {
            return before.settled(e.problemId());
        }
        if (event instanceof HelpEvent.HelpWasRated e) {
            return before.rated(e.rating());
        }
        return waits(before, event);
    }

    private static HelpRequest waits(HelpRequest before, HelpEvent event) {
        if (event instanceof HelpEvent.HelpWasRouted e) {
            return before.routed(e);
        }
        if (event instanceof HelpEvent.HelpIsOverdue e) {
            return before.overdue(e.level());
        }
        if (event instanceof HelpEvent.HelpWasHandedOver e) {
            return before.handedOver(e.at(), new HelpRequest.HandOver(e.by(), e.note(), e.to()));
        }
        if (event instanceof HelpEvent.ClaimHasLapsed e) {
            return before.left(e.at());
        }
        return moved(before, event);
    }

    private static HelpRequest moved(HelpRequest before, HelpEvent event) {
        if (event instanceof HelpEvent.HelperSetOut e) {
            return before.ownedBy(new HelpRequest.Owner(e.by(), e.etaSeconds(), e.at()))
                    .in(HelpPhase.ON_THE_WAY);
        }
        if (event instanceof HelpEvent.HelperArrived e) {
            return before.arrived(HelpPhase.ARRIVED, e.at());
        }
        if (event instanceof HelpEvent.HelpTakenRemotely e) {
            return before.arrived(HelpPhase.REMOTE, e.at());
        }
        return ended(before, event);
    }

    private static HelpRequest ended(HelpRequest before, HelpEvent event) {
        if (event instanceof HelpEvent.HelpWasSolved e) {
            return before.ended(HelpPhase.SOLVED, new HelpRequest.Ending(e.at(), Optional.of(e.by()), e.action()));
        }
        if (event instanceof HelpEvent.HelpWasCancelled e) {
            return before.ended(
                    HelpPhase.CANCELLED_BY_SHOPPER, new HelpRequest.Ending(e.at(), Optional.empty(), "", e.selfHelp()));
        }
        if (event instanceof HelpEvent.HelpWasAbandoned e) {
            return before.ended(HelpPhase.ABANDONED, new HelpRequest.Ending(e.at(), Optional.empty(), ""));
        }
        if (event instanceof HelpEvent.HelpClearedItself e) {
            return before.ended(HelpPhase.AUTO_CLEARED, new HelpRequest.Ending(e.at(), Optional.empty(), ""));
        }
        throw new AssertionError("no rule for " + event);
    }

    static HelpDecision happens(HelpEvent event) {
        return new HelpDecision.Happens(List.of(event));
    }

    static HelpDecision nothing() {
        return new HelpDecision.Happens(List.of());
    }

    static HelpDecision refused(HelpRefusal reason, String detail) {
        return new HelpDecision.Refused(reason, detail);
    }
}
