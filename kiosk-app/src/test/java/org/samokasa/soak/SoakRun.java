package org.samokasa.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.samokasa.kiosk.domain.barcode.MeasureRule;
import org.samokasa.kiosk.domain.barcode.ScanReader;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.lane.LanePolicy;
import org.samokasa.kiosk.lane.LaneShop;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.StaffOrders;
import org.samokasa.kiosk.store.OpeningHours;
import org.samokasa.kiosk.store.ShopPolicy;
import org.samokasa.soak.check.HubWatch;
import org.samokasa.soak.check.LaneWatch;
import org.samokasa.soak.check.Liveness;
import org.samokasa.soak.check.ShelfBook;
import org.samokasa.soak.check.Tally;
import org.samokasa.soak.people.Attendant;
import org.samokasa.soak.people.Floor;
import org.samokasa.soak.people.Shopper;
import org.samokasa.soak.plan.Item;
import org.samokasa.soak.plan.Plan;
import org.samokasa.soak.plan.Planner;
import org.samokasa.soak.plan.Troubles;
import org.samokasa.soak.shop.Doors;
import org.samokasa.soak.shop.HubStation;
import org.samokasa.soak.shop.LaneStation;
import org.samokasa.soak.shop.PayPoint;
import org.samokasa.soak.shop.SoakGoods;
import org.samokasa.soak.world.InvariantBroken;
import org.samokasa.soak.world.VirtualBroker;
import org.samokasa.soak.world.World;

/** One run of one plan, from the first morning to the last evening, with all invariants checked on the way. */
public final class SoakRun {
    /** Monday, a quarter to eight in Warsaw. */
    static final Instant START = Instant.parse("2026-11-16T06:45:00Z");

    private static final long NIGHT = Duration.ofHours(14).toMillis();
    private static final long LOOK_MILLIS = 10_000;
    private static final MeasureRule CHEESE_LABEL =
            new MeasureRule(List.of("28"), "PPIIIIVWWWWWK", 3, MeasureRule.Verifier.CHECKED_UNLESS_ZERO);

    private static final int LANE_WITH_ANOTHER = 2;
    /** What some shops let nobody approve alone. */
    private static final Set<String> TWO_PERSONS = Set.of("AGE_CHECK", "WEIGHT_MISMATCH");

    private final Plan plan;
    private final World world;
    private final Tally tally = new Tally();
    private final SoakGoods goods = new SoakGoods();
    private final Map<Integer, LaneStation> lanes = new TreeMap<>();
    private final Map<Integer, LaneWatch> watches = new TreeMap<>();
    private final HubWatch hubWatch;
    private final Floor floor;
    private final Troubles troubles;
    private final Liveness liveness;
    private final ShelfBook shelf = new ShelfBook();
    private boolean night;

    /**
     * How a run ended.
     *
     * @param broken the invariant that did not hold; empty when all did
     * @param at when that was
     * @param step how many things had happened by then
     */
    public record Outcome(
            Plan plan, Tally tally, Optional<InvariantBroken> broken, Instant at, long step, String fingerprint) {}

    private SoakRun(Plan plan, Doors doors) {
        this.plan = plan;
        SplittableRandom chance = new SplittableRandom(plan.seed());
        world = new World(START, START.plusMillis((plan.days() - 1) * Planner.DAY + NIGHT));
        hubWatch = new HubWatch(watches, tally, shelf);
        VirtualBroker broker = new VirtualBroker(world, new SplittableRandom(chance.nextLong()), hubWatch::published);
        broker.faulty(plan.profile().network());
        LaneShop shop = new LaneShop(
                goods,
                new ScanReader(List.of(CHEESE_LABEL), SoakGoods.CURRENCY),
                SoakGoods.CURRENCY,
                LanePolicy.standard(),
                Language.EN,
                LaneStation.ZONE);
        int helpers = 1 + chance.nextInt(Floor.ATTENDANTS.size());
        Set<String> twoPersons = helpers > 1 && chance.nextBoolean() ? TWO_PERSONS : Set.of();
        ShopPolicy policy = new ShopPolicy(OpeningHours.ALWAYS, Set.of(), twoPersons);
        HubStation hub = new HubStation(world, broker.cable(), hubWatch, doors, policy, chance.nextLong());
        floor = new Floor(world, lanes, watches, hub, tally, twoPersons);
        troubles = new Troubles(world, floor, broker, tally);
        liveness = new Liveness(world);
        for (int number = 1; number <= plan.lanes(); number++) {
            LaneWatch watch = new LaneWatch(number, world, goods, tally, shelf, twoPersons);
            watches.put(number, watch);
            lanes.put(
                    number,
                    new LaneStation(
                            number,
                            new LaneStation.Surroundings(
                                    world, shop, payBy(number), broker.cable(), watch, doors, troubles::powerWent),
                            chance.nextLong()));
        }
        for (String name : Floor.ATTENDANTS.subList(0, helpers)) {
            new Attendant(floor, name, chance.nextLong()).begin();
        }
    }

