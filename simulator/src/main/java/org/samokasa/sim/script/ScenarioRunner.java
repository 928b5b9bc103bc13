package org.samokasa.sim.script;

import java.time.Duration;
import java.util.List;

/** Plays a scenario: does each step, then looks until the expectation holds or its time is over. Has no clock. */
public final class ScenarioRunner {
    /** How long an expectation may take to come true. */
    public static final Duration USUAL_BOUND = Duration.ofSeconds(10);
    /** Pause between two looks. */
    static final Duration LOOK = Duration.ofMillis(50);

    private final Stage stage;
    private final Duration bound;

    public ScenarioRunner(Stage stage) {
        this(stage, USUAL_BOUND);
    }

    public ScenarioRunner(Stage stage, Duration bound) {
        this.stage = stage;
        this.bound = bound;
    }

    /** @throws ScriptException naming the line, the step and what was seen instead */
    public void run(Scenario scenario) {
        scenario.steps().forEach(this::run);
    }

    private void run(Step step) {
        try {
            if (step.verb() == Verb.WAIT) {
                stage.waitFor(step.time());
            } else {
                stage.perform(step);
            }
        } catch (ScriptException e) {
            throw new ScriptException("line " + step.line() + ": " + step + ": " + e.getMessage());
        }
        if (!step.expects().isNothing()) {
            await(step);
        }
    }

    private void await(Step step) {
        List<String> wrong = step.expects().check(stage.observe());
        Duration waited = Duration.ZERO;
        while (!wrong.isEmpty() && waited.compareTo(bound) < 0) {
            stage.waitFor(LOOK);
            waited = waited.plus(LOOK);
            wrong = step.expects().check(stage.observe());
        }
        if (!wrong.isEmpty()) {
            throw new ScriptException("line " + step.line() + ": after '" + step + "': " + String.join("; ", wrong));
        }
    }
}
