package org.samokasa.sim.panel;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;
import org.samokasa.sim.device.printer.PaperPiece;
import org.samokasa.sim.paper.PaperPicture;

/** The receipt printer: its roll, live, and its troubles. */
final class PrinterView extends JPanel {
    private static final int COLUMNS = 48;

    private final JLabel state = new JLabel(" ");
    private final Roll roll = new Roll();
    private List<PaperPiece> shown = List.of();

    PrinterView(String name, Consumer<String> steps) {
        super(new MigLayout(
                "insets 12, fill, wrap 3", "[grow,fill,sg][grow,fill,sg][grow,fill,sg]", "[][grow,fill][][]"));
        putClientProperty(FlatClientProperties.STYLE, "arc: 18; background: $Card.background");
        add(PanelTheme.title("Printer"), "span 3, split 2, growx");
        state.putClientProperty(FlatClientProperties.STYLE, "font: bold");
        add(state, "growx 0");
        JScrollPane scroll = new JScrollPane(roll);
        scroll.getVerticalScrollBar().setUnitIncrement(24);
        roll.setFocusable(true);
        add(scroll, "span 3, hmin 100");
        add(PanelTheme.button("Paper out", () -> steps.accept("fault " + name + " paper-out")));
        add(PanelTheme.button("Paper low", () -> steps.accept("fault " + name + " paper-low")));
        add(PanelTheme.button("Open cover", () -> steps.accept("fault " + name + " cover-open")));
        add(PanelTheme.button("Jam cutter", () -> steps.accept("fault " + name + " jammed")));
        add(PanelTheme.button("Tear off", () -> steps.accept("empty " + name)));
        add(PanelTheme.primary("Mend", () -> steps.accept("heal " + name)));
    }

    void show(PanelState.Machine machine) {
        String words = machine.facts().getOrDefault("state", "-");
        state.setText(words);
        state.setForeground(UIManager.getColor(words.equals("ready") ? PanelTheme.GOOD : PanelTheme.BAD));
        if (!machine.paper().equals(shown)) {
            shown = machine.paper();
            roll.show(new PaperPicture(COLUMNS).draw(shown));
        }
    }

    /** The paper, as wide as there is room; its newest end in view. */
    private static final class Roll extends JComponent implements javax.swing.Scrollable {
        private BufferedImage image = new PaperPicture(COLUMNS).draw(List.of());

        void show(BufferedImage newImage) {
            image = newImage;
            revalidate();
            repaint();
            javax.swing.SwingUtilities.invokeLater(
                    () -> scrollRectToVisible(new Rectangle(0, Math.max(0, getHeight() - 1), 1, 1)));
        }

        private int height(int width) {
            return image.getHeight() * width / image.getWidth();
        }

        @Override
        public Dimension getPreferredSize() {
            int width = getParent() == null || getParent().getWidth() == 0
                    ? image.getWidth() / 2
                    : getParent().getWidth();
            return new Dimension(width, height(width));
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            Graphics2D scaled = (Graphics2D) graphics.create();
            scaled.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            scaled.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            scaled.drawImage(image, 0, 0, getWidth(), height(getWidth()), null);
            scaled.dispose();
        }

        @Override
        public Dimension getPreferredScrollableViewportSize() {
            return new Dimension(image.getWidth() / 2, 200);
        }

        @Override
        public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
            return 24;
        }

        @Override
        public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
            return visible.height;
        }

        @Override
        public boolean getScrollableTracksViewportWidth() {
            return true;
        }

        @Override
        public boolean getScrollableTracksViewportHeight() {
            return false;
        }
    }
}
