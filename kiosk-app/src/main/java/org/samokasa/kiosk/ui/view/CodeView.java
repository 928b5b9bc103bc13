package org.samokasa.kiosk.ui.view;

import java.awt.Color;
import java.awt.Graphics;
import java.util.Optional;
import org.samokasa.kiosk.ui.code.CodeModules;
import org.samokasa.kiosk.ui.theme.Look;

/**
 * A code for a phone: dark on light in every theme, because readers expect it so, in whole pixels, because a module that is
 * drawn between two of them is blurred.
 */
final class CodeView extends Drawn {
    /** Edge of the code without its quiet zone, least pixels of a module (payment rules, section 9). */
    static final double EDGE_MM = 35;

    static final int MODULE_PX = 5;

    private static final Color LIGHT = Color.WHITE;
    private static final Color DARK = Color.BLACK;

    private final transient Look look;
    private Optional<String> shown = Optional.empty();
    private transient Optional<CodeModules> modules = Optional.empty();

    CodeView(Look look) {
        this.look = look;
        setVisible(false);
    }

    /** @param spoken what those hear who cannot see it */
    void show(Optional<String> text, String spoken) {
        if (!text.equals(shown)) {
            shown = text;
            modules = text.map(CodeModules::of);
            repaint();
        }
        setVisible(text.isPresent());
        getAccessibleContext().setAccessibleName(spoken);
    }

    boolean isEmpty() {
        return shown.isEmpty();
    }

    /** Least height at which it can be read, with its quiet zone; 0 when there is none. */
    int leastHeight() {
        return modules.map(code -> {
                    int module = Math.max(MODULE_PX, (look.mm(EDGE_MM) + code.edge() - 1) / code.edge());
                    return module * (code.edge() + 2 * CodeModules.QUIET);
                })
                .orElse(0);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        modules.ifPresent(code -> paint(graphics.create(), code));
    }

    private void paint(Graphics g, CodeModules code) {
        int all = code.edge() + 2 * CodeModules.QUIET;
        int module = Math.max(1, Math.min(getWidth(), getHeight()) / all);
        int x = (getWidth() - module * all) / 2;
        int y = (getHeight() - module * all) / 2;
        g.setColor(LIGHT);
        g.fillRect(x, y, module * all, module * all);
        g.setColor(DARK);
        for (int row = 0; row < code.edge(); row++) {
            for (int column = 0; column < code.edge(); column++) {
                if (code.isDark(column, row)) {
                    g.fillRect(
                            x + (column + CodeModules.QUIET) * module,
                            y + (row + CodeModules.QUIET) * module,
                            module,
                            module);
                }
            }
        }
        g.dispose();
    }
}
