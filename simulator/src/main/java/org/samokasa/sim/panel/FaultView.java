package org.samokasa.sim.panel;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What can go wrong on a wire, for the machine chosen. */
final class FaultView extends JPanel {
    private record Trouble(String label, String words, String tip) {}

    private static final List<Trouble> TROUBLES = List.of(
            new Trouble("Silent", "silent", "Nothing arrives any more"),
            new Trouble("Late", "late 1500 ms", "Everything comes 1.5 s late"),
            new Trouble("Garbled", "garble", "Wrong parity: the eighth bit is set"),
            new Trouble("Drop 3", "drop 3", "The next three bytes are lost"),
            new Trouble("Flip bit", "flip 9", "One bit of the next message is wrong"),
            new Trouble("Half", "half", "Half a message, then silence"),
            new Trouble("Twice", "duplicate", "Every message arrives twice"),
            new Trouble("Split", "split 20 ms", "Every byte comes by itself, 20 ms after the one before"),
            new Trouble("Stale", "stale", "The message before comes once more instead"));

    private final JComboBox<String> machine;

    FaultView(List<String> machines, Consumer<String> steps) {
        super(new MigLayout("insets 12, fill, wrap 3", "[grow,fill,sg][grow,fill,sg][grow,fill,sg]", "[][]8[]"));
        putClientProperty(FlatClientProperties.STYLE, "arc: 18; background: $Card.background");
        machine = new JComboBox<>(machines.toArray(String[]::new));
        add(PanelTheme.title("Faults"));
        add(machine, "span 2");
        for (Trouble trouble : TROUBLES) {
            JButton button =
                    PanelTheme.button(trouble.label(), () -> steps.accept("fault " + chosen() + " " + trouble.words()));
            add(PanelTheme.help(button, trouble.tip()));
        }
        add(PanelTheme.button("Unplug", () -> steps.accept("unplug " + chosen())));
        add(PanelTheme.button("Plug in", () -> steps.accept("plug " + chosen())));
        add(PanelTheme.primary("Heal", () -> steps.accept("heal " + chosen())), "span 3");
    }

    private Object chosen() {
        return machine.getSelectedItem();
    }
}
