package org.samokasa.soak.people;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.samokasa.kiosk.store.LaneOrder;
import org.samokasa.kiosk.store.StoreCommand;
import org.samokasa.kiosk.store.StoreDecision;

/** Now and then somebody has a lane stand still, or close after its shopper, and lets it go on a little later. */
final class Ordering {
    /** Of so many rounds past the lanes one ends with an order. */
    private static final int SELDOM = 6;

    private static final long AGAIN_MILLIS = 5_000;

    private final Floor floor;
    private final String name;
    private final SplittableRandom chance;

    Ordering(Floor floor, String name, SplittableRandom chance) {
        this.floor = floor;
        this.name = name;
        this.chance = chance;
    }

    void perhaps() {
        List<Integer> free = new ArrayList<>(floor.lanes().keySet());
        free.removeIf(floor::isOrdered);
        if (chance.nextInt(SELDOM) > 0 || free.isEmpty() || floor.hub().desk().isEmpty()) {
            return;
        }
        int lane = free.get(chance.nextInt(free.size()));
        boolean pause = chance.nextBoolean();
        floor.ordered(lane);
        floor.tally().count(pause ? "lanesPaused" : "lanesClosed");
        // Whether it was taken or not: what is lifted too much does no harm.
        tell(lane, pause ? LaneOrder.PAUSE : LaneOrder.CLOSE);
        long wait = 5_000L + chance.nextInt(90_000);
        floor.world().afterMillis(wait, () -> lift(lane, pause ? LaneOrder.RESUME : LaneOrder.OPEN));
    }

    /** Until the hub has it on its disk: a lane that nobody remembers would stay shut. */
    private void lift(int lane, LaneOrder order) {
        if (floor.hub().desk().isEmpty()) {
            floor.world().afterMillis(AGAIN_MILLIS, () -> lift(lane, order));
            return;
        }
        tell(lane, order).whenComplete((decision, failure) -> {
            if (failure == null) {
                floor.lifted(lane);
            } else {
                floor.world().afterMillis(AGAIN_MILLIS, () -> lift(lane, order));
            }
        });
    }

    private CompletableFuture<StoreDecision> tell(int lane, LaneOrder order) {
        return floor.hub().desk().orElseThrow().decide(new StoreCommand.OrderLane(lane, order, name));
    }
}
