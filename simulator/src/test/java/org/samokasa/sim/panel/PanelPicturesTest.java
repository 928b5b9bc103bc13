package org.samokasa.sim.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
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
                        new WireLine(NOW, "scanner", false, Bytes.ascii("]E05900512110103\r")),
                        new WireLine(NOW.plusMillis(12), "produce-scale", true, Bytes.ascii("W")),
                        new WireLine(NOW.plusMillis(72), "produce-scale", false, Bytes.hex("02 30 30 2E 37 38 35 0D")),
                        new WireLine(NOW.plusMillis(90), "printer", true, Bytes.hex("10 04 01")),
                        new WireLine(NOW.plusMillis(95), "printer", false, Bytes.hex("12")),
                        new WireLine(
                                NOW.plusMillis(400),
                                "terminal",
                                true,
                                Bytes.hex("06 01 0B 04 00 00 00 00 14 48 49 09 85 19 40")),
                        new WireLine(NOW.plusMillis(410), "terminal", false, Bytes.hex("80 00 00")),
                        new WireLine(NOW.plusMillis(600), "printer", true, Bytes.copyOf(new byte[512]))));
    }

    private SimulatorPanel panel() {
        SimulatorPanel panel = new SimulatorPanel(SHELF, state(), steps::add, ZoneOffset.UTC);
        panel.told("bag 1030 g", "");
        return panel;
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
        // Scanning a text needs a text first.
        assertThat(silent).containsExactly("Scan text");
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
    void bytes_are_shown_as_hex_and_text_and_long_ones_are_cut() {
        assertThat(WireView.hex(Bytes.hex("02 41 0D"))).isEqualTo("02 41 0D");
        assertThat(WireView.text(Bytes.hex("02 41 0D"))).isEqualTo("·A·");
        assertThat(WireView.hex(Bytes.copyOf(new byte[100]))).endsWith(".. (100)");
    }
}
