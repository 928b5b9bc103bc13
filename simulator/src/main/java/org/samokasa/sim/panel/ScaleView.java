package org.samokasa.sim.panel;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.function.Consumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import net.miginfocom.swing.MigLayout;

/** One scale: what it shows, and hands that put things on it. */
final class ScaleView extends JPanel {
    /** An apple, a bar of chocolate, a loaf, a litre of milk. */
    private static final int[] USUAL_GRAMS = {20, 100, 250, 500, 1_030};

    private final String name;
    private final JLabel display = PanelTheme.display(30);
    private final JLabel load = PanelTheme.quiet(" ");

    ScaleView(String name, Consumer<String> steps) {
        super(new MigLayout("insets 12, fill, wrap 1", "[grow,fill]", "[]8[]8[]6[]"));
        putClientProperty(FlatClientProperties.STYLE, "arc: 18; background: $Card.background");
        this.name = name;
        add(PanelTheme.title(title(name)), "split 2, growx");
        add(load, "alignx right, growx 0");
        add(display, "h 48!");
        add(quick(steps));
        add(exact(steps));
    }

    /** "produce-scale" to "Produce scale". */
    static String title(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' ');
    }

    private JPanel quick(Consumer<String> steps) {
        JPanel row = new JPanel(new MigLayout("insets 0, fill, gapx 4", "[grow,fill]"));
        row.setOpaque(false);
        for (int grams : USUAL_GRAMS) {
            row.add(PanelTheme.button("+" + grams, () -> steps.accept("put " + name + " " + grams + " g")));
        }
        return row;
    }

    private JPanel exact(Consumer<String> steps) {
        JPanel row = new JPanel(new MigLayout("insets 0, fill, gapx 4", "[grow,fill][][][]"));
        row.setOpaque(false);
        JSpinner grams = new JSpinner(new SpinnerNumberModel(785, 1, 99_999, 5));
        row.add(PanelTheme.help(grams, "Grams"));
        row.add(PanelTheme.button("Put", () -> steps.accept("put " + name + " " + grams.getValue() + " g")));
        row.add(PanelTheme.button("Take", () -> steps.accept("take " + name + " " + grams.getValue() + " g")));
        row.add(PanelTheme.button("Empty", () -> steps.accept("empty " + name)));
        return row;
    }

    void show(PanelState.Machine machine) {
        display.setText(machine.facts().getOrDefault("display", "-"));
        load.setText("on it: " + machine.facts().getOrDefault("load", "-"));
    }
}
