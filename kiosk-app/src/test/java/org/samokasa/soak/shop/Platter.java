package org.samokasa.soak.shop;

import java.util.ArrayDeque;
import java.util.Deque;
import org.samokasa.sim.device.scale.ScaleMachine;
import org.samokasa.soak.world.World;

/** What lies on a scale, and what lay there lately: the truth that every weight in a basket is held against. */
public final class Platter {
    /** A load shows as stable after 900 ms; what was taken away sooner was never shown. */
    private static final long SETTLING_MILLIS = 900;

    /** Rounding, noise and zero tracking together. */
    private static final int DOUBT_GRAMS = 2;

    private static final int REMEMBERED = 64;

    private final World world;
    private final ScaleMachine machine;
    private final Runnable changed;
    private final Deque<Load> loads = new ArrayDeque<>();

    private record Load(int grams, long since, long until) {}

    Platter(World world, ScaleMachine machine, Runnable changed) {
        this.world = world;
        this.machine = machine;
        this.changed = changed;
        loads.add(new Load(0, world.nowMillis(), Long.MAX_VALUE));
    }

    public int grams() {
        return machine.loadGrams();
    }

    /** Below zero takes away; what is not there cannot be taken. */
    public void add(int grams) {
        set(Math.max(0, grams() + grams));
    }

    public void set(int grams) {
        if (grams == grams()) {
            return;
        }
        Load before = loads.removeLast();
        loads.add(new Load(before.grams, before.since, world.nowMillis()));
        loads.add(new Load(grams, world.nowMillis(), Long.MAX_VALUE));
        if (loads.size() > REMEMBERED) {
            loads.removeFirst();
        }
        machine.load(grams, world.now());
        changed.run();
    }

    /** Whether the scale can have shown this as stable at any time since then. */
    public boolean showed(int grams, long sinceMillis) {
        return loads.stream()
                .anyMatch(load -> Math.abs(load.grams - grams) <= DOUBT_GRAMS
                        && load.until > sinceMillis
                        && Math.min(load.until, world.nowMillis()) - load.since >= SETTLING_MILLIS);
    }

    /** Whether it has been lying still for so long. */
    public boolean stillFor(long millis) {
        return world.nowMillis() - loads.getLast().since >= millis;
    }

    @Override
    public String toString() {
        return loads.toString();
    }
}
