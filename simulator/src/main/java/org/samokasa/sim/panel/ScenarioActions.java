package org.samokasa.sim.panel;

/** What a person may do with scenarios. Each returns at once; what comes of it is told as of any other step. */
public interface ScenarioActions {
    /** From now on every step that is done is written down. */
    void record();

    /** Keeps what was recorded. */
    void save(String name);

    void play(String name);

    void stop();

    /** Asks for a file anywhere and plays it. */
    void open();
}
