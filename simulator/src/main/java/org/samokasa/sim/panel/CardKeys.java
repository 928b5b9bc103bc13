package org.samokasa.sim.panel;

import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JScrollBar;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.UIManager;
import javax.swing.text.JTextComponent;

/** Gives each card a function key that puts the focus into it, and writes the key behind its title. */
final class CardKeys {
    /** Client property of a label that is a card's title. */
    static final String TITLE = "samokasa.title";

    private CardKeys() {}

    /** F1 for the first card in the order in which they were added, and so on up to F12. */
    static void give(JComponent panel) {
        int number = 1;
        for (JLabel title : titles(panel, new ArrayList<>())) {
            if (number > 12) {
                return;
            }
            String key = "F" + number++;
            Container card = title.getParent();
            title.getAccessibleContext().setAccessibleName(title.getText());
            title.setText("<html>" + title.getText() + "&nbsp; <span style='" + quiet() + "'>" + key + "</span>");
            panel.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(KeyStroke.getKeyStroke(key), key);
            panel.getActionMap().put(key, new AbstractAction() {
                @Override
                public void actionPerformed(ActionEvent event) {
                    first(card).requestFocusInWindow();
                }
            });
        }
    }

    private static String quiet() {
        Color quiet = UIManager.getColor(PanelTheme.QUIET);
        return String.format("font-weight: normal; font-size: 90%%; color: #%06X", quiet.getRGB() & 0xFFFFFF);
    }

    private static List<JLabel> titles(Container in, List<JLabel> found) {
        for (Component child : in.getComponents()) {
            if (child instanceof JLabel label && label.getClientProperty(TITLE) != null) {
                found.add(label);
            } else if (child instanceof Container container) {
                titles(container, found);
            }
        }
        return found;
    }

    /** The first component of a card that takes keys; the card itself when none does. */
    static Component first(Container card) {
        List<Component> all = keyed(card, new ArrayList<>());
        return all.isEmpty() ? card : all.get(0);
    }

    /** Everything in here that a person can work with, in its order. */
    static List<Component> keyed(Container in, List<Component> found) {
        for (Component child : in.getComponents()) {
            boolean taken = child instanceof AbstractButton button && button.isFocusable()
                    || child instanceof JTextComponent
                    || child instanceof JComboBox<?>
                    || child instanceof JList<?>
                    || child instanceof JTable
                    || child instanceof JSpinner;
            if (taken) {
                found.add(
                        child instanceof JSpinner spinner ? spinner.getEditor().getComponent(0) : child);
            } else if (child instanceof Container container && !(child instanceof JScrollBar)) {
                keyed(container, found);
            }
        }
        return found;
    }
}
