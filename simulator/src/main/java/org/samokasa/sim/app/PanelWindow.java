package org.samokasa.sim.app;

import java.awt.Dimension;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.samokasa.sim.panel.PanelState;
import org.samokasa.sim.panel.PanelTheme;
import org.samokasa.sim.panel.SimulatorPanel;
import org.samokasa.sim.script.ScriptException;
import org.samokasa.sim.shelf.Shelf;

/** The panel in a window: a worker thread talks to the machines, the event thread only shows. */
final class PanelWindow {
    private static final long REFRESH_MILLIS = 200;
    /** Left free for the bar of the desktop. */
    private static final int DESKTOP_BAR = 60;

    private final Simulator simulator;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "panel");
        thread.setDaemon(true);
        return thread;
    });
    private final SimulatorPanel panel;

    private PanelWindow(Simulator simulator, Shelf shelf) {
        this.simulator = simulator;
        panel = new SimulatorPanel(shelf, simulator.state(), this::send, ZoneId.systemDefault());
    }

    /** Shows the window; closing it ends the simulator. */
    static void open(Simulator simulator, Shelf shelf, Optional<Integer> left) {
        SwingUtilities.invokeLater(() -> {
            PanelTheme.install();
            PanelWindow window = new PanelWindow(simulator, shelf);
            JFrame frame = new JFrame("Samokasa simulator");
            frame.setDefaultCloseOperation(JFrame.EXIT_ON_CLOSE);
            frame.setContentPane(window.panel);
            frame.setMinimumSize(new Dimension(1_100, 760));
            frame.setSize(1_280, 900);
            left.ifPresentOrElse(x -> besideTheKiosk(frame, x), () -> frame.setLocationByPlatform(true));
            frame.setVisible(true);
            window.worker.scheduleWithFixedDelay(
                    window::refresh, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
        });
    }

    /** Takes the rest of the screen to the right of another window. */
    private static void besideTheKiosk(JFrame frame, int left) {
        Dimension screen = frame.getToolkit().getScreenSize();
        int width = Math.max(frame.getMinimumSize().width, screen.width - left);
        int height = Math.max(frame.getMinimumSize().height, Math.min(screen.height - DESKTOP_BAR, 1_000));
        frame.setBounds(Math.max(0, Math.min(left, screen.width - width)), 0, width, height);
    }

    private void send(String step) {
        worker.execute(() -> {
            String error = "";
            try {
                simulator.perform(step);
            } catch (ScriptException | IllegalStateException e) {
                error = String.valueOf(e.getMessage());
            }
            String why = error;
            SwingUtilities.invokeLater(() -> panel.told(step, why));
        });
    }

    private void refresh() {
        try {
            PanelState state = simulator.state();
            SwingUtilities.invokeLater(() -> panel.show(state));
        } catch (ScriptException e) {
            // One machine did not answer in time; the next refresh asks again. Thrown on, it would end the refreshing.
            SwingUtilities.invokeLater(() -> panel.told("refresh", e.getMessage()));
        }
    }
}
