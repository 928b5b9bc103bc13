package org.samokasa.kiosk.ui.view;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.kiosk.ui.theme.Look;

/** Controls side by side. A control that stays keeps its component, so that a finger on it is not lost. */
final class ControlGrid extends Placed {
    private final transient Look look;
    private final transient Consumer<Control> presses;
    private final transient IntUnaryOperator columns;
    private final int rowHeight;
    private final List<KioskButton> buttons = new ArrayList<>();

    /** @param columns how many columns for so many controls */
    ControlGrid(Look look, Consumer<Control> presses, IntUnaryOperator columns, int rowHeight) {
        this.look = look;
        this.presses = presses;
        this.columns = columns;
        this.rowHeight = rowHeight;
        setOpaque(false);
    }

    void show(List<Control> controls) {
        boolean same = controls.stream()
                .map(Control::name)
                .toList()
                .equals(buttons.stream().map(button -> button.control().name()).toList());
        if (same) {
            for (int i = 0; i < controls.size(); i++) {
                buttons.get(i).show(controls.get(i));
            }
            return;
        }
        removeAll();
        buttons.clear();
        for (Control control : controls) {
            KioskButton button = new KioskButton(look, control, presses);
            buttons.add(button);
            add(button);
        }
        revalidate();
        repaint();
    }

    int count() {
        return buttons.size();
    }

    int height() {
        int rows = rows();
        return rows == 0 ? 0 : rows * rowHeight + (rows - 1) * look.gap();
    }

    private int rows() {
        int wide = Math.max(1, columns.applyAsInt(buttons.size()));
        return (buttons.size() + wide - 1) / wide;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(10, height());
    }

    @Override
    public void doLayout() {
        int wide = Math.max(1, columns.applyAsInt(buttons.size()));
        int gap = look.gap();
        int rows = rows();
        int high = rows == 0 ? 0 : (getHeight() - (rows - 1) * gap) / rows;
        for (int i = 0; i < buttons.size(); i++) {
            int row = i / wide;
            int inRow = row == rows - 1 ? buttons.size() - row * wide : wide;
            int width = (getWidth() - (inRow - 1) * gap) / inRow;
            int column = i % wide;
            buttons.get(i).setBounds(column * (width + gap), row * (high + gap), width, high);
        }
    }
}
