package org.samokasa.sim.app.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samokasa.sim.script.ScriptException;

/** The processes of the sample shop: simulator, hub and one lane. */
public final class Shop implements AutoCloseable {
    /**
     * Where the simulator's window goes, in pixels.
     *
     * @param width zero for all to the right of its left edge
     * @param percent how large it draws
     */
    public record Panel(int left, int width, int percent) {
        /** FlatLaf's own switches (its guide, section system properties). */
        private List<String> drawnSmaller() {
            return percent >= 100
                    ? List.of()
                    : List.of("-Dflatlaf.uiScale=" + percent + "%", "-Dflatlaf.uiScale.allowScaleDown=true");
        }
    }

    private static final String KIOSK = "org.samokasa.kiosk.app.";

    private final DemoFiles files;
    private final List<String> kiosk;
    private final List<String> laneJava;
    private final List<String> laneArguments;
    private final ChildProcess simulator;
    private final LineDoor machines;
    private final LineDoor laneDoor;
    private ChildProcess hub;
    private ChildProcess lane;

    /** The same with a lane that is started like any other process. */
    public Shop(DemoFiles files, String kioskClassPath, String locale, Optional<Panel> panel, Optional<String> window)
            throws IOException {
        this(files, kioskClassPath, Optional.empty(), locale, panel, window);
    }

    /**
     * Opens the shop; what was started is ended again when something does not start.
     *
     * @param laneJvm Java's argument file for the lane, as the launcher wrote it; empty starts it like any other process
     * @param panel where the simulator's control panel goes, empty for no panel
     * @param window window part of the lane's configuration; empty runs the lane without a screen
     */
    public Shop(
            DemoFiles files,
            String kioskClassPath,
            Optional<String> laneJvm,
            String locale,
            Optional<Panel> panel,
            Optional<String> window)
            throws IOException {
        this.files = files;
        this.kiosk = ChildProcess.usual(kioskClassPath);
        this.laneJava = laneJvm.map(file -> List.of("@" + file)).orElse(kiosk);
        this.laneArguments = new ArrayList<>(List.of(
                KIOSK + "lane.LaneMain",
                "--config",
                files.lane(locale, window.orElse("")).toString()));
        if (window.isEmpty()) {
            laneArguments.add("--no-screen");
        }
        importGoods();
        simulator = startSimulator(panel);
        machines = new LineDoor("the simulator", controlPort(simulator.ready()));
        laneDoor = new LineDoor("the lane", files.automationPort());
        try {
            hub = startHub();
            lane = startLane();
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private void importGoods() throws IOException {
        List<String> command = List.of(
                KIOSK + "cli.SamokasaCommand",
                "catalogue",
                "import",
                files.goods().toString(),
                "--data",
                files.laneData().toString());
        ChildProcess.java("catalogue", kiosk, "{\"imported\"", files.log("catalogue"), command)
                .awaitEnd();
    }

    private ChildProcess startSimulator(Optional<Panel> panel) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "org.samokasa.sim.app.SimulatorMain",
                "--config",
                files.simulator(panel.isPresent()).toString(),
                "--control",
                "0"));
        panel.ifPresent(where -> command.addAll(List.of(
                "--panel",
                "--panel-left",
                String.valueOf(where.left()),
                "--panel-width",
                String.valueOf(where.width()))));
        List<String> java = new ArrayList<>(ChildProcess.usual(System.getProperty("java.class.path")));
        panel.ifPresent(where -> java.addAll(0, where.drawnSmaller()));
        return ChildProcess.java("simulator", java, "{\"control\"", files.log("simulator"), command);
    }

    private static int controlPort(Map<String, Object> ready) {
        String address = String.valueOf(ready.get("control"));
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private ChildProcess startHub() throws IOException {
        List<String> command =
                List.of(KIOSK + "hub.HubMain", "--config", files.hub().toString());
        return ChildProcess.java("hub", kiosk, "{\"ready\"", files.log("hub"), command);
    }

    private ChildProcess startLane() throws IOException {
        return ChildProcess.java("lane", laneJava, "{\"ready\"", files.log("lane"), laneArguments);
    }

    public LineDoor machines() {
        return machines;
    }

    public LineDoor lane() {
        return laneDoor;
    }

    /** Address of the attendants' page, with the token that opens it. */
    public String console() {
        return String.valueOf(hub.ready().get("console"));
    }

    public void cut(String process) {
        switch (process) {
            case "lane" -> lane.kill();
            case "hub" -> hub.kill();
            case "terminal" -> machines.order("card vanish");
            default -> throw new ScriptException("no power to cut at '" + process + "'");
        }
    }

    public void restart(String process) {
        try {
            if (process.equals("lane")) {
                lane.kill();
                lane = startLane();
            } else {
                hub.kill();
                hub = startHub();
            }
        } catch (IOException failed) {
            throw new ScriptException(process + " did not come back: " + failed.getMessage());
        }
    }

    /** Returns when the shopper's window was closed. */
    void awaitLaneEnd() {
        lane.awaitEnd();
    }

    void writePaper(Path png) {
        machines.order("paper " + png);
    }

    @Override
    public void close() {
        for (ChildProcess process : new ChildProcess[] {lane, hub, simulator}) {
            if (process != null) {
                process.close();
            }
        }
    }
}
