package org.samokasa.kiosk.ui.view;

import java.awt.Dimension;
import javax.swing.JPanel;

/**
 * Places its parts by hand and takes whatever room it is given. Without a layout manager Swing would have it ask for the
 * size it has, so that it never shrank again when something comes beside it.
 */
abstract class Placed extends JPanel {
    Placed() {
        super(null);
        setMinimumSize(new Dimension());
        setPreferredSize(new Dimension());
    }
}
