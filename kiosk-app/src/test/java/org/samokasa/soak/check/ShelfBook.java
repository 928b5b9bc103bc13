package org.samokasa.soak.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.store.StoreEvent;
import org.samokasa.soak.world.InvariantBroken;

/** Baskets that were put aside, as the facts of all lanes tell: each goes on once at most and is lost nowhere (I8). */
public final class ShelfBook {
    private final Map<String, List<Line>> aside = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();

    void putAside(int lane, long sale, List<Line> lines) {
        aside.put(lane + "-" + sale, List.copyOf(lines));
    }

    /** The lines that have to follow at the lane where it goes on. */
    List<Line> takes(int lane, String suspension) {
        String own = own(suspension);
        if (!aside.containsKey(own)) {
            throw new InvariantBroken(
                    "I8", "lane " + lane + " goes on with " + suspension + ", which nobody put aside");
        }
        Integer before = taken.put(own, lane);
        if (before != null) {
            throw new InvariantBroken("I8", own + " goes on at lane " + lane + " and went on at lane " + before);
        }
        return new ArrayList<>(aside.get(own));
    }

    /** At the end of a quiet evening the hub knows each, and keeps none that went on. */
    void closes(List<StoreEvent> events) {
        Set<String> heard = new TreeSet<>();
        Set<String> kept = new TreeSet<>();
        for (StoreEvent event : events) {
            if (event instanceof StoreEvent.SaleWasSuspended e) {
                heard.add(own(e.sale().id()));
                kept.add(own(e.sale().id()));
                if (!e.sale().lines().equals(aside.get(own(e.sale().id())))) {
                    throw new InvariantBroken("I8", "the hub has other lines for " + e.sale());
                }
            } else if (event instanceof StoreEvent.SaleWasRecalled e) {
                kept.remove(own(e.suspension()));
            } else if (event instanceof StoreEvent.SuspendedSaleWasGivenUp e) {
                kept.remove(own(e.suspension()));
            }
        }
        if (!heard.equals(new TreeSet<>(aside.keySet()))) {
            throw new InvariantBroken("I8", "put aside were " + aside.keySet() + " and the hub heard of " + heard);
        }
        kept.retainAll(taken.keySet());
        if (!kept.isEmpty()) {
            throw new InvariantBroken("I8", "the hub still keeps what went on: " + kept);
        }
    }

    private static String own(String suspension) {
        return suspension.substring(suspension.indexOf(':') + 1);
    }
}
