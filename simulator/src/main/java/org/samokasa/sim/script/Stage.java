package org.samokasa.sim.script;

import java.time.Duration;

/** Where a scenario is played: real processes, or a lane in virtual time. */
public interface Stage {
    /**
     * Does one step; never called with {@code wait}.
     *
     * @throws ScriptException when this stage cannot do it
     */
    void perform(Step step);

    /** What the lane shows now. */
    Observation observe();

    /** Lets time pass: really, or by advancing the virtual clock. */
    void waitFor(Duration time);
}
