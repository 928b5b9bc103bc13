package org.samokasa.soak.people;

import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.samokasa.kiosk.store.StoreCommand;
import org.samokasa.kiosk.store.StoreDecision;

/** One person's presses on a console. Each has an id, and a page that heard no answer sends it again. */
final class Presses {
    private static final int AGAIN_OF = 8;

    /** As long as a hub takes to be there again. */
    private static final int AGAIN_WITHIN_MILLIS = 30_000;

    private final Floor floor;
    private final String name;
    private final SplittableRandom chance;
    private int count;

    Presses(Floor floor, String name, SplittableRandom chance) {
        this.floor = floor;
        this.name = name;
        this.chance = chance;
    }

    /** How many there were. */
    int count() {
        return count;
    }

    /** What the hub says; only while there is one. */
    CompletableFuture<StoreDecision> press(StoreCommand command) {
        count++;
        StoreCommand once = new StoreCommand.Once(name + " " + count, command);
        if (chance.nextInt(AGAIN_OF) == 0) {
            floor.world()
                    .afterMillis(
                            chance.nextInt(AGAIN_WITHIN_MILLIS),
                            () -> floor.hub().desk().ifPresent(desk -> desk.decide(once)));
        }
        return floor.hub().desk().orElseThrow().decide(once);
    }
}
