package org.samokasa.sim.panel;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The payment terminal: its display, and what the shopper and the bank do. */
final class TerminalView extends JPanel {
    private static final Map<String, String> LABELS = Map.of(
            "approve", "Approve",
            "decline", "Decline",
            "cancel", "Cancel key",
            "timeout", "No card",
            "wrong-pin", "Wrong PIN",
            "vanish", "Vanish",
            "busy", "Busy");
    private static final List<String> ORDER =
            List.of("approve", "decline", "cancel", "timeout", "wrong-pin", "vanish", "busy");

    private final JLabel display = PanelTheme.display(16);

    TerminalView(Consumer<String> steps) {
        super(new MigLayout("insets 12, fill, wrap 4", "[grow,fill,sg][grow,fill,sg][grow,fill,sg][grow,fill,sg]"));
        putClientProperty(FlatClientProperties.STYLE, "arc: 18; background: $Card.background");
        add(PanelTheme.title("Payment terminal"), "span 4");
        add(display, "span 4, h 48!");
        for (String outcome : ORDER) {
            Runnable action = () -> steps.accept("card " + outcome);
            JButton button = outcome.equals("approve")
                    ? PanelTheme.primary(LABELS.get(outcome), action)
                    : PanelTheme.button(LABELS.get(outcome), action);
            add(button);
        }
    }

    void show(PanelState.Machine machine) {
        String text = machine.facts().getOrDefault("display", "");
        display.setText("<html><center>" + escaped(text).replace("\n", "<br>") + "</center></html>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
