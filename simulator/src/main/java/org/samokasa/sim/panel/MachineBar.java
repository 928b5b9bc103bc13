package org.samokasa.sim.panel;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** The heading: which machines there are, whether they are plugged in, and what the last step led to. */
final class MachineBar extends JPanel {
    private final Map<String, JLabel> machines = new LinkedHashMap<>();
    private final JLabel last = new JLabel(" ");

    MachineBar(List<PanelState.Machine> shown) {
        super(new MigLayout("insets 2 4 2 4, fill", "[][grow][]"));
        setOpaque(false);
        JLabel title = new JLabel("Samokasa simulator");
        title.putClientProperty(FlatClientProperties.STYLE, "font: bold +6");
        add(title);
        last.putClientProperty(FlatClientProperties.STYLE, "font: bold");
        add(last, "gapleft 24, growx, wmin 0");
        JPanel chips = new JPanel(new MigLayout("insets 0, gapx 18"));
        chips.setOpaque(false);
        for (PanelState.Machine machine : shown) {
            JLabel chip = new JLabel(machine.name());
            chip.setIconTextGap(6);
            machines.put(machine.name(), chip);
            chips.add(chip);
        }
        add(chips);
    }

    void show(PanelState state) {
        for (PanelState.Machine machine : state.machines()) {
            JLabel chip = machines.get(machine.name());
            String lamps = machine.facts().containsKey("lamps")
                    ? ": " + machine.facts().get("lamps")
                    : "";
            chip.setText(machine.name() + (machine.plugged() ? lamps : " (unplugged)"));
            chip.setToolTipText(machine.address());
            chip.setIcon(new Dot(UIManager.getColor(machine.plugged() ? PanelTheme.GOOD : PanelTheme.BAD)));
        }
    }

    /** The last step and, when it could not be done, why. */
    void told(String step, String error) {
        last.setText(error.isEmpty() ? "✓ " + step : "✗ " + step + ": " + error);
        last.setForeground(UIManager.getColor(error.isEmpty() ? PanelTheme.GOOD : PanelTheme.BAD));
    }

    private record Dot(Color colour) implements Icon {
        @Override
        public void paintIcon(Component on, Graphics graphics, int x, int y) {
            Graphics2D smooth = (Graphics2D) graphics.create();
            smooth.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            smooth.setColor(colour);
            smooth.fillOval(x, y, getIconWidth(), getIconHeight());
            smooth.dispose();
        }

        @Override
        public int getIconWidth() {
            return 10;
        }

        @Override
        public int getIconHeight() {
            return 10;
        }
    }
}
