package org.samokasa.bench;

import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Component;
import java.awt.Container;
import java.awt.Toolkit;
import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;
import org.samokasa.kiosk.app.lane.LaneMain;
import org.samokasa.protocol.scannertext.ScannerTextSettings;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.scanner.ScannerMachine;
import org.samokasa.sim.device.scanner.ScannerOperator;
import org.samokasa.sim.script.Scenario;
import org.samokasa.sim.transport.Port;
import org.samokasa.sim.transport.PortAddress;
import org.samokasa.sim.transport.WireTap;

/**
 * P3: from the last byte on the scanner's wire (a pseudo-terminal) to the painted line, with 100,000 goods and every fact
 * forced to disk in between; against one frame at 60 Hz and against a bare FlatLaf label. Needs a display.
 */
final class ScanToPaintBench {
    private static final double FRAME_MILLIS = 1000.0 / 60;
    private static final int SCANS = 300;
    private static final int WARM_UP = 300;
    private static final int BASKET = 10;

    private ScanToPaintBench() {}

    static List<Figure> run(Path folder) throws Exception {
        Path link = folder.toAbsolutePath().resolve("scanner");
        ScannerMachine machine = new ScannerMachine("scanner", ScannerTextSettings.USUAL, true);
        MachineUnit unit = MachineUnit.of("scanner", machine, new ScannerOperator(machine, text -> text));
        Painting painting = new Painting();
        try (Port port = Port.open(
                unit.machine(), PortAddress.parse("pty:" + link, folder), InstantSource.system(), WireTap.NONE)) {
            int door = ProcessBench.freePort();
            Path config = ProcessBench.shop(folder, door);
            Files.writeString(
                    config,
                    Files.readString(config)
                            .replace(
                                    "machines { }",
                                    "machines { scanner { driver = serial-text, address = \"serial:" + link
                                            + "\" } }"));
            SwingUtilities.invokeAndWait(() -> RepaintManager.setCurrentManager(painting));
            LaneMain.main(new String[] {"--config", config.toString()});
            while (!ProcessBench.ask(door, "view").contains("\"scanner\":\"UP\"")) {
                Thread.onSpinWait();
            }
            double first = scan(port, unit, painting, 1);
            double[] millis = new double[SCANS];
            for (int scan = 2; scan < SCANS + WARM_UP + 2; scan++) {
                double took = scan(port, unit, painting, scan);
                if (scan >= WARM_UP + 2) {
                    millis[scan - WARM_UP - 2] = took;
                }
                removeOldest(door, scan - BASKET);
            }
            double[] bare = bareLabel(painting);
            return figures(first, millis, bare);
        }
    }

    private static List<Figure> figures(double first, double[] millis, double[] bare) {
        double p50 = Pairs.percentile(millis, 0.5);
        double p99 = Pairs.percentile(millis, 0.99);
        double bareP50 = Pairs.percentile(bare, 0.5);
        return List.of(
                new Figure(
                        "P3",
                        "last wire byte to painted line, p99, against one frame at 60 Hz",
                        p99,
                        "ms",
                        FRAME_MILLIS,
                        p99 / FRAME_MILLIS,
                        Optional.of("<= 1")),
                new Figure(
                        "P3b",
                        "last wire byte to painted line, p50, against a bare label",
                        p50,
                        "ms",
                        bareP50,
                        p50 / bareP50,
                        Optional.of("<= 1.3")),
                new Figure(
                        "P3c",
                        "first scan after start, against one frame at 60 Hz",
                        first,
                        "ms",
                        FRAME_MILLIS,
                        first / FRAME_MILLIS,
                        Optional.empty()));
    }

    private static double scan(Port port, MachineUnit unit, Painting painting, int line) throws Exception {
        var step = Scenario.step(1, "scan " + gtin(line));
        painting.waitFor(() -> painting.showsControl("remove-" + line));
        long[] sent = new long[1];
        port.perform(now -> {
                    unit.perform(step, now);
                    sent[0] = System.nanoTime();
                    return true;
                })
                .get(5, TimeUnit.SECONDS);
        return (painting.painted() - sent[0]) / 1e6;
    }

    /** Keeps a basket of ten; returns when that is painted, so that no scan waits behind a removal nobody measures. */
    private static void removeOldest(int door, int line) throws Exception {
        ProcessBench.ask(door, "tell remove " + line);
        if (line > 0) {
            ProcessBench.awaitLines(door, BASKET);
        }
        // Asking for the buttons shows what the lane has; its paint is queued before what is queued now.
        ProcessBench.ask(door, "buttons");
        SwingUtilities.invokeAndWait(() -> {});
    }

    /** Numbers with a right check digit: 590 and the line. */
    static String gtin(int line) {
        String body = String.format("590%09d", line);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(body.length() - 1 - i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return body + (10 - sum % 10) % 10;
    }

    private static double[] bareLabel(Painting painting) throws Exception {
        JLabel label = new JLabel("0");
        SwingUtilities.invokeAndWait(() -> {
            FlatLightLaf.setup();
            JFrame frame = new JFrame("bare");
            frame.add(label);
            frame.setSize(1080, 1000);
            frame.setVisible(true);
        });
        double[] millis = new double[SCANS];
        for (int round = -WARM_UP; round < SCANS; round++) {
            String text = String.valueOf(round);
            painting.waitFor(() -> label.getText().equals(text));
            long sent = System.nanoTime();
            SwingUtilities.invokeLater(() -> label.setText(text));
            double took = (painting.painted() - sent) / 1e6;
            if (round >= 0) {
                millis[round] = took;
            }
        }
        return millis;
    }

    /** Tells when a paint has ended after which something is there to see. */
    private static final class Painting extends RepaintManager {
        private final SynchronousQueue<Long> painted = new SynchronousQueue<>();
        private volatile BooleanSupplier awaited;

        void waitFor(BooleanSupplier shown) {
            awaited = shown;
        }

        long painted() throws InterruptedException {
            Long when = painted.poll(20, TimeUnit.SECONDS);
            if (when == null) {
                throw new IllegalStateException("nothing was painted");
            }
            return when;
        }

        @Override
        public void paintDirtyRegions() {
            super.paintDirtyRegions();
            // What was handed to the display's server but not drawn yet is not on the glass.
            Toolkit.getDefaultToolkit().sync();
            BooleanSupplier wanted = awaited;
            if (wanted != null && wanted.getAsBoolean()) {
                awaited = null;
                long now = System.nanoTime();
                new Thread(() -> hand(now), "painted").start();
            }
        }

        private void hand(long now) {
            try {
                painted.put(now);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }

        /** On the event thread. */
        boolean showsControl(String name) {
            for (Window window : Window.getWindows()) {
                if (holds(window, name)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean holds(Container container, String name) {
            for (Component component : container.getComponents()) {
                if (name.equals(component.getName()) || component instanceof Container inner && holds(inner, name)) {
                    return true;
                }
            }
            return false;
        }
    }
}
