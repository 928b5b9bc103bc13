package org.samokasa.sim.device.scale;

import java.time.Instant;

/** What hands can do with a scale, and eyes can see of it. Weights in grams. */
public interface Platter {
    String name();

    void put(int grams, Instant now);

    void take(int grams, Instant now);

    /** Makes this the whole load. */
    void load(int grams, Instant now);

    int loadGrams();

    /** What the scale's own display shows. */
    String display(Instant now);
}
