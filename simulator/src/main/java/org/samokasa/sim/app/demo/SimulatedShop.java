package org.samokasa.sim.app.demo;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
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
