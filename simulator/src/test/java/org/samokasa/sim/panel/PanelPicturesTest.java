package org.samokasa.sim.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.AWTKeyStroke;
import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.KeyboardFocusManager;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.escpos.EscPosEncoder;
import org.samokasa.protocol.escpos.EscPosProfile;
import org.samokasa.protocol.escpos.PrintPiece;
import org.samokasa.sim.device.printer.PaperPiece;
import org.samokasa.sim.device.printer.PrinterMachine;
import org.samokasa.sim.panel.PanelState.Machine;
import org.samokasa.sim.panel.PanelState.WireLine;
import org.samokasa.sim.script.Scenario;
import org.samokasa.sim.shelf.Product;
import org.samokasa.sim.shelf.Shelf;

/** Draws the panel without a display into target/panel.png, and presses every button. */
class PanelPicturesTest {
    private static final Instant NOW = Instant.parse("2030-01-01T09:00:00.125Z");

    private static final Shelf SHELF = new Shelf(List.of(
            new Product("5900512110103", "Mleko 2 % 1 l", 1_030),
            new Product("5901234123457", "Chleb żytni 500 g", 500),
            new Product("4006381333931", "Textmarker gelb", 14),
            new Product("50187416", "Chocolate bar", 52),
            new Product("]d20105012345678900" + "17301231", "Joghurt mit Datum", 180),
            new Product("8594003849626", "Minerální voda 1,5 l", 1_560),
            new Product("4607001771234", "Хлеб бородинский", 400)));

    private final List<String> steps = new ArrayList<>();
    private final List<String> scenarios = new ArrayList<>();

    @BeforeAll
    static void theme() throws Exception {
        SwingUtilities.invokeAndWait(PanelTheme::install);
    }

    private static List<PaperPiece> receipt() {
        PrinterMachine printer = new PrinterMachine("printer", 48);
        printer.receive(
                new EscPosEncoder(EscPosProfile.EPSON_80_MM)
                        .encode(List.of(
                                new PrintPiece.Text("SKLEP POD LIPĄ", PrintPiece.Align.CENTRE, true, true, true),
                                new PrintPiece.Text("ul. Długa 4, Łódź", PrintPiece.Align.CENTRE, false, false, false),
                                new PrintPiece.Rule(),
                                new PrintPiece.Columns("Mleko 2 % 1 l", "3,49", false),
                                new PrintPiece.Columns("Chleb żytni 500 g", "6,29", false),
                                new PrintPiece.Columns("Banany 0,785 kg x 5,99/kg", "4,70", false),
                                new PrintPiece.Rule(),
                                new PrintPiece.Columns("RAZEM PLN", "14,48", true),
                                new PrintPiece.Feed(1),
                                new PrintPiece.Qr("https://example.org/r/000123"),
                                new PrintPiece.Text("Dziękujemy!", PrintPiece.Align.CENTRE, false, true, false),
                                new PrintPiece.Cut())),
                NOW);
        Optional<Instant> due = printer.nextDue();
        while (due.isPresent()) {
            printer.poll(due.get());
            due = printer.nextDue();
        }
        return printer.paper();
    }

    private static PanelState state() {
        return new PanelState(
                List.of(
                        new Machine(
                                "scanner", "scanner", "serial:/tmp/scanner", true, Map.of("reading", "on"), List.of()),
                        new Machine(
                                "produce-scale",
                                "scale",
                                "serial:/tmp/produce-scale",
                                true,
                                Map.of("display", "0.785 kg", "load", "785 g"),
                                List.of()),
                        new Machine(
                                "bagging-scale",
                                "scale",
                                "serial:/tmp/bagging-scale",
                                false,
                                Map.of("display", "1.530 kg ~", "load", "1530 g"),
                                List.of()),
                        new Machine(
                                "terminal",
                                "zvt-terminal",
                                "tcp://127.0.0.1:20007",
                                true,
                                Map.of("display", "14,48 PLN\nPlease insert or hold card"),
                                List.of()),
                        new Machine(
                                "printer",
                                "printer",
                                "tcp://127.0.0.1:9100",
                                true,
                                Map.of("state", "ready"),
                                receipt())),
                List.of(
                        line(0, "scanner", false, "5D 45 30 35 39 30 30 35 31 32 0D", "“]E05900512110103”"),
                        line(12, "produce-scale", true, "57", "request for the weight"),
                        line(72, "produce-scale", false, "02 30 30 2E 37 38 35 0D", "weight in grams 785"),
                        line(90, "printer", true, "10 04 01", "real-time status"),
                        line(95, "printer", false, "12", "real-time status 12"),
                        line(400, "terminal", true, "06 01 0B 04 00 00 00 00 14 48 49 09 85 19 40", "Authorization"),
                        line(410, "terminal", false, "80 00 00", "Positive answer"),
                        new WireLine(
                                NOW.plusMillis(600),
                                "bagging-scale",
                                false,
                                Bytes.hex("02 B1 30"),
                                "unreadable: parity is wrong",
                                true,
                                false)),
                new PanelState.Scenarios(List.of("bananas", "printer trouble"), true, 4, "bananas"));
    }

