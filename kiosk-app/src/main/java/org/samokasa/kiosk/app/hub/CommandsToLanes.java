package org.samokasa.kiosk.app.hub;

import java.util.Optional;
import org.samokasa.kiosk.help.HelpEvent;
import org.samokasa.kiosk.help.HelpRequest;
import org.samokasa.kiosk.network.HubCommand;
import org.samokasa.kiosk.store.LaneOrder;
import org.samokasa.kiosk.store.Shop;
import org.samokasa.kiosk.store.StoreEvent;

/**
 * Which command an event means for which lane. An event is at most one command, so its position in the hub's journal
 * numbers the command, and a restarted hub makes the same commands again.
 */
final class CommandsToLanes {
    /** A command and whom it is for. */
    record Addressed(int lane, HubCommand command) {}

    private CommandsToLanes() {}

    /** @param shop the shop with the request the event is about; before or after it makes no difference */
    static Optional<Addressed> of(StoreEvent event, Shop shop) {
        if (event instanceof StoreEvent.HelpHasChanged e) {
            Optional<Integer> lane =
                    shop.request(e.event().requestId()).map(HelpRequest::call).map(call -> call.lane());
            return lane.flatMap(l -> ofHelp(e.event()).map(command -> new Addressed(l, command)));
        }
        if (event instanceof StoreEvent.ShopperWasWrittenTo e) {
            return Optional.of(new Addressed(e.lane(), new HubCommand.MessageToShopper(e.text(), e.at())));
        }
        if (event instanceof StoreEvent.LaneWasOrdered e) {
            return Optional.of(new Addressed(e.lane(), ofOrder(e.order(), e.by())));
        }
        if (event instanceof StoreEvent.SuspensionWasOrdered e) {
            return Optional.of(new Addressed(e.lane(), new HubCommand.SuspendSale(e.saleNumber(), e.by())));
        }
        if (event instanceof StoreEvent.RecallWasOrdered e) {
            return shop.suspended()
                    .get(e.suspension())
                    .map(kept -> new Addressed(
                            e.lane(),
                            new HubCommand.RecallSale(
                                    e.suspension(), kept.sale().lines(), e.by(), e.at())));
        }
        if (event instanceof StoreEvent.MachineTestWasOrdered e) {
            return Optional.of(
                    new Addressed(e.lane(), new HubCommand.TestMachine(e.machine(), e.test(), e.by(), e.at())));
        }
        return Optional.empty();
    }

    private static HubCommand ofOrder(LaneOrder order, String by) {
        return switch (order) {
            case OPEN -> new HubCommand.OpenLane(by);
            case CLOSE -> new HubCommand.CloseLane(by);
            case PAUSE -> new HubCommand.PauseLane(by);
            case RESUME -> new HubCommand.ResumeLane(by);
        };
    }

    private static Optional<HubCommand> ofHelp(HelpEvent event) {
        if (event instanceof HelpEvent.HelpWasAccepted e) {
            return Optional.of(new HubCommand.HelpAccepted(e.requestId(), e.by(), e.etaSeconds()));
        }
        if (event instanceof HelpEvent.HelperSetOut e) {
            return Optional.of(new HubCommand.HelpAccepted(e.requestId(), e.by(), e.etaSeconds()));
        }
        if (event instanceof HelpEvent.HelperArrived e) {
            return Optional.of(new HubCommand.HelpArrived(e.requestId(), e.by()));
        }
        if (event instanceof HelpEvent.HelpWasHandedOver e) {
            return Optional.of(new HubCommand.HelpReopened(e.requestId()));
        }
        if (event instanceof HelpEvent.ClaimHasLapsed e) {
            return Optional.of(new HubCommand.HelpReopened(e.requestId()));
        }
        if (event instanceof HelpEvent.HelpWasRouted e) {
            return Optional.of(new HubCommand.HelpForecast(e.requestId(), e.forecast()));
        }
        if (event instanceof HelpEvent.HelpWasSolved e) {
            return Optional.of(new HubCommand.HelpSolved(e.requestId(), e.by(), e.action()));
        }
        if (event instanceof HelpEvent.ProblemWasDecided e) {
            return Optional.of(new HubCommand.ResolveProblem(e.problemId(), e.decision(), e.by(), e.reason()));
        }
        return Optional.empty();
    }
}
