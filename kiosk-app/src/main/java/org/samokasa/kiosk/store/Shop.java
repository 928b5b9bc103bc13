package org.samokasa.kiosk.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samokasa.kiosk.help.HelpEvent;
import org.samokasa.kiosk.help.HelpLifecycle;
import org.samokasa.kiosk.help.HelpRequest;
import org.samokasa.kiosk.help.Helper;
import org.samokasa.kiosk.help.ServiceTimes;
import org.samokasa.kiosk.insight.IssueBook;

/**
 * The shop as all events so far have made it.
 *
 * @param requests every open request and the last ones that ended
 * @param heard    for each journal of a lane the last position dealt with
 * @param sales    by lane
 * @param onDuty   helpers on duty, by name
 * @param times    how long help took lately
 * @param staff    who mistyped a PIN how often, and what waits for a second person
 * @param issues   what happens again and again
 * @param suspended baskets that were put aside
 */
public record Shop(
        HelpRequests requests,
        Map<LaneStream, Long> heard,
        Map<Integer, LaneSales> sales,
        Map<String, Helper> onDuty,
        ServiceTimes times,
        StaffBook staff,
        IssueBook issues,
        SuspendedSales suspended) {
    public static final Shop EMPTY = new Shop(
            HelpRequests.NONE,
            Map.of(),
            Map.of(),
            Map.of(),
            ServiceTimes.NONE,
            StaffBook.EMPTY,
            IssueBook.EMPTY,
            SuspendedSales.NONE);

    public Shop {
        heard = Map.copyOf(heard);
        sales = Map.copyOf(sales);
        onDuty = Map.copyOf(onDuty);
    }

    /** The last position of a lane's journal that was dealt with; 0 if none was. */
    public long heardUpTo(int lane, String stream) {
        return heard.getOrDefault(new LaneStream(lane, stream), 0L);
    }

    public Optional<HelpRequest> request(String id) {
        return requests.get(id);
    }

    /** Open requests, what an attendant should look at first in front. */
    public List<HelpRequest> openRequests() {
        return requests.open();
    }

    /** Ended requests still in sight, the last one in front. */
    public List<HelpRequest> endedRequests() {
        return requests.ended();
    }

    /** The shop after an event. */
    public Shop evolve(StoreEvent event) {
        if (event instanceof StoreEvent.LaneWasHeard e) {
            Map<LaneStream, Long> more = new HashMap<>(heard);
            more.put(new LaneStream(e.lane(), e.stream()), e.sequence());
            return new Shop(requests, more, sales, onDuty, times, staff, issues, suspended);
        }
        if (event instanceof StoreEvent.HelpHasChanged e) {
            return helped(e.event());
        }
        if (event instanceof StoreEvent.SaleWasRecorded e) {
            Map<Integer, LaneSales> more = new HashMap<>(sales);
            more.merge(e.sale().lane(), LaneSales.NONE.plus(e.sale()), (before, x) -> before.plus(e.sale()));
            return new Shop(requests, heard, more, onDuty, times, staff, issues, suspended);
        }
        if (event instanceof StoreEvent.HelperCameOnDuty e) {
            Map<String, Helper> more = new HashMap<>(onDuty);
            more.put(e.helper().name(), e.helper());
            return new Shop(requests, heard, sales, more, times, staff, issues, suspended);
        }
        if (event instanceof StoreEvent.HelperWentOffDuty e) {
            Map<String, Helper> fewer = new HashMap<>(onDuty);
            fewer.remove(e.name());
            return new Shop(requests, heard, sales, fewer, times, staff, issues, suspended);
        }
        if (event instanceof StoreEvent.IssueHasChanged e) {
            return new Shop(requests, heard, sales, onDuty, times, staff, issues.evolve(e.event()), suspended);
        }
        StaffBook book = staff.evolve(event);
        SuspendedSales kept = suspended.evolve(event);
        // Starts, orders and what lanes took are for the journal and the channels, not for the picture of the shop.
        return book == staff && kept == suspended
                ? this
                : new Shop(requests, heard, sales, onDuty, times, book, issues, kept);
    }

    private Shop helped(HelpEvent event) {
        Optional<HelpRequest> before = request(event.requestId());
        HelpRequest after = HelpLifecycle.evolve(before, event);
        boolean came = after.times().arrived().isPresent()
                && before.flatMap(r -> r.times().arrived()).isEmpty();
        ServiceTimes more = came ? times.arrived(after) : times;
        return new Shop(
                requests.with(after),
                heard,
                sales,
                onDuty,
                event instanceof HelpEvent.HelpWasSolved ? more.solved(after) : more,
                staff,
                counted(event),
                suspended);
    }

    private IssueBook counted(HelpEvent event) {
        if (event instanceof HelpEvent.HelpWasRaised e) {
            return issues.with(e.call(), e.at());
        }
        return event instanceof HelpEvent.CallWasUpdated e ? issues.with(e.call(), e.at()) : issues;
    }
}
