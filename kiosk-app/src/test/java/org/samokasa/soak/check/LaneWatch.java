package org.samokasa.soak.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.lane.Effect;
import org.samokasa.kiosk.lane.LaneEngine;
import org.samokasa.kiosk.lane.LaneJournal;
import org.samokasa.kiosk.lane.command.LaneCommand;
import org.samokasa.kiosk.lane.command.MachineCommand;
import org.samokasa.kiosk.lane.event.BasketEvent;
import org.samokasa.kiosk.lane.event.CallEvent;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.kiosk.lane.event.PaymentEvent;
import org.samokasa.kiosk.persistence.journal.JournalFiles;
import org.samokasa.kiosk.persistence.journal.JournalReader;
import org.samokasa.kiosk.persistence.journal.Verification;
import org.samokasa.soak.shop.LaneStation;
import org.samokasa.soak.shop.SoakGoods;
import org.samokasa.soak.world.Fuse;
import org.samokasa.soak.world.InvariantBroken;
import org.samokasa.soak.world.World;

/** Follows one lane, fact by fact and step by step. */
public final class LaneWatch {
    /** A scan is a handful of decisions; a thousand within one millisecond is work without end (I14). */
    private static final int STEPS_PER_MILLISECOND_MAX = 1_000;

    private final int lane;
    private final World world;
    private final SoakGoods goods;
    private final Tally tally;
    private final ShelfBook shelf;
    private final Set<String> twoPersons;
    private final List<byte[]> facts = new ArrayList<>();
    private final Map<String, String> calls = new HashMap<>();
    private final Set<String> notes = new HashSet<>();
    private SaleBook sales;
    private MoneyBook money;
    private LaneStation station;
    private List<byte[]> late = List.of();
    private long acknowledged;
    private long scansTaken;
    private long stepsAt;
    private int stepsNow;

    /** @param twoPersons kinds of problems that no single person may approve */
    public LaneWatch(int lane, World world, SoakGoods goods, Tally tally, ShelfBook shelf, Set<String> twoPersons) {
        this.twoPersons = twoPersons;
        this.lane = lane;
        this.world = world;
        this.goods = goods;
        this.tally = tally;
        this.shelf = shelf;
    }

    /** The lane that is watched. */
    public void standsBy(LaneStation watched) {
        station = watched;
        sales = new SaleBook(lane, world, goods, watched.twins(), shelf, twoPersons);
        money = new MoneyBook(lane, watched.twins().payPoint().books());
    }

    /** The journal, just opened, whose every acknowledged fact is remembered here. */
    public LaneJournal watched(LaneJournal journal, Fuse fuse) {
        opened();
        return events -> {
            long position = journal.append(events);
            if (position != facts.size() + 1L) {
                throw new InvariantBroken("I4", "lane " + lane + " wrote at " + position + " after " + facts.size());
            }
            for (LaneEvent event : events) {
                take(event, RecordJson.write(LaneEvent.class, event), false);
            }
            decided(events);
            acknowledged = facts.size();
            fuse.passes();
            return position;
        };
    }

    /** The lane is about to start: what was acknowledged must be on this disk, and nothing may be rewritten. */
    public void boots(JournalFiles disk) {
        tally.count("starts");
        List<byte[]> found = new ArrayList<>();
        Verification verification;
        try {
            verification = JournalReader.read(disk, (position, payload) -> found.add(payload));
        } catch (IOException e) {
            throw new InvariantBroken("I3", "lane " + lane + "'s disk cannot be read: " + e.getMessage(), e);
        }
        if (verification.firstBad().isPresent()) {
            throw new InvariantBroken(
                    "I4", "lane " + lane + ": " + verification.firstBad().get());
        }
        if (found.size() < acknowledged) {
            throw new InvariantBroken(
                    "I3",
                    "lane " + lane + " was told " + acknowledged + " facts are durable, " + found.size() + " are");
        }
        for (int i = 0; i < Math.min(found.size(), facts.size()); i++) {
            if (!Arrays.equals(found.get(i), facts.get(i))) {
                throw new InvariantBroken("I4", "lane " + lane + " has another fact at " + (i + 1));
            }
        }
        late = List.copyOf(found.subList(Math.min(found.size(), facts.size()), found.size()));
    }

    /** The lane has its journal open: by that all it found is durable, also what was never acknowledged. */
    private void opened() {
        List<LaneEvent> events = new ArrayList<>();
        for (byte[] payload : late) {
            LaneEvent event = RecordJson.read(LaneEvent.class, payload);
            events.add(event);
            take(event, payload, true);
        }
        late = List.of();
        decided(events);
        acknowledged = facts.size();
    }

