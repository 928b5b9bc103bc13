package org.samokasa.kiosk.network.alert;

import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.help.HelpClocks;
import org.samokasa.kiosk.help.HelpEvent;
import org.samokasa.kiosk.help.HelpRequest;
import org.samokasa.kiosk.network.MessageVersion;
import org.samokasa.kiosk.network.alert.HelpAlert.State;
import org.samokasa.kiosk.store.Shop;
import org.samokasa.kiosk.store.StoreEvent;

/**
 * Which alert an event of the hub's journal means.
 *
 * @param shop   name of the shop
 * @param stream the hub's journal; with the position in it an alert has the same id after every restart
 */
public record HelpAlerts(String shop, String stream) {
    /** @param after the shop with the event */
    public Optional<HelpAlert> of(long sequence, StoreEvent event, Shop after) {
        if (!(event instanceof StoreEvent.HelpHasChanged changed)) {
            return Optional.empty();
        }
        return after.request(changed.event().requestId())
                .flatMap(request -> of(changed.event(), request, stream + ":" + sequence));
    }

    private Optional<HelpAlert> of(HelpEvent event, HelpRequest request, String id) {
        if (event instanceof HelpEvent.HelpWasRouted e) {
            return Optional.of(alert(id, event, request, state(e.level()), e.to(), Optional.empty()));
        }
        if (event instanceof HelpEvent.HelpIsOverdue e) {
            return e.level() == HelpClocks.SolveLevel.OVER_LIMIT
                    ? Optional.of(alert(id, event, request, State.OVERDUE, e.told(), Optional.empty()))
                    : Optional.empty();
        }
        if (event instanceof HelpEvent.HelpWasAccepted e) {
            return Optional.of(alert(id, event, request, State.TAKEN, List.of(), Optional.of(e.by())));
        }
        boolean ends = event instanceof HelpEvent.HelpWasSolved
                || event instanceof HelpEvent.HelpWasCancelled
                || event instanceof HelpEvent.HelpClearedItself
                || event instanceof HelpEvent.HelpWasAbandoned;
        Optional<String> by = request.ending().flatMap(HelpRequest.Ending::by);
        return ends ? Optional.of(alert(id, event, request, State.ENDED, List.of(), by)) : Optional.empty();
    }

    private static State state(HelpClocks.AcceptLevel level) {
        return switch (level) {
            case FRESH, LATE -> State.CALLS;
            case NEXT_PERSON -> State.CALLS_MORE;
            case DUTY_MANAGER -> State.CALLS_MANAGERS;
        };
    }

    private HelpAlert alert(
            String id, HelpEvent event, HelpRequest request, State state, List<String> to, Optional<String> by) {
        return new HelpAlert(
                MessageVersion.CURRENT,
                id,
                shop,
                request.id(),
                request.call().lane(),
                state,
                request.call().cause(),
                request.call().title(),
                to,
                by,
                request.times().raised(),
                event.at());
    }
}
