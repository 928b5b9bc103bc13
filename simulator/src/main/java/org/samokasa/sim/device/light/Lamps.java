package org.samokasa.sim.device.light;

/** What eyes see of a light. */
public interface Lamps {
    /** As people see it: {@code green}, {@code red blinking}, {@code dark}. */
    String lamps();

    /** How often something changed. */
    int switched();
}