    private void take(LaneEvent event, byte[] payload, boolean found) {
        facts.add(payload);
        tally.left("the journal of lane " + lane, payload);
        sales.took(event, found);
        tally.count(FactKinds.of(event));
        if (event instanceof PaymentEvent payment) {
            money.took(payment, sales.number(), sales.total());
        } else if (event instanceof CallEvent.HelpCalled called) {
            calls.put(called.requestId(), "open");
            tally.count("helpRequests");
        } else if (event instanceof CallEvent.HelpEnded ended) {
            calls.put(ended.requestId(), ended.end().name());
        } else if (event instanceof CallEvent.ShopperWrittenTo written && !notes.add(written.text())) {
            throw new InvariantBroken("I8", "lane " + lane + " shows twice what was written once: " + written.text());
        } else if (event instanceof BasketEvent.ItemAdded) {
            tally.count("lines");
        }
    }

    private void decided(List<LaneEvent> events) {
        sales.decided();
        boolean paid = events.stream().anyMatch(PaymentEvent.PaymentFinished.class::isInstance);
        if (paid) {
            sales.paid();
            tally.count("sales");
        }
        if (events.stream().anyMatch(PaymentEvent.class::isInstance)) {
            money.balance();
        }
    }

    /** One step of the lane, after its facts are durable. */
    public void stepped(LaneCommand command, LaneEngine.Step step) {
        tally.count("steps");
        if (stepsAt != world.nowMillis()) {
            stepsAt = world.nowMillis();
            stepsNow = 0;
        }
        if (++stepsNow > STEPS_PER_MILLISECOND_MAX) {
            throw new InvariantBroken(
                    "I14",
                    "lane " + lane + " does not come to rest: " + command + " " + step.events() + step.effects());
        }
        if (command instanceof MachineCommand.Scanned) {
            scansTaken++;
            tally.count("scans");
            answered(command, step);
        } else if (command instanceof MachineCommand.ScanUnreadable) {
            scansTaken++;
        }
    }

    private void answered(LaneCommand command, LaneEngine.Step step) {
        boolean heard = step.effects().stream().anyMatch(Effect.Play.class::isInstance);
        boolean billed = step.events().stream()
                .anyMatch(e -> e instanceof BasketEvent.ItemAdded || e instanceof BasketEvent.WeighingBegun);
        if (!heard && !billed) {
            throw new InvariantBroken("I12", "lane " + lane + " swallowed " + command);
        }
    }

    /** What a shopper reads. */
    public void shown(String screen) {
        tally.left("the screen of lane " + lane, screen);
    }

    /** Scans that reached the lane so far. */
    public long scansTaken() {
        return scansTaken;
    }

    /** An effect was carried out. */
    public void did(Effect effect) {
        if (effect instanceof Effect.Pay) {
            tally.count("payments");
        }
    }

    /** The lane lost its power: only the disk knows more than the judge now. */
    public void powerIsOff() {
        scansTaken = 0;
    }

    /** A human of the shop really decided so. */
    public void approves(String problem, String by) {
        sales.approves(problem, by);
    }

    /** Whether the terminal keeps money for the attempt that is open; an attendant reads that on the terminal. */
    public boolean terminalKeepsMoney() {
        return money.keepsMoneyForOpenAttempt();
    }

    /** The attempt to pay that has not ended. */
    public Optional<String> openAttempt() {
        return money.open().map(Books.Attempt::id);
    }

    /** Compares terminal and sales, and reads the paper. */
    public void audit() {
        if (station.isOn()) {
            money.balance();
        }
        station.twins().printer().textLines().forEach(line -> tally.left("paper of lane " + lane, line));
        station.twins().printer().tearOff();
    }

    /** At the end of a quiet evening nothing is left open. */
    public void closes() {
        audit();
        money.closes();
        calls.forEach((id, end) -> {
            if (end.equals("open")) {
                throw new InvariantBroken("I5", "lane " + lane + " closes while call " + id + " is open");
            }
        });
    }

    /** Ids of all calls for a human, as the lane names them. */
    public TreeSet<String> calls() {
        return new TreeSet<>(calls.keySet());
    }

    /** Numbers of the paid sales, in order. */
    public List<Long> paidSales() {
        return money.paid().stream().map(Books.Attempt::sale).toList();
    }

    /** What the n-th paid sale cost, from 0. */
    public long paidMinor(int index) {
        return money.paid().get(index).minor();
    }

    public int paidCount() {
        return money.paid().size();
    }

    /** Number of the n-th paid sale, from 0. */
    public long paidNumber(int index) {
        return money.paid().get(index).sale();
    }
}
