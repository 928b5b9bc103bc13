package org.samokasa.sim.script;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes down what somebody does, as a scenario that does it again at the same pace. */
public final class ScenarioRecorder {
    /** Shorter pauses are the speed of a hand; they are left out. */
    private static final Duration PAUSE_MIN = Duration.ofMillis(100);
    /** What a wait step can hold in milliseconds, six digits. */
    private static final long MILLIS_MAX = 999_999;

    private final List<String> lines = new ArrayList<>();
    private Instant last = Instant.EPOCH;
    private int steps;

    /** @param step a line of the language that has been done */
    public void did(String step, Instant at) {
        if (steps > 0) {
            pause(Duration.between(last, at));
        }
        lines.add(step.strip());
        last = at;
        steps++;
    }

    private void pause(Duration pause) {
        if (pause.compareTo(PAUSE_MIN) < 0) {
            return;
        }
        long millis = pause.toMillis() / 100 * 100;
        lines.add(millis <= MILLIS_MAX ? "wait " + millis + " ms" : "wait " + pause.toSeconds() + " s");
    }

    /** Steps so far, pauses not counted. */
    public int steps() {
        return steps;
    }

    /** The scenario file. */
    public String text() {
        return String.join("\n", lines) + "\n";
    }
}
