package org.samokasa.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.samokasa.soak.plan.Item;
import org.samokasa.soak.plan.Plan;
import org.samokasa.soak.shop.Doors;

/** Leaves out of a failing plan whatever it fails without: first what came later, then ever smaller pieces. */
final class Shrinker {
    private static final int RUNS_MAX = 60;
    private static final Duration TIME_MAX = Duration.ofSeconds(60);

    private final String invariant;
    private final long began = System.nanoTime();
    private Plan smallest;
    private int runs;

    private Shrinker(SoakRun.Outcome failed) {
        invariant = failed.broken().orElseThrow().invariant();
        smallest = failed.plan();
    }

    /** The smallest plan found that breaks the same invariant. */
    static Plan shrink(SoakRun.Outcome failed) {
        Shrinker shrinker = new Shrinker(failed);
        long until = Duration.between(SoakRun.START, failed.at()).toMillis();
        shrinker.tryWithout(
                failed.plan().items().stream().filter(item -> item.at() > until).toList());
        for (int pieces = 2; pieces <= shrinker.smallest.items().size() && shrinker.goesOn(); pieces *= 2) {
            shrinker.cutInto(pieces);
        }
        return shrinker.smallest;
    }

    private void cutInto(int pieces) {
        List<Item> items = smallest.items();
        int size = Math.max(1, items.size() / pieces);
        for (int from = 0; from < items.size() && goesOn(); from += size) {
            tryWithout(items.subList(from, Math.min(items.size(), from + size)));
        }
    }

    private boolean goesOn() {
        return runs < RUNS_MAX && System.nanoTime() - began < TIME_MAX.toNanos();
    }

    private void tryWithout(List<Item> out) {
        List<Item> left = new ArrayList<>(smallest.items());
        left.removeAll(out);
        Plan smaller = smallest.with(left);
        runs++;
        boolean same = SoakRun.of(smaller, new Doors() {})
                .broken()
                .filter(broken -> broken.invariant().equals(invariant))
                .isPresent();
        if (same) {
            smallest = smaller;
        }
    }
}
