package org.samokasa.sim.app.demo;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.samokasa.sim.script.Scenario;
import org.samokasa.sim.script.ScenarioRunner;

/**
 * The sample shop as processes of its own: machines, store hub and a lane without a screen. Needs {@code kiosk-app} on the
 * class path.
 */
public final class SimulatedShop implements AutoCloseable {
    private static final String ATTENDANT = "Anna";
    private static final int MACHINES = 6;
    private static final Duration LOOK = Duration.ofMillis(50);
    /** A minute: for a loaded machine. */
    private static final int LOOKS_MAX = 1_200;

    private final Path folder;
    private final Shop shop;
    private final LiveStage stage;

    /**
     * Opens the shop.
     *
     * @param folder emptied first; keeps the processes' files and logs
     * @throws IOException when a process does not start
     */
    public SimulatedShop(Path folder) throws IOException {
        this.folder = folder;
        String classPath = System.getProperty("java.class.path");
        shop = new Shop(new DemoFiles(folder), classPath, "en", Optional.empty(), Optional.empty());
        InterfacePage attendant = new InterfacePage(shop.console(), ATTENDANT);
        stage = new LiveStage(shop, attendant, folder, Writer.nullWriter());
        awaitMachines();
    }

    /** A scan before the reader is connected would be lost, as in any shop. */
    private void awaitMachines() throws IOException {
        for (int look = 0; look < LOOKS_MAX; look++) {
            Map<?, ?> machines = (Map<?, ?>) lane().get("machines");
            if (machines.size() == MACHINES && machines.values().stream().allMatch("UP"::equals)) {
                return;
            }
            stage.waitFor(LOOK);
        }
        Object found = lane().get("machines");
        close();
        throw new IOException("the lane did not find all its machines: " + found);
    }

    /**
     * Plays a scenario: each line is done, then its expectation awaited. Having no screen, the lane is told what a touch
     * would tell ({@code tell pay}).
     *
     * @throws org.samokasa.sim.script.ScriptException naming the line, the step and what was seen instead
     */
    public void play(String scenario) {
        new ScenarioRunner(stage).run(Scenario.parse(scenario));
    }

    /** The lane in words and numbers, as docs/operating.md lists them. */
    public Map<String, Object> lane() {
        return shop.lane().object("view");
    }

    /** Address of the attendants' page, with the token that opens it. */
    public String console() {
        return shop.console();
    }

    /** Where the processes keep their files and logs. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        shop.close();
    }
}
