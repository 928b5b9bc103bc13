package org.samokasa.kiosk.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.samokasa.kiosk.help.HelpCommand;
import org.samokasa.kiosk.help.HelpDecision;
import org.samokasa.kiosk.help.HelpEvent;
import org.samokasa.kiosk.help.HelpFloor;
import org.samokasa.kiosk.help.HelpLifecycle;
import org.samokasa.kiosk.help.HelpProblem;
import org.samokasa.kiosk.help.HelpRefusal;
import org.samokasa.kiosk.help.HelpRequest;
import org.samokasa.kiosk.help.HelpWatch;
import org.samokasa.kiosk.help.Helper;
import org.samokasa.kiosk.help.ProblemDecision;
import org.samokasa.kiosk.insight.Issue;
import org.samokasa.kiosk.insight.IssueEvent;

/**
 * Decides what commands lead to.
 *
 * @param policy what the shop or its country has decided
 */
public record ShopRules(HelpLifecycle lifecycle, ShopPolicy policy) {
    private static final StoreDecision NOTHING = new StoreDecision.Happens(List.of());

    /** A shop that never closes, where one person decides. */
    public ShopRules(HelpLifecycle lifecycle) {
        this(lifecycle, ShopPolicy.DEFAULT);
    }

    /** Events, none when it is so already; or a refusal. Whoever is to be alerted is alerted in the same breath. */
    public StoreDecision decide(Shop shop, StoreCommand command, Instant now) {
        if (command instanceof StoreCommand.Once once) {
            return shop.staff().hasDone(once.action()) ? NOTHING : once(shop, once, now);
        }
        StoreDecision decision = decideAlone(shop, command, now);
        if (!(decision instanceof StoreDecision.Happens alone)) {
            return decision;
        }
        StoreDecision.Happens happens = withIssues(shop, alone, now);
        boolean ofHelp = command instanceof StoreCommand.LookAtTheClock
                || happens.events().stream().anyMatch(ShopRules::concernsHelp);
        return ofHelp ? withWhatIsDue(shop, happens, now) : happens;
    }

    private StoreDecision once(Shop shop, StoreCommand.Once once, Instant now) {
        StoreDecision decision = decide(shop, once.command(), now);
        if (!(decision instanceof StoreDecision.Happens happens)
                || happens.events().isEmpty()) {
            return decision;
        }
        List<StoreEvent> all = new ArrayList<>(happens.events());
        all.add(new StoreEvent.ActionWasTaken(now, once.action()));
        return new StoreDecision.Happens(all);
    }

    private static boolean concernsHelp(StoreEvent event) {
        return event instanceof StoreEvent.HelpHasChanged
                || event instanceof StoreEvent.HelperCameOnDuty
                || event instanceof StoreEvent.HelperWentOffDuty;
    }

    /** A call may be the one that makes a recurring issue. */
    private static StoreDecision.Happens withIssues(Shop shop, StoreDecision.Happens happens, Instant now) {
        List<StoreEvent> all = new ArrayList<>();
        Shop after = shop;
        for (StoreEvent event : happens.events()) {
            all.add(event);
            after = after.evolve(event);
            for (IssueEvent due : dueIssues(after, event, now)) {
                all.add(new StoreEvent.IssueHasChanged(due));
                after = after.evolve(new StoreEvent.IssueHasChanged(due));
            }
        }
        return new StoreDecision.Happens(all);
    }

    private static List<IssueEvent> dueIssues(Shop after, StoreEvent event, Instant now) {
        if (!(event instanceof StoreEvent.HelpHasChanged help)) {
            return List.of();
        }
        if (help.event() instanceof HelpEvent.HelpWasRaised e) {
            return after.issues().due(e.call(), now);
        }
        return help.event() instanceof HelpEvent.CallWasUpdated e
                ? after.issues().due(e.call(), now)
                : List.of();
    }

    private StoreDecision withWhatIsDue(Shop shop, StoreDecision.Happens happens, Instant now) {
        List<StoreEvent> all = new ArrayList<>(happens.events());
        Shop after = shop;
        for (StoreEvent event : happens.events()) {
            after = after.evolve(event);
        }
        HelpWatch watch = new HelpWatch(lifecycle.clocks());
        for (HelpRequest open : after.openRequests()) {
            Optional<HelpEvent> due = watch.due(open, floor(after, now), now);
            while (due.isPresent()) {
                StoreEvent event = new StoreEvent.HelpHasChanged(due.get());
                all.add(event);
                after = after.evolve(event);
                due = watch.due(after.request(open.id()).orElseThrow(), floor(after, now), now);
            }
        }
        return new StoreDecision.Happens(all);
    }

