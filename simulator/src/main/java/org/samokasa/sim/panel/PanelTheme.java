package org.samokasa.sim.panel;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Font;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** The look of the panel. Colours are keys of the look and feel, set in one place. */
public final class PanelTheme {
    static final String QUIET = "Panel.quietForeground";
    static final String DISPLAY = "Panel.displayBackground";
    static final String DISPLAY_INK = "Panel.displayForeground";
    static final String FROM_SHOP = "Panel.fromShop";
    static final String TO_SHOP = "Panel.toShop";
    static final String GOOD = "Panel.good";
    static final String BAD = "Panel.bad";

    private PanelTheme() {}

    /** Installs the look and feel; to be called before the first component is made. */
    public static void install() {
        FlatLaf.setGlobalExtraDefaults(Map.of("@accentColor", "#0F766E", "@background", "#E9EEF0"));
        FlatLightLaf.setup();
        UIManager.put("Component.hideMnemonics", false);
        UIManager.put("Button.arc", 10);
        UIManager.put("Component.arc", 10);
        UIManager.put("Button.margin", new javax.swing.plaf.InsetsUIResource(5, 8, 5, 8));
        UIManager.put("Card.background", new javax.swing.plaf.ColorUIResource(0xFFFFFF));
        UIManager.put(QUIET, new javax.swing.plaf.ColorUIResource(0x5B6B73));
        UIManager.put(DISPLAY, new javax.swing.plaf.ColorUIResource(0x12312E));
        UIManager.put(DISPLAY_INK, new javax.swing.plaf.ColorUIResource(0xB6F5DF));
        UIManager.put(FROM_SHOP, new javax.swing.plaf.ColorUIResource(0x1D4ED8));
        UIManager.put(TO_SHOP, new javax.swing.plaf.ColorUIResource(0x9A3412));
        UIManager.put(GOOD, new javax.swing.plaf.ColorUIResource(0x15803D));
        UIManager.put(BAD, new javax.swing.plaf.ColorUIResource(0xB91C1C));
    }

    /** A white card with rounded corners. */
    static JPanel card(String layout, String columns, String rows) {
        JPanel card = new JPanel(new MigLayout("insets 12, " + layout, columns, rows));
        card.putClientProperty(FlatClientProperties.STYLE, "arc: 18; background: $Card.background");
        return card;
    }

    static JLabel title(String text) {
        JLabel label = new JLabel(text);
        label.putClientProperty(FlatClientProperties.STYLE, "font: bold +2");
        label.putClientProperty(CardKeys.TITLE, true);
        return label;
    }

    static JLabel quiet(String text) {
        JLabel label = new JLabel(text);
        label.putClientProperty(FlatClientProperties.STYLE, "foreground: $" + QUIET + "; font: -1");
        return label;
    }

    /** A dark display with light characters. */
    static JLabel display(float size) {
        JLabel label = new JLabel(" ", JLabel.CENTER);
        label.setOpaque(true);
        label.setBackground(UIManager.getColor(DISPLAY));
        label.setForeground(UIManager.getColor(DISPLAY_INK));
        label.setFont(new Font(Font.MONOSPACED, Font.BOLD, 1).deriveFont(size));
        return label;
    }

    static JButton button(String text, Runnable action) {
        JButton button = new JButton(text);
        button.addActionListener(event -> action.run());
        button.getInputMap().put(KeyStroke.getKeyStroke("ENTER"), "pressed");
        button.getInputMap().put(KeyStroke.getKeyStroke("released ENTER"), "released");
        return button;
    }

    /** The button one presses most; the others beside it are plain. */
    static JButton primary(String text, Runnable action) {
        JButton button = button(text, action);
        button.putClientProperty(
                FlatClientProperties.STYLE,
                "background: $Component.accentColor; foreground: #fff; hoverBackground: darken($Component.accentColor,5%);"
                        + " font: bold");
        return button;
    }

    static <C extends JComponent> C help(C component, String tip) {
        component.setToolTipText(tip);
        component.getAccessibleContext().setAccessibleDescription(tip);
        return component;
    }
}
