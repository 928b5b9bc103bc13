package org.samokasa.soak.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.samokasa.kiosk.help.HelpEvent;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.json.RecordJsonException;
import org.samokasa.kiosk.network.Acknowledgement;
import org.samokasa.kiosk.persistence.journal.JournalFiles;
import org.samokasa.kiosk.persistence.journal.JournalReader;
import org.samokasa.kiosk.persistence.journal.Verification;
import org.samokasa.kiosk.store.LaneSales;
import org.samokasa.kiosk.store.LaneStream;
import org.samokasa.kiosk.store.Shop;
import org.samokasa.kiosk.store.StoreEvent;
import org.samokasa.soak.world.InvariantBroken;

/** Follows the hub: I3 (what it acknowledged is on its disk), I5 (calls), I8 (sales once and in order). */
public final class HubWatch {
    private final Map<Integer, LaneWatch> lanes;
    private final Tally tally;
    private final ShelfBook shelf;
    private final Map<LaneStream, Long> acknowledged = new HashMap<>();

    public HubWatch(Map<Integer, LaneWatch> lanes, Tally tally, ShelfBook shelf) {
        this.lanes = lanes;
        this.tally = tally;
        this.shelf = shelf;
    }

    /** Everything that is published, by whomever. */
    public void published(String topic, byte[] payload) {
        tally.left("a message on " + topic, payload);
        if (topic.endsWith("/ack")) {
            try {
                Acknowledgement said = RecordJson.read(Acknowledgement.class, payload);
                acknowledged.merge(new LaneStream(said.lane(), said.stream()), said.upTo(), Math::max);
            } catch (RecordJsonException e) {
                throw new InvariantBroken("I11", "the hub acknowledged in words nobody knows", e);
            }
        }
    }

    /** The hub started: what it acknowledged before must be there. */
    public void started(Shop shop) {
        acknowledged.forEach((stream, upTo) -> {
            if (shop.heardUpTo(stream.lane(), stream.stream()) < upTo) {
                throw new InvariantBroken(
                        "I3",
                        "the hub acknowledged " + upTo + " to lane " + stream.lane() + " and has "
                                + shop.heardUpTo(stream.lane(), stream.stream()));
            }
        });
    }

    /** After everything the hub does: its sales are the first so many paid sales of each lane, in their order. */
    public void worked(Shop shop) {
        shop.sales().forEach(this::inOrder);
    }

    private void inOrder(int lane, LaneSales has) {
        LaneWatch watch = lanes.get(lane);
        int count = (int) has.count();
        if (count > watch.paidCount() || watch.paidNumber(count - 1) != has.lastSaleNumber()) {
            throw new InvariantBroken(
                    "I8",
                    "the hub has " + count + " sales of lane " + lane + " up to number " + has.lastSaleNumber()
                            + "; the lane sold " + watch.paidSales());
        }
    }

    /** At the end of a quiet evening the hub has everything, once. */
    public void closes(JournalFiles disk) {
        List<StoreEvent> events = new ArrayList<>();
        try {
            Verification verification = JournalReader.read(
                    disk, (position, payload) -> events.add(RecordJson.read(StoreEvent.class, payload)));
            if (verification.firstBad().isPresent()) {
                throw new InvariantBroken(
                        "I4", "the hub: " + verification.firstBad().get());
            }
        } catch (IOException e) {
            throw new InvariantBroken("I3", "the hub's disk cannot be read: " + e.getMessage(), e);
        }
        events.forEach(event -> tally.count(FactKinds.of(event)));
        lanes.forEach((number, watch) -> sales(number, watch, events));
        once(events);
        calls(events);
        shelf.closes(events);
    }

    /** A press that was sent again was done once; each note to a shopper has a text of its own. */
    private static void once(List<StoreEvent> events) {
        Set<String> done = new HashSet<>();
        for (StoreEvent event : events) {
            String what = "";
            if (event instanceof StoreEvent.ActionWasTaken taken) {
                what = taken.action();
            } else if (event instanceof StoreEvent.ShopperWasWrittenTo written) {
                what = written.text();
            }
            if (!what.isEmpty() && !done.add(what)) {
                throw new InvariantBroken("I8", "the hub did twice what was pressed once: " + event);
            }
        }
    }

    private static void sales(int lane, LaneWatch watch, List<StoreEvent> events) {
        List<Long> has = new ArrayList<>();
        for (StoreEvent event : events) {
            if (event instanceof StoreEvent.SaleWasRecorded recorded
                    && recorded.sale().lane() == lane) {
                if (has.size() < watch.paidCount() && recorded.sale().totalMinor() != watch.paidMinor(has.size())) {
                    throw new InvariantBroken("I8", "the hub has another total for " + recorded.sale());
                }
                has.add(recorded.sale().saleNumber());
            }
        }
        if (!has.equals(watch.paidSales())) {
            throw new InvariantBroken("I8", "lane " + lane + " sold " + watch.paidSales() + " and the hub has " + has);
        }
    }

    private void calls(List<StoreEvent> events) {
        TreeSet<String> raised = new TreeSet<>();
        TreeSet<String> open = new TreeSet<>();
        for (StoreEvent event : events) {
            if (event instanceof StoreEvent.HelpHasChanged changed) {
                String id = changed.event().requestId();
                String own = id.substring(id.indexOf(':') + 1);
                if (changed.event() instanceof HelpEvent.HelpWasRaised) {
                    raised.add(own);
                    open.add(own);
                } else if (changed.event() instanceof HelpEvent.HelpWasSolved
                        || changed.event() instanceof HelpEvent.HelpWasCancelled
                        || changed.event() instanceof HelpEvent.HelpWasAbandoned
                        || changed.event() instanceof HelpEvent.HelpClearedItself) {
                    open.remove(own);
                }
            }
        }
        TreeSet<String> called = new TreeSet<>();
        lanes.values().forEach(watch -> called.addAll(watch.calls()));
        if (!raised.equals(called) || !open.isEmpty()) {
            called.removeAll(raised);
            throw new InvariantBroken("I5", "calls the hub never heard of: " + called + ", still open there: " + open);
        }
    }
}