    private HelpFloor floor(Shop shop, Instant now) {
        return new HelpFloor(
                shop.onDuty(),
                shop.requests().all(),
                shop.times(),
                policy.hours().isOpen(now),
                policy.presence());
    }

    private StoreDecision decideAlone(Shop shop, StoreCommand command, Instant now) {
        if (command instanceof StoreCommand.HelpStep c) {
            return step(shop, c.command(), now);
        }
        if (command instanceof StoreCommand.DecideProblem c) {
            return decideProblem(shop, c, now);
        }
        if (command instanceof StoreCommand.ComeOnDuty c) {
            return new StoreDecision.Happens(DutyRules.come(shop, c.helper(), now));
        }
        if (command instanceof StoreCommand.GoOffDuty c) {
            return new StoreDecision.Happens(DutyRules.go(shop, c.name(), now));
        }
        if (command instanceof StoreCommand.SignIn c) {
            return DutyRules.signIn(shop, c, now);
        }
        if (command instanceof StoreCommand.LookAtTheClock) {
            return NOTHING;
        }
        return always(command, now)
                .map(ShopRules::happens)
                .or(() -> shop.suspended().decide(command, now))
                .or(() -> ofIssue(shop, command, now))
                .orElseThrow(() -> new AssertionError("no rule for " + command));
    }

    /** What a lane tells, and what is ordered of a lane: whether it can be done, the lane knows. */
    private static Optional<StoreEvent> always(StoreCommand command, Instant now) {
        if (command instanceof StoreCommand.RecordSale c) {
            return Optional.of(new StoreEvent.SaleWasRecorded(now, c.sale()));
        }
        if (command instanceof StoreCommand.WriteToShopper c) {
            return Optional.of(new StoreEvent.ShopperWasWrittenTo(now, c.lane(), c.text(), c.by()));
        }
        if (command instanceof StoreCommand.OrderLane c) {
            return Optional.of(new StoreEvent.LaneWasOrdered(now, c.lane(), c.order(), c.by()));
        }
        if (command instanceof StoreCommand.SuspendSale c) {
            return Optional.of(new StoreEvent.SuspensionWasOrdered(now, c.lane(), c.saleNumber(), c.by()));
        }
        if (command instanceof StoreCommand.KeepSale c) {
            return Optional.of(new StoreEvent.SaleWasSuspended(now, c.sale()));
        }
        return command instanceof StoreCommand.TestMachine c
                ? Optional.of(new StoreEvent.MachineTestWasOrdered(now, c.lane(), c.machine(), c.test(), c.by()))
                : Optional.empty();
    }

    private static Optional<StoreDecision> ofIssue(Shop shop, StoreCommand command, Instant now) {
        if (command instanceof StoreCommand.TakeIssue c) {
            return Optional.of(ofIssue(
                    shop,
                    c.issueId(),
                    issue -> issue.owner().equals(Optional.of(c.by()))
                            ? NOTHING
                            : happens(new StoreEvent.IssueHasChanged(
                                    new IssueEvent.IssueWasTaken(now, c.issueId(), c.by())))));
        }
        return command instanceof StoreCommand.CloseIssue c
                ? Optional.of(ofIssue(
                        shop,
                        c.issueId(),
                        issue -> happens(new StoreEvent.IssueHasChanged(
                                new IssueEvent.IssueWasClosed(now, c.issueId(), c.by(), c.changed())))))
                : Optional.empty();
    }

    private static StoreDecision ofIssue(Shop shop, String id, Function<Issue, StoreDecision> decide) {
        Issue issue = shop.issues().issues().get(id);
        if (issue == null) {
            return new StoreDecision.Refused(HelpRefusal.UNKNOWN_ISSUE, id);
        }
        return issue.isOpen() ? decide.apply(issue) : new StoreDecision.Refused(HelpRefusal.ISSUE_IS_CLOSED, id);
    }

    private StoreDecision step(Shop shop, HelpCommand command, Instant now) {
        HelpDecision decision = lifecycle.decide(shop.request(command.requestId()), command, now);
        if (decision instanceof HelpDecision.Refused refused) {
            return new StoreDecision.Refused(refused.reason(), refused.detail());
        }
        return new StoreDecision.Happens(((HelpDecision.Happens) decision)
                .events().stream()
                        .<StoreEvent>map(StoreEvent.HelpHasChanged::new)
                        .toList());
    }