    /** Lanes speak ZVT; in three of four runs one of them is paid in another way. */
    private PayPoint.Kind payBy(int lane) {
        PayPoint.Kind[] all = PayPoint.Kind.values();
        return lane == LANE_WITH_ANOTHER ? all[(int) Math.floorMod(plan.seed(), (long) all.length)] : PayPoint.Kind.ZVT;
    }

    /** Runs a plan to its end or to the first broken invariant. */
    public static Outcome of(Plan plan, Doors doors) {
        SoakRun run = new SoakRun(plan, doors);
        Optional<InvariantBroken> broken = Optional.empty();
        try {
            run.go();
        } catch (InvariantBroken e) {
            broken = Optional.of(e);
        } catch (RuntimeException | AssertionError e) {
            broken = Optional.of(new InvariantBroken("I11", "threw " + e, e));
        }
        return new Outcome(plan, run.tally, broken, run.world.now(), run.world.events(), run.tally.fingerprint());
    }

    private void go() {
        for (int day = 0; day < plan.days(); day++) {
            world.at(START.plusMillis(day * Planner.DAY), this::morning);
            for (int hour = 2; hour < 12; hour += 3) {
                world.at(START.plusMillis(day * Planner.DAY).plus(Duration.ofHours(hour)), goods::nextVersion);
            }
            if (day < plan.days() - 1) {
                world.at(START.plusMillis(day * Planner.DAY + NIGHT), this::evening);
            }
        }
        plan.items().forEach(item -> world.at(START.plusMillis(item.at()), () -> happens(item)));
        while (world.step()) {
            // Everything there is to do is in the queue.
        }
        closes();
    }

    private void happens(Item item) {
        if (item.isShopper()) {
            Shopper.comes(floor, item.lane(), item.seed());
        } else {
            troubles.happens(item);
        }
    }

    private void morning() {
        night = false;
        floor.hub().powerOn();
        lanes.values().forEach(troubles::switchesOn);
        look();
    }

    private void evening() {
        night = true;
        lanes.values().forEach(LaneStation::powerCut);
    }

    private void look() {
        if (night) {
            return;
        }
        lanes.forEach((number, lane) -> {
            watches.get(number).audit();
            boolean stopped = lane.isOn() && lane.view().stopped().isPresent();
            if (stopped && lane.disk().hasRoom()) {
                troubles.restarts(lane);
            }
            liveness.look(lane, Math.max(troubles.wholeAt(number), letGoAt(lane)), floor.aloneSince(number));
        });
        world.afterMillis(LOOK_MILLIS, this::look);
    }

    /** When a lane that staff had shut could last have heard that it may go on; 0 for one that is not shut. */
    private long letGoAt(LaneStation lane) {
        boolean shut = lane.isOn()
                && (lane.view().lane().phase() == Phase.CLOSED
                        || !lane.view().lane().orders().equals(StaffOrders.NONE));
        long shopWhole = Math.max(troubles.shopWholeAt(), floor.hub().startedAt());
        return shut ? Math.max(floor.freeSince(lane.number()), shopWhole) : 0;
    }

    private void closes() {
        watches.values().forEach(LaneWatch::closes);
        hubWatch.closes(floor.hub().disk());
    }
}
