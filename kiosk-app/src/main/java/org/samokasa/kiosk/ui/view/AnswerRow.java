package org.samokasa.kiosk.ui.view;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.kiosk.ui.model.ViewState.Tile;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Pictures;
import org.samokasa.kiosk.ui.theme.Type;

/** Self-help cards side by side, each a picture with its name. A card that stays keeps its component, as in a grid. */
final class AnswerRow extends Placed {
    private static final double PICTURE_MM = 36;

    /** In a low window pictures are smaller, and still tell the cards apart. */
    private static final double PICTURE_LEAST_MM = 20;

    private static final double EDGE_MM = 3;

    private final transient Look look;
    private final transient Consumer<Control> presses;
    private final List<AnswerButton> buttons = new ArrayList<>();
    private int picture;

    AnswerRow(Look look, Consumer<Control> presses) {
        this.look = look;
        this.presses = presses;
        picture = look.mm(PICTURE_MM);
        setOpaque(false);
    }

    void show(List<Tile> next) {
        setVisible(!next.isEmpty());
        boolean same = next.stream()
                .map(tile -> tile.control().name())
                .toList()
                .equals(buttons.stream().map(button -> button.control().name()).toList());
        if (same) {
            for (int i = 0; i < next.size(); i++) {
                buttons.get(i).show(next.get(i));
            }
            return;
        }
        removeAll();
        buttons.clear();
        for (Tile tile : next) {
            AnswerButton button = new AnswerButton(look, tile, presses);
            buttons.add(button);
            add(button);
        }
        revalidate();
        repaint();
    }

    /** All of one height, that of the longest name. */
    int heightFor(int width) {
        return buttons.isEmpty() ? 0 : picture + wordsHeight(width);
    }

    private int wordsHeight(int width) {
        int cell = cell(width);
        int lines =
                buttons.stream().mapToInt(button -> button.lines(cell)).max().orElse(1);
        return look.mm(3 * EDGE_MM) + lines * Ink.lineHeight(getFontMetrics(look.font(Type.STRONG)));
    }

    /** Takes pictures as large as this height has room for. */
    void fit(int height, int width) {
        int room = height - wordsHeight(width);
        picture = Math.max(look.mm(PICTURE_LEAST_MM), Math.min(room, look.mm(PICTURE_MM)));
        buttons.forEach(button -> button.picture = picture);
    }

    private int cell(int width) {
        int count = Math.max(1, buttons.size());
        return (width - (count - 1) * look.gap()) / count;
    }

    @Override
    public void doLayout() {
        int cell = cell(getWidth());
        int x = 0;
        for (AnswerButton button : buttons) {
            button.setBounds(x, 0, cell, getHeight());
            x += cell + look.gap();
        }
    }

    /** One of them. */
    static final class AnswerButton extends KioskButton {
        private transient Tile tile;
        private int picture;

        AnswerButton(Look look, Tile tile, Consumer<Control> presses) {
            super(look, tile.control(), presses);
            this.tile = tile;
        }

        private void show(Tile next) {
            tile = next;
            show(next.control());
        }

        /** How many lines its name takes at this width. */
        int lines(int width) {
            return wrapped(getFontMetrics(look().font(Type.STRONG)), width).size();
        }

        private List<String> wrapped(FontMetrics metrics, int width) {
            return Ink.wrap(tile.name(), metrics, width - 2 * look().mm(EDGE_MM));
        }

        @Override
        protected void paintLabel(Graphics2D g) {
            int edge = look().mm(EDGE_MM);
            Pictures.paint(g, tile.picture(), (getWidth() - picture) / 2, edge, picture);
            g.setFont(look().font(Type.STRONG));
            g.setColor(ink());
            FontMetrics metrics = g.getFontMetrics();
            List<String> lines = wrapped(metrics, getWidth());
            int high = Ink.lineHeight(metrics);
            int y = 2 * edge + picture + (getHeight() - 3 * edge - picture - lines.size() * high) / 2;
            for (String line : lines) {
                int baseline = y + (high + metrics.getAscent() - metrics.getDescent()) / 2;
                g.drawString(line, (getWidth() - metrics.stringWidth(line)) / 2, baseline);
                y += high;
            }
        }
    }
}
