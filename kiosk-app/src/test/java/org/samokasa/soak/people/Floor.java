package org.samokasa.soak.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.samokasa.soak.check.LaneWatch;
import org.samokasa.soak.check.Tally;
import org.samokasa.soak.shop.HubStation;
import org.samokasa.soak.shop.LaneStation;
import org.samokasa.soak.world.World;

/** The shop floor: lanes, hub, and who stands where. */
public final class Floor {
    /** Not all of them are there in each run. */
    public static final List<String> ATTENDANTS = List.of("Anna", "Bogdan", "Celina");

    private final World world;
    private final Map<Integer, LaneStation> lanes;
    private final Map<Integer, LaneWatch> watches;
    private final HubStation hub;
    private final Tally tally;
    private final Set<String> twoPersons;
    private final Map<Integer, Shopper> shoppers = new TreeMap<>();
    /** When the last shopper went. */
    private final Map<Integer, Long> left = new TreeMap<>();
    /** Lanes that staff told to stand still or to close, and when that was lifted; not before a far day. */
    private final Map<Integer, Long> ordered = new TreeMap<>();

    public Floor(
            World world,
            Map<Integer, LaneStation> lanes,
            Map<Integer, LaneWatch> watches,
            HubStation hub,
            Tally tally,
            Set<String> twoPersons) {
        this.twoPersons = twoPersons;
        this.world = world;
        this.lanes = lanes;
        this.watches = watches;
        this.hub = hub;
        this.tally = tally;
    }

    /** Kinds of problems that no single person may approve here. */
    Set<String> twoPersons() {
        return twoPersons;
    }

    World world() {
        return world;
    }

    public Map<Integer, LaneStation> lanes() {
        return lanes;
    }

    public LaneStation lane(int number) {
        return lanes.get(number);
    }

    public LaneWatch watch(int number) {
        return watches.get(number);
    }

    public HubStation hub() {
        return hub;
    }

    /** One of those who ever worked here. */
    String anyone(SplittableRandom chance) {
        return ATTENDANTS.get(chance.nextInt(ATTENDANTS.size()));
    }

    void ordered(int lane) {
        ordered.put(lane, Long.MAX_VALUE);
    }

    void lifted(int lane) {
        ordered.put(lane, world.nowMillis());
    }

    boolean isOrdered(int lane) {
        return ordered.getOrDefault(lane, 0L) == Long.MAX_VALUE;
    }

    /** When staff last let this lane go on; far away while they do not. */
    public long freeSince(int lane) {
        return ordered.getOrDefault(lane, 0L);
    }

    Tally tally() {
        return tally;
    }

    public boolean isFree(int lane) {
        return !shoppers.containsKey(lane);
    }

    boolean anybodyShops() {
        return !shoppers.isEmpty();
    }

    Optional<Shopper> shopperAt(int lane) {
        return Optional.ofNullable(shoppers.get(lane));
    }

    void comes(int lane, Shopper shopper) {
        shoppers.put(lane, shopper);
    }

    void goes(int lane) {
        shoppers.remove(lane);
        left.put(lane, world.nowMillis());
    }

    /** Since when nobody stands at a lane; far away while somebody does. */
    public long aloneSince(int lane) {
        return isFree(lane) ? left.getOrDefault(lane, 0L) : Long.MAX_VALUE;
    }
}