    private StoreDecision decideProblem(Shop shop, StoreCommand.DecideProblem c, Instant now) {
        Optional<HelpRequest> request = shop.requests().all().stream()
                .filter(r ->
                        r.call().lane() == c.lane() && r.problem(c.problemId()).isPresent())
                .reduce((earlier, later) -> later);
        if (request.isEmpty()) {
            return new StoreDecision.Refused(HelpRefusal.UNKNOWN_PROBLEM, c.problemId());
        }
        if (takesPresence(request.get(), c.problemId()) && !isHere(shop, c.by())) {
            return new StoreDecision.Refused(
                    HelpRefusal.TAKES_PRESENCE, request.get().call().title());
        }
        String kind =
                request.get().problem(c.problemId()).map(HelpProblem::kind).orElse("");
        if (c.decision() == ProblemDecision.APPROVED && policy.twoPersons().contains(kind)) {
            return decideByTwo(shop, request.get(), c, now);
        }
        return step(shop, decide(request.get(), c, c.by(), c.reason()), now);
    }

    /** A request is named after its gravest problem; the law looks at each. */
    private boolean takesPresence(HelpRequest request, String problemId) {
        String kind = request.problem(problemId).map(HelpProblem::kind).orElse("");
        return policy.presence().contains(request.call().cause())
                || policy.presence().stream().anyMatch(cause -> cause.name().equals(kind));
    }

    /** Who is not on duty may be anywhere: a session outlives the page, and the role is known of those on duty. */
    private static boolean isHere(Shop shop, String name) {
        Helper helper = shop.onDuty().get(name);
        return helper != null && helper.role() != Helper.Role.REMOTE;
    }

    private static HelpCommand decide(HelpRequest request, StoreCommand.DecideProblem c, String by, String reason) {
        return new HelpCommand.Decide(request.id(), c.problemId(), c.decision(), by, reason);
    }

    /** The first person takes the request and their word is kept; when a second agrees it is decided. */
    private StoreDecision decideByTwo(Shop shop, HelpRequest request, StoreCommand.DecideProblem c, Instant now) {
        Optional<StaffBook.FirstWord> first =
                shop.staff().first(c.lane(), c.problemId(), now).filter(word -> word.decision() == c.decision());
        if (first.isPresent() && !first.get().by().equals(c.by())) {
            boolean takenOver = request.isOwnedBy(c.by());
            String by = takenOver ? c.by() : first.get().by();
            String with = takenOver ? first.get().by() : c.by();
            String reason = (first.get().reason() + " " + c.reason()).strip();
            StoreDecision decision = step(shop, decide(request, c, by, reason), now);
            return after(
                    new StoreEvent.SecondOfTwoAgreed(now, c.lane(), c.problemId(), by, with), decision, event -> true);
        }
        StoreDecision alone = step(shop, decide(request, c, c.by(), c.reason()), now);
        if (first.isPresent() || isNothing(alone)) {
            return alone instanceof StoreDecision.Refused ? alone : NOTHING;
        }
        StoreEvent word =
                new StoreEvent.FirstOfTwoDecided(now, c.lane(), c.problemId(), c.decision(), c.by(), c.reason());
        return after(word, alone, event -> !isDecision(event));
    }

    private static boolean isNothing(StoreDecision decision) {
        return decision instanceof StoreDecision.Happens happens
                && happens.events().isEmpty();
    }

    private static boolean isDecision(StoreEvent event) {
        return event instanceof StoreEvent.HelpHasChanged changed
                && changed.event() instanceof HelpEvent.ProblemWasDecided;
    }

    /** The event, then those of the decision that are kept; or the refusal. */
    private static StoreDecision after(StoreEvent event, StoreDecision decision, Predicate<StoreEvent> keep) {
        if (!(decision instanceof StoreDecision.Happens happens)
                || happens.events().isEmpty()) {
            return decision;
        }
        List<StoreEvent> all = new ArrayList<>();
        all.add(event);
        happens.events().stream().filter(keep).forEach(all::add);
        return new StoreDecision.Happens(all);
    }

    private static StoreDecision happens(StoreEvent event) {
        return new StoreDecision.Happens(List.of(event));
    }
}
