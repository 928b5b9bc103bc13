package org.samokasa.kiosk.lane.rules;

import java.util.Map;
import java.util.Optional;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.lane.Effect.Sound;
import org.samokasa.kiosk.lane.Problem;
import org.samokasa.kiosk.lane.Problem.Kind;
import org.samokasa.kiosk.lane.Problem.Outcome;
import org.samokasa.kiosk.lane.Refusal;
import org.samokasa.kiosk.lane.command.HubCommand.Resolve;
import org.samokasa.kiosk.lane.event.BasketEvent.LineVoided;
import org.samokasa.kiosk.lane.event.ProblemEvent.AgeApproved;
import org.samokasa.kiosk.lane.event.ProblemEvent.ProblemOpened;
import org.samokasa.kiosk.lane.event.ProblemEvent.ProblemResolved;

/** How problems open and end. */
public final class ProblemRules {
    private ProblemRules() {}

    /** Opens a problem unless the very same one is open already. */
    static void open(Deciding d, Kind kind, int line, Map<String, String> evidence) {
        boolean alreadyOpen = d.sale().openProblems().stream()
                .anyMatch(p ->
                        p.kind() == kind && p.line() == line && p.evidence().equals(evidence));
        if (!alreadyOpen) {
            Problem problem = new Problem(d.sale().nextProblemId(), kind, line, evidence, d.now(), Optional.empty());
            d.record(new ProblemOpened(d.now(), problem));
            d.play(Sound.NOTICE);
        }
    }

    static void end(Deciding d, Problem problem, Outcome outcome, String by, String reason) {
        d.record(new ProblemResolved(d.now(), problem.id(), outcome, by, reason));
    }

    /** The shopper does without the goods a problem is about. */
    public static void setAside(Deciding d, String id) {
        if (OrderRules.holds(d, id)) {
            return;
        }
        Optional<Problem> problem =
                d.lane().sale().flatMap(sale -> sale.problem(id)).filter(Problem::isOpen);
        boolean goods = problem.map(p -> p.kind() == Kind.UNKNOWN_ITEM || p.kind() == Kind.PRICE_QUERY || ageOf(p) > 0)
                .orElse(false);
        if (!goods) {
            d.refuse(Refusal.NOTHING_TO_DO, id);
            return;
        }
        if (ageOf(problem.get()) > 0) {
            voidAgeLines(d, "shopper");
        } else if (problem.get().line() > 0
                && d.sale().basket().line(problem.get().line()).isPresent()) {
            d.record(new LineVoided(d.now(), problem.get().line(), "shopper"));
        }
        end(d, problem.get(), Outcome.SET_ASIDE, "shopper", "");
        d.clearNotice();
    }

    /** An attendant settles it, at the lane or from the console. */
    static void settle(Deciding d, Resolve order) {
        Optional<Problem> found =
                d.lane().sale().flatMap(sale -> sale.problem(order.problem())).filter(Problem::isOpen);
        if (found.isEmpty()) {
            return;
        }
        Problem problem = found.get();
        switch (problem.kind()) {
            case AGE_CHECK -> settleAge(d, problem, order);
            case WEIGHT_MISMATCH -> {
                if (order.approved()) {
                    BaggingRules.accept(d, problem, order.by());
                }
            }
            case PAYMENT_IN_DOUBT -> PayingRules.vouch(d, order.approved(), order.by());
            case PRICE_QUERY -> {
                if (order.approved() && order.price().isPresent()) {
                    SellingRules.addAtPrice(
                            d,
                            new ItemKey(problem.evidence().get("item")),
                            order.price().get());
                }
            }
            case UNKNOWN_ITEM, PAPER_OUT -> {}
        }
        d.sale()
                .problem(problem.id())
                .filter(Problem::isOpen)
                .ifPresent(open -> end(
                        d, open, order.approved() ? Outcome.APPROVED : Outcome.REJECTED, order.by(), order.reason()));
        d.clearNotice();
    }

    /** Ends problems whose ground is gone. */
    static void clear(Deciding d) {
        for (Problem problem : d.lane().sale().map(sale -> sale.openProblems()).orElse(java.util.List.of())) {
            if (ageOf(problem) > 0 && !ageNeeded(d, ageOf(problem))) {
                end(d, problem, Outcome.CLEARED, "lane", "");
            }
            if (problem.kind() == Kind.PAPER_OUT && d.readings().isUsable(org.samokasa.kiosk.lane.Readings.PRINTER)) {
                end(d, problem, Outcome.CLEARED, "lane", "");
            }
        }
    }

    private static void settleAge(Deciding d, Problem problem, Resolve order) {
        if (order.approved()) {
            d.record(new AgeApproved(d.now(), Math.max(d.sale().ageApproved(), ageOf(problem)), order.by()));
        } else {
            voidAgeLines(d, order.by());
        }
    }

    private static void voidAgeLines(Deciding d, String by) {
        int approved = d.sale().ageApproved();
        for (Line line : d.sale().basket().lines()) {
            if (line.ageLimit() > approved) {
                d.record(new LineVoided(d.now(), line.number(), by));
            }
        }
    }

    private static boolean ageNeeded(Deciding d, int years) {
        return years > d.sale().ageApproved()
                && d.sale().basket().lines().stream().anyMatch(line -> line.ageLimit() >= years);
    }

    private static int ageOf(Problem problem) {
        return problem.kind() == Kind.AGE_CHECK
                ? Integer.parseInt(problem.evidence().get("minimumAge"))
                : 0;
    }
}
