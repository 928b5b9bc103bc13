package org.samokasa.sim.app;

import java.awt.Dimension;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.samokasa.sim.panel.PanelState;
import org.samokasa.sim.panel.PanelTheme;
import org.samokasa.sim.panel.ScenarioActions;
import org.samokasa.sim.panel.SimulatorPanel;
import org.samokasa.sim.script.ScriptException;

/** The panel in a window: a worker thread talks to the machines, the event thread only shows. */
final class PanelWindow implements ScenarioActions {
    private static final long REFRESH_MILLIS = 200;
    /** Left free for the bar of the desktop. */
    private static final int DESKTOP_BAR = 60;

    private final Simulator simulator;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "panel");
        thread.setDaemon(true);
        return thread;
    });
    private final Path folder;
    private final ScenarioDesk desk;
    private final SimulatorPanel panel;

    private PanelWindow(Simulator simulator, SimulatorConfig config) {
        this.simulator = simulator;
        folder = config.scenarios();
        desk = new ScenarioDesk(new ScenarioFolder(folder), InstantSource.system(), simulator::perform, this::tell);
        PanelState first = simulator.state(desk.state());
        panel = new SimulatorPanel(config.shelf(), first, this::send, this, ZoneId.systemDefault());
    }

    /** Shows the window; closing it ends the simulator. */
    static void open(Simulator simulator, SimulatorConfig config, Optional<Integer> left, int width) {
        SwingUtilities.invokeLater(() -> {
            PanelTheme.install();
            PanelWindow window = new PanelWindow(simulator, config);
            JFrame frame = new JFrame("Samokasa simulator");
            frame.setDefaultCloseOperation(JFrame.EXIT_ON_CLOSE);
            frame.setContentPane(window.panel);
            frame.setMinimumSize(new Dimension(1_020, 760));
            frame.setSize(1_280, 900);
            left.ifPresentOrElse(x -> besideTheKiosk(frame, x, width), () -> frame.setLocationByPlatform(true));
            frame.setVisible(true);
            window.worker.scheduleWithFixedDelay(
                    window::refresh, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
        });
    }

    /** To the right of another window; zero takes the rest of the screen. */
    private static void besideTheKiosk(JFrame frame, int left, int wished) {
        Dimension screen = frame.getToolkit().getScreenSize();
        int width = Math.max(frame.getMinimumSize().width, wished > 0 ? wished : screen.width - left);
        int height = Math.max(frame.getMinimumSize().height, Math.min(screen.height - DESKTOP_BAR, 1_000));
        frame.setBounds(Math.max(0, Math.min(left, screen.width - width)), 0, width, height);
    }

    private void send(String step) {
        later(step, () -> {
            simulator.perform(step);
            desk.did(step);
        });
    }

    /** Works on the worker's thread and tells what came of it. */
    private void later(String what, Runnable work) {
        worker.execute(() -> {
            String error = "";
            try {
                work.run();
            } catch (ScriptException | IllegalStateException e) {
                error = String.valueOf(e.getMessage());
            }
            tell(what, error);
        });
    }

    private void tell(String what, String error) {
        SwingUtilities.invokeLater(() -> panel.told(what, error));
    }

    @Override
    public void record() {
        later("record", desk::record);
    }

    @Override
    public void save(String name) {
        later("save " + name, () -> desk.save(name));
    }

    @Override
    public void play(String name) {
        later("play " + name, () -> desk.play(name));
    }

    @Override
    public void stop() {
        desk.stop();
    }

    @Override
    public void open() {
        JFileChooser chooser = new JFileChooser(folder.toFile());
        chooser.setFileFilter(new FileNameExtensionFilter("Scenarios (*.txt)", "txt"));
        if (chooser.showOpenDialog(panel) == JFileChooser.APPROVE_OPTION) {
            Path file = chooser.getSelectedFile().toPath();
            later(
                    "play " + file.getFileName(),
                    () -> desk.play(file.getFileName().toString(), file));
        }
    }

    private void refresh() {
        try {
            PanelState state = simulator.state(desk.state());
            SwingUtilities.invokeLater(() -> panel.show(state));
        } catch (ScriptException e) {
            // One machine did not answer in time; the next refresh asks again. Thrown on, it would end the refreshing.
            tell("refresh", e.getMessage());
        }
    }
}
