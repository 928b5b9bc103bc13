package org.samokasa.soak.people;

import java.util.List;
import java.util.SplittableRandom;
import org.samokasa.kiosk.store.StoreCommand;
import org.samokasa.kiosk.web.ConsoleDesk;
import org.samokasa.kiosk.web.ConsoleState;

/** Now and then somebody puts a basket aside, and somebody sends it to a lane later, a free one or not. */
final class Shelving {
    /** Of so many rounds past the lanes one ends with a basket put aside, and one with a look at those. */
    private static final int SELDOM = 4;

    private static final int GIVEN_UP_OF = 6;
    private static final int TWICE_OF = 3;

    private final Floor floor;
    private final String name;
    private final SplittableRandom chance;

    Shelving(Floor floor, String name, SplittableRandom chance) {
        this.floor = floor;
        this.name = name;
        this.chance = chance;
    }

    void perhaps() {
        // A basket is sent to a lane for somebody who came back: not in a shop that is empty.
        if (floor.hub().desk().isEmpty() || !floor.anybodyShops()) {
            return;
        }
        ConsoleDesk desk = floor.hub().desk().get();
        int what = chance.nextInt(SELDOM);
        if (what == 0) {
            putAside(desk);
        } else if (what == 1 && !desk.state().suspended().isEmpty()) {
            look(desk, desk.state().suspended().get(0));
        }
    }

    private void putAside(ConsoleDesk desk) {
        List<ConsoleState.LaneTile> used = desk.state().lanes().stream()
                .filter(tile -> tile.saleNumber().isPresent())
                .toList();
        if (!used.isEmpty()) {
            ConsoleState.LaneTile one = used.get(chance.nextInt(used.size()));
            desk.decide(
                    new StoreCommand.SuspendSale(one.lane(), one.saleNumber().orElseThrow(), name));
        }
    }

    private void look(ConsoleDesk desk, ConsoleState.SuspendedCard oldest) {
        if (chance.nextInt(GIVEN_UP_OF) == 0) {
            desk.decide(new StoreCommand.GiveUpSale(oldest.id(), name, "nobody comes"));
        } else {
            // Now and then two people press for two lanes at once.
            for (int presses = chance.nextInt(TWICE_OF) == 0 ? 2 : 1; presses > 0; presses--) {
                int lane = 1 + chance.nextInt(floor.lanes().size());
                desk.decide(new StoreCommand.RecallSale(oldest.id(), lane, name));
            }
        }
    }
}