    private static WireLine line(int millis, String machine, boolean fromShop, String hex, String meaning) {
        return new WireLine(NOW.plusMillis(millis), machine, fromShop, Bytes.hex(hex), meaning, true, true);
    }

    private SimulatorPanel panel() {
        SimulatorPanel panel = new SimulatorPanel(SHELF, state(), steps::add, asked(), ZoneOffset.UTC);
        panel.told("bag 1030 g", "");
        return panel;
    }

    private ScenarioActions asked() {
        return new ScenarioActions() {
            @Override
            public void record() {
                scenarios.add("record");
            }

            @Override
            public void save(String name) {
                scenarios.add("save " + name);
            }

            @Override
            public void play(String name) {
                scenarios.add("play " + name);
            }

            @Override
            public void stop() {
                scenarios.add("stop");
            }

            @Override
            public void open() {
                scenarios.add("open");
            }
        };
    }

    private static void layOut(Component component) {
        component.doLayout();
        if (component instanceof Container container) {
            for (Component child : container.getComponents()) {
                layOut(child);
            }
        }
    }

    @Test
    void the_panel_is_drawn_without_a_display() throws Exception {
        BufferedImage image = new BufferedImage(1_280, 900, BufferedImage.TYPE_INT_RGB);
        SwingUtilities.invokeAndWait(() -> {
            SimulatorPanel panel = panel();
            panel.setSize(image.getWidth(), image.getHeight());
            layOut(panel);
            layOut(panel);
            Graphics2D graphics = image.createGraphics();
            panel.printAll(graphics);
            graphics.dispose();
        });
        Path file = Files.createDirectories(Path.of("target")).resolve("panel.png");
        ImageIO.write(image, "png", file.toFile());
        assertThat(file).isNotEmptyFile();
        long colours = java.util.stream.IntStream.range(0, 900 * 1_280)
                .map(i -> image.getRGB(i % 1_280, i / 1_280))
                .distinct()
                .count();
        assertThat(colours).as("a panel that drew nothing has one colour").isGreaterThan(100);
    }

    @Test
    void every_button_sends_a_step_that_the_language_knows() throws Exception {
        List<String> silent = new ArrayList<>();
        SwingUtilities.invokeAndWait(() -> {
            for (AbstractButton button : labelled(panel(), new ArrayList<>())) {
                int before = steps.size();
                button.doClick(0);
                if (steps.size() == before) {
                    silent.add(button.getText());
                }
            }
        });
        assertThat(steps).hasSizeGreaterThan(35).allSatisfy(line -> Scenario.step(1, line));
        // Scenarios are asked for by themselves, and scanning a text needs a text first. While one plays, none can be
        // started.
        assertThat(silent).containsExactly("Play", "Stop", "Open …", "Record", "Save", "Scan text");
        assertThat(scenarios).containsExactly("stop", "open", "record", "save ");
        assertThat(steps)
                .contains("scan 5900512110103", "bag 1030 g", "put produce-scale 785 g", "card approve")
                .contains("fault printer paper-out", "heal printer", "unplug scanner");
    }

    private static List<AbstractButton> labelled(Container in, List<AbstractButton> found) {
        for (Component child : in.getComponents()) {
            if (child instanceof AbstractButton button
                    && button.getText() != null
                    && !button.getText().isBlank()) {
                found.add(button);
            } else if (child instanceof Container container) {
                labelled(container, found);
            }
        }
        return found;
    }

    @Test
    void a_saved_scenario_is_played_when_none_is_playing() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            SimulatorPanel panel = panel();
            PanelState idle = new PanelState(
                    state().machines(), List.of(), new PanelState.Scenarios(List.of("a", "b"), false, 0, ""));
            panel.show(idle);
            for (AbstractButton button : labelled(panel, new ArrayList<>())) {
                if (List.of("Play", "Save", "Stop").contains(button.getText())) {
                    button.doClick(0);
                }
            }
        });
        assertThat(scenarios).containsExactly("play a");
    }

    @Test
    void every_card_has_a_key_and_everything_is_reached_by_tab() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            SimulatorPanel panel = panel();
            for (int key = 1; key <= 8; key++) {
                assertThat(panel.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).get(KeyStroke.getKeyStroke("F" + key)))
                        .as("F%d", key)
                        .isEqualTo("F" + key);
            }
            List<Component> all = CardKeys.keyed(panel, new ArrayList<>());
            assertThat(all).hasSizeGreaterThan(50).allMatch(Component::isFocusable);
            for (Component each : all) {
                assertThat(each.getFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS))
                        .as(each.toString())
                        .contains(AWTKeyStroke.getAWTKeyStroke("TAB"));
            }
        });
    }

    @Test
    void enter_presses_a_button_as_the_blank_key_does() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            for (AbstractButton button : labelled(panel(), new ArrayList<>())) {
                assertThat(button.getInputMap().get(KeyStroke.getKeyStroke("ENTER")))
                        .as(button.getText())
                        .isEqualTo("pressed");
            }
        });
    }

    @Test
    void bytes_are_shown_as_hex_and_long_ones_are_cut() {
        assertThat(WireView.hex(Bytes.hex("02 41 0D"))).isEqualTo("02 41 0D");
        assertThat(WireView.hex(Bytes.copyOf(new byte[100]))).endsWith(".. (100)");
    }
}
