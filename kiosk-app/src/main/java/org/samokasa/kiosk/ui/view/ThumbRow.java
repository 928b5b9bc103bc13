package org.samokasa.kiosk.ui.view;

import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import org.samokasa.kiosk.ui.model.ViewState.Thumb;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Token;
import org.samokasa.kiosk.ui.theme.Type;

/** A few goods or hints side by side, each with its name below. */
final class ThumbRow extends Drawn {
    private static final double PICTURE_MM = 34;
    private static final double CELL_MM = 66;
    private static final int LINES_MAX = 3;

    private final transient Look look;
    private transient List<Thumb> shown = List.of();

    ThumbRow(Look look) {
        this.look = look;
    }

    void show(List<Thumb> next) {
        if (!next.equals(shown)) {
            shown = next;
            setVisible(!next.isEmpty());
            getAccessibleContext()
                    .setAccessibleName(
                            String.join(", ", next.stream().map(Thumb::name).toList()));
            repaint();
        }
    }

    int heightFor(int width) {
        if (shown.isEmpty()) {
            return 0;
        }
        FontMetrics metrics = getFontMetrics(look.font(Type.BODY));
        int cell = cell(width);
        int lines = shown.stream()
                .mapToInt(thumb -> lines(thumb, metrics, cell).size())
                .max()
                .orElse(1);
        return look.mm(PICTURE_MM + 2) + lines * Ink.lineHeight(metrics);
    }

    private int cell(int width) {
        int one = shown.size() == 1 ? look.mm(CELL_MM * 2) : look.mm(CELL_MM);
        return Math.min(one, width / Math.max(1, shown.size()));
    }

    private List<String> lines(Thumb thumb, FontMetrics metrics, int cell) {
        List<String> lines = Ink.wrap(thumb.name(), metrics, cell - look.mm(3));
        return lines.subList(0, Math.min(LINES_MAX, lines.size()));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Ink.smooth(graphics);
        int cell = cell(getWidth());
        int picture = look.mm(PICTURE_MM);
        int x = (getWidth() - cell * shown.size()) / 2;
        g.setFont(look.font(Type.BODY));
        FontMetrics metrics = g.getFontMetrics();
        for (Thumb thumb : shown) {
            Ink.goods(g, thumb.picture(), thumb.name(), x + (cell - picture) / 2, 0, picture);
            g.setFont(look.font(Type.BODY));
            g.setColor(Token.TEXT.color());
            int y = picture + look.mm(2);
            for (String line : lines(thumb, metrics, cell)) {
                int baseline = y + (Ink.lineHeight(metrics) + metrics.getAscent() - metrics.getDescent()) / 2;
                g.drawString(line, x + (cell - metrics.stringWidth(line)) / 2, baseline);
                y += Ink.lineHeight(metrics);
            }
            x += cell;
        }
        g.dispose();
    }
}
