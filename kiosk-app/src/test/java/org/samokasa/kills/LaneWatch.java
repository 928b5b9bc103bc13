package org.samokasa.kills;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.samokasa.sim.script.ScriptException;

/** Looks at a lane without pause for as long as it lives and keeps all the different things it saw. */
final class LaneWatch {
    private static final int LOOK_MILLIS = 5;

    private final KillShop shop;
    private final List<Shown> seen = new ArrayList<>();
    private final Thread thread = new Thread(this::look, "lane-watch");
    private volatile Map<String, Object> latest;
    private volatile boolean ended;

    private LaneWatch(KillShop shop) {
        this.shop = shop;
    }

    static LaneWatch begin(KillShop shop) {
        LaneWatch watch = new LaneWatch(shop);
        watch.latest = shop.view();
        watch.keep(watch.latest);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    private void look() {
        try {
            while (!ended) {
                try {
                    latest = shop.view();
                    keep(latest);
                } catch (ScriptException | IllegalArgumentException gone) {
                    // Killed in the middle of an answer: an answer that is not whole was not seen.
                    ended = true;
                }
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void keep(Map<String, Object> view) {
        Shown shown = Shown.of(view);
        if (seen.isEmpty() || !seen.get(seen.size() - 1).equals(shown)) {
            seen.add(shown);
        }
    }

    /** The newest answer. */
    Map<String, Object> latest() {
        return latest;
    }

    /** Returns when the lane looks as wished, or is dead; false when it is dead. */
    boolean until(Predicate<Map<String, Object>> wished) throws InterruptedException {
        while (!ended) {
            if (wished.test(latest)) {
                return true;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return false;
    }

    /** Ends looking. @return everything seen, in order, the same never twice in a row */
    synchronized List<Shown> end() {
        ended = true;
        return List.copyOf(seen);
    }
}
