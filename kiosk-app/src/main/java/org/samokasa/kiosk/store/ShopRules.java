package org.samokasa.kiosk.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.help.HelpCommand;
import org.samokasa.kiosk.help.HelpDecision;
import org.samokasa.kiosk.help.HelpLifecycle;
import org.samokasa.kiosk.help.HelpRefusal;
import org.samokasa.kiosk.help.HelpRequest;

/** Decides what commands lead to. */
public record ShopRules(HelpLifecycle lifecycle) {
    /** Events, none when it is so already; or a refusal. */
    public StoreDecision decide(Shop shop, StoreCommand command, Instant now) {
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
        throw new AssertionError("no rule for " + command);
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
        HelpCommand decide =
                new HelpCommand.Decide(request.get().id(), c.problemId(), c.decision(), c.by(), c.reason());
        return step(shop, decide, now);
    }

    private static StoreDecision happens(StoreEvent event) {
        return new StoreDecision.Happens(List.of(event));
    }
}
