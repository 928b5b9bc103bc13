package org.samokasa.sim.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.sim.panel.PanelState;
import org.samokasa.sim.script.ScriptException;

@Timeout(60)
class ScenarioDeskTest {
    @TempDir
    Path folder;

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private ScenarioDesk desk;

    @BeforeEach
    void open() {
        desk = new ScenarioDesk(
                new ScenarioFolder(folder.resolve("scenarios")),
                InstantSource.system(),
                step -> {
                    if (step.contains("nobody")) {
                        throw new ScriptException("no machine 'nobody'");
                    }
                    done.add(step);
                },
                (what, error) -> told.add(error.isEmpty() ? what : what + ": " + error));
    }

    private String untilPlayed() throws InterruptedException {
        List<String> all = new ArrayList<>();
        while (all.isEmpty() || !all.get(all.size() - 1).startsWith("played")) {
            all.add(told.poll(30, TimeUnit.SECONDS));
        }
        return all.get(all.size() - 1);
    }

    @Test
    void what_was_recorded_is_listed_and_played_again() throws Exception {
        desk.did("scan before");
        desk.record();
        desk.did("scan 5900512110103");
        desk.did("bag 1030 g");
        assertThat(desk.state()).isEqualTo(new PanelState.Scenarios(List.of(), true, 2, ""));
        desk.save("milk");
        assertThat(desk.state()).isEqualTo(new PanelState.Scenarios(List.of("milk"), false, 0, ""));
        desk.play("milk");
        assertThat(untilPlayed()).isEqualTo("played milk");
        assertThat(done).containsExactly("scan 5900512110103", "bag 1030 g");
        assertThat(desk.state().playing()).isEmpty();
    }

    @Test
    void a_waiting_scenario_is_stopped_and_a_second_one_must_wait() throws Exception {
        Path file = Files.writeString(folder.resolve("long.txt"), "scan A\nwait 500 min\nscan B\n");
        desk.play("long", file);
        assertThat(desk.state().playing()).isEqualTo("long");
        assertThatThrownBy(() -> desk.play("long", file)).hasMessage("long is playing: stop it first");
        desk.stop();
        assertThat(untilPlayed()).contains("stopped");
        assertThat(done).doesNotContain("scan B");
    }

    @Test
    void a_step_that_cannot_be_done_ends_the_scenario_with_its_line() throws Exception {
        Path file = Files.writeString(folder.resolve("wrong.txt"), "# comment\nscan A\nempty nobody\nscan B\n");
        desk.play("wrong", file);
        assertThat(untilPlayed()).isEqualTo("played wrong: line 3: empty nobody: no machine 'nobody'");
        assertThat(done).containsExactly("scan A");
    }

    @Test
    void what_cannot_be_read_or_needs_a_lane_is_refused_at_once() throws Exception {
        Path people = Files.writeString(folder.resolve("people.txt"), "scan A\ntouch pay\nattendant accept\n");
        assertThatThrownBy(() -> desk.play("people", people))
                .hasMessage("machines alone cannot do line 2 (touch pay), line 3 (attendant accept); demo --trip can");
        Path wrong = Files.writeString(folder.resolve("typo.txt"), "scann A\n");
        assertThatThrownBy(() -> desk.play("typo", wrong))
                .hasMessageContaining("line 1")
                .hasMessageContaining("scan");
        assertThatThrownBy(() -> desk.play("none")).hasMessageContaining("none.txt cannot be read");
        assertThat(desk.state().playing()).isEmpty();
    }

    @Test
    void a_recording_needs_a_beginning_a_step_and_a_name_that_stays_in_the_folder() {
        assertThatThrownBy(() -> desk.save("x")).hasMessageContaining("press Record first");
        desk.record();
        assertThatThrownBy(() -> desk.save("x")).hasMessageContaining("nothing was done");
        desk.did("scan A");
        for (String name : List.of("", "../x", "a/b", ".hidden")) {
            assertThatThrownBy(() -> desk.save(name)).hasMessageContaining("a scenario's name");
        }
        assertThat(desk.state().recording()).isTrue();
    }
}
