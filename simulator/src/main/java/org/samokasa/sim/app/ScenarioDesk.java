package org.samokasa.sim.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.samokasa.sim.panel.PanelState;
import org.samokasa.sim.script.Observation;
import org.samokasa.sim.script.Scenario;
import org.samokasa.sim.script.ScenarioRecorder;
import org.samokasa.sim.script.ScenarioRunner;
import org.samokasa.sim.script.ScriptException;
import org.samokasa.sim.script.Stage;
import org.samokasa.sim.script.Step;

/** Records what is done at the panel and plays scenarios, one at a time, on a thread of its own. For all threads. */
final class ScenarioDesk {
    private final ScenarioFolder folder;
    private final InstantSource clock;
    private final Consumer<String> machines;
    private final BiConsumer<String, String> told;
    private Optional<ScenarioRecorder> recorder = Optional.empty();
    private Optional<Play> playing = Optional.empty();

    /**
     * @param machines does a step, or throws {@link ScriptException}
     * @param told hears each step that was played, and what went wrong or nothing
     */
    ScenarioDesk(
            ScenarioFolder folder, InstantSource clock, Consumer<String> machines, BiConsumer<String, String> told) {
        this.folder = folder;
        this.clock = clock;
        this.machines = machines;
        this.told = told;
    }

    /** A person did a step. */
    synchronized void did(String step) {
        recorder.ifPresent(to -> to.did(step, clock.instant()));
    }

    /** Starts anew; what was recorded and not saved is gone. */
    synchronized void record() {
        recorder = Optional.of(new ScenarioRecorder());
    }

    /** Ends the recording and keeps it under this name. */
    synchronized void save(String name) {
        ScenarioRecorder recorded =
                recorder.orElseThrow(() -> new ScriptException("nothing was recorded: press Record first"));
        if (recorded.steps() == 0) {
            throw new ScriptException("nothing was done since Record");
        }
        folder.save(name, recorded.text());
        recorder = Optional.empty();
    }

    /** @throws ScriptException when one is playing already, or this one cannot be played */
    void play(String name) {
        play(name, folder.file(name));
    }

    /** Plays a file from anywhere. */
    synchronized void play(String name, Path file) {
        if (playing.isPresent()) {
            throw new ScriptException(playing.get().name + " is playing: stop it first");
        }
        Play next = new Play(name, ScenarioFolder.read(file));
        playing = Optional.of(next);
        Thread thread = new Thread(next, "scenario " + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Harmless when nothing plays. */
    synchronized void stop() {
        playing.ifPresent(play -> play.stopped.countDown());
    }

    private synchronized void ended() {
        playing = Optional.empty();
    }

    synchronized PanelState.Scenarios state() {
        return new PanelState.Scenarios(
                folder.names(),
                recorder.isPresent(),
                recorder.map(ScenarioRecorder::steps).orElse(0),
                playing.map(play -> play.name).orElse(""));
    }

    private final class Play implements Runnable, Stage {
        private final String name;
        private final Scenario scenario;
        private final CountDownLatch stopped = new CountDownLatch(1);

        Play(String name, Scenario scenario) {
            this.name = name;
            this.scenario = scenario;
        }

        @Override
        public void run() {
            String error = "";
            try {
                new ScenarioRunner(this).run(scenario);
            } catch (ScriptException e) {
                error = e.getMessage();
            } finally {
                ended();
            }
            told.accept("played " + name, error);
        }

        @Override
        public void perform(Step step) {
            if (stopped.getCount() == 0) {
                throw new ScriptException("stopped");
            }
            machines.accept(step.toString());
            told.accept(step.toString(), "");
        }

        /** There is no lane to look at. */
        @Override
        public Observation observe() {
            throw new ScriptException("only a lane can be looked at");
        }

        @Override
        public void waitFor(Duration time) {
            try {
                if (stopped.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new ScriptException("stopped");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ScriptException("interrupted");
            }
        }
    }
}
