package org.samokasa.kiosk.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.HelpCommand;
import org.samokasa.kiosk.help.HelpDecision;
import org.samokasa.kiosk.help.HelpEvent;
import org.samokasa.kiosk.help.HelpFloor;
import org.samokasa.kiosk.help.HelpLifecycle;
import org.samokasa.kiosk.help.HelpRefusal;
import org.samokasa.kiosk.help.HelpRequest;
import org.samokasa.kiosk.help.HelpWatch;
import org.samokasa.kiosk.help.Helper;

/**
 * Decides what commands lead to.
 *
 * @param hours    when the shop is open
 * @param presence causes for which the law wants somebody who is in the shop
 */
public record ShopRules(HelpLifecycle lifecycle, OpeningHours hours, Set<HelpCause> presence) {
    private static final StoreDecision NOTHING = new StoreDecision.Happens(List.of());

    /** A shop that never closes. */
    public ShopRules(HelpLifecycle lifecycle) {
        this(lifecycle, OpeningHours.ALWAYS, Set.of());
    }

    /** Events, none when it is so already; or a refusal. Whoever is to be alerted is alerted in the same breath. */
    public StoreDecision decide(Shop shop, StoreCommand command, Instant now) {
        StoreDecision decision = decideAlone(shop, command, now);
        if (!(decision instanceof StoreDecision.Happens happens)) {
            return decision;
        }
        boolean ofHelp = command instanceof StoreCommand.LookAtTheClock
                || happens.events().stream().anyMatch(ShopRules::concernsHelp);
        return ofHelp ? withWhatIsDue(shop, happens, now) : decision;
    }

    private static boolean concernsHelp(StoreEvent event) {
        return event instanceof StoreEvent.HelpHasChanged
                || event instanceof StoreEvent.HelperCameOnDuty
                || event instanceof StoreEvent.HelperWentOffDuty;
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
        return new HelpFloor(shop.onDuty(), shop.requests().values(), shop.times(), hours.isOpen(now), presence);
    }

    private StoreDecision decideAlone(Shop shop, StoreCommand command, Instant now) {
        if (command instanceof StoreCommand.HelpStep c) {
            return step(shop, c.command(), now);
        }
        if (command instanceof StoreCommand.DecideProblem c) {
            return decideProblem(shop, c, now);
        }
        if (command instanceof StoreCommand.RecordSale c) {
            return happens(new StoreEvent.SaleWasRecorded(now, c.sale()));
        }
        if (command instanceof StoreCommand.WriteToShopper c) {
            return happens(new StoreEvent.ShopperWasWrittenTo(now, c.lane(), c.text(), c.by()));
        }
        if (command instanceof StoreCommand.OrderLane c) {
            return happens(new StoreEvent.LaneWasOrdered(now, c.lane(), c.order(), c.by()));
        }
        if (command instanceof StoreCommand.ComeOnDuty c) {
            boolean isSo = c.helper().equals(shop.onDuty().get(c.helper().name()));
            return isSo ? NOTHING : happens(new StoreEvent.HelperCameOnDuty(now, c.helper()));
        }
        if (command instanceof StoreCommand.GoOffDuty c) {
            return goOffDuty(shop, c.name(), now);
        }
        if (command instanceof StoreCommand.LookAtTheClock) {
            return NOTHING;
        }
        if (command instanceof StoreCommand.TestMachine c) {
            return happens(new StoreEvent.MachineTestWasOrdered(now, c.lane(), c.machine(), c.test(), c.by()));
        }
        throw new AssertionError("no rule for " + command);
    }

    private static StoreDecision goOffDuty(Shop shop, String name, Instant now) {
        if (!shop.onDuty().containsKey(name)) {
            return NOTHING;
        }
        List<StoreEvent> events = new ArrayList<>();
        events.add(new StoreEvent.HelperWentOffDuty(now, name));
        for (HelpRequest open : shop.openRequests()) {
            if (open.isOwnedBy(name)) {
                events.add(new StoreEvent.HelpHasChanged(new HelpEvent.ClaimHasLapsed(now, open.id(), name)));
            }
        }
        return new StoreDecision.Happens(events);
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
        Optional<HelpRequest> request = shop.requests().values().stream()
                .filter(r ->
                        r.call().lane() == c.lane() && r.problem(c.problemId()).isPresent())
                .reduce((earlier, later) -> later);
        if (request.isEmpty()) {
            return new StoreDecision.Refused(HelpRefusal.UNKNOWN_PROBLEM, c.problemId());
        }
        boolean far = Optional.ofNullable(shop.onDuty().get(c.by()))
                .filter(helper -> helper.role() == Helper.Role.REMOTE)
                .isPresent();
        if (far && presence.contains(request.get().call().cause())) {
            return new StoreDecision.Refused(
                    HelpRefusal.TAKES_PRESENCE, request.get().call().title());
        }
        HelpCommand decide =
                new HelpCommand.Decide(request.get().id(), c.problemId(), c.decision(), c.by(), c.reason());
        return step(shop, decide, now);
    }

    private static StoreDecision happens(StoreEvent event) {
        return new StoreDecision.Happens(List.of(event));
    }
}
