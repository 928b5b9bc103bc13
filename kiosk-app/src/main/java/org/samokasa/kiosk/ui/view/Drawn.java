package org.samokasa.kiosk.ui.view;

import java.awt.Dimension;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;

/** Something that is drawn by hand in whatever room it has, and still says what it is to those who listen. */
abstract class Drawn extends JComponent {
    Drawn() {
        // Else it would ask for the size it has, see Placed.
        setMinimumSize(new Dimension());
        setPreferredSize(new Dimension());
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleJComponent() {
                @Override
                public AccessibleRole getAccessibleRole() {
                    return AccessibleRole.LABEL;
                }
            };
        }
        return accessibleContext;
    }
}
