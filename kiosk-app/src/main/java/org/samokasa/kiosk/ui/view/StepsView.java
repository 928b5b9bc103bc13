package org.samokasa.kiosk.ui.view;

import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.samokasa.kiosk.ui.model.ViewState.Thumb;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Pictures;
import org.samokasa.kiosk.ui.theme.Token;
import org.samokasa.kiosk.ui.theme.Type;

/** What to do, step by step: lying side by side, upright one below the other, each with its number. */
final class StepsView extends Drawn {
    private static final double PICTURE_MM = 62;
    private static final double NUMBER_MM = 13;
    private static final double GAP_MM = 6;

    private final transient Look look;
    private final boolean wide;
    private transient List<Thumb> shown = List.of();

    StepsView(Look look, boolean wide) {
        this.look = look;
        this.wide = wide;
    }

    void show(List<Thumb> next) {
        if (!next.equals(shown)) {
            shown = next;
            setVisible(!next.isEmpty());
            getAccessibleContext()
                    .setAccessibleName(IntStream.range(0, next.size())
                            .mapToObj(i -> (i + 1) + ". " + next.get(i).name())
                            .collect(Collectors.joining(" ")));
            repaint();
        }
    }

    boolean isEmpty() {
        return shown.isEmpty();
    }

    int heightFor(int width) {
        if (shown.isEmpty()) {
            return 0;
        }
        return wide
                ? look.mm(PICTURE_MM + 2) + linesMax(width) * Ink.lineHeight(metrics())
                : shown.size() * look.mm(PICTURE_MM) + (shown.size() - 1) * look.mm(GAP_MM);
    }

    /** Lines of the longest sentence. */
    int linesMax(int width) {
        return shown.stream().mapToInt(step -> lines(step, width).size()).max().orElse(0);
    }

    private FontMetrics metrics() {
        return getFontMetrics(look.font(wide ? Type.STRONG : Type.LABEL));
    }

    private List<String> lines(Thumb step, int width) {
        return Ink.wrap(step.name(), metrics(), wide ? cell(width) : width - look.mm(PICTURE_MM + GAP_MM));
    }

    private int cell(int width) {
        int count = Math.max(1, shown.size());
        return (width - (count - 1) * look.mm(GAP_MM)) / count;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Ink.smooth(graphics);
        int picture = look.mm(PICTURE_MM);
        for (int i = 0; i < shown.size(); i++) {
            if (wide) {
                int x = i * (cell(getWidth()) + look.mm(GAP_MM));
                paintStep(g, i, x + (cell(getWidth()) - picture) / 2, 0);
                paintLines(g, i, x, picture + look.mm(2), true);
            } else {
                int y = i * (picture + look.mm(GAP_MM));
                paintStep(g, i, 0, y);
                int high = lines(shown.get(i), getWidth()).size() * Ink.lineHeight(metrics());
                paintLines(g, i, picture + look.mm(GAP_MM), y + (picture - high) / 2, false);
            }
        }
        g.dispose();
    }

    private void paintStep(Graphics2D g, int index, int x, int y) {
        int number = look.mm(NUMBER_MM);
        Pictures.paint(g, shown.get(index).picture(), x, y, look.mm(PICTURE_MM));
        Ink.box(g, x, y, number, number, number, Token.PRIMARY.color());
        g.setFont(look.font(Type.LABEL));
        g.setColor(Token.ON_PRIMARY.color());
        FontMetrics metrics = g.getFontMetrics();
        String digit = Integer.toString(index + 1);
        int baseline = y + (number + metrics.getAscent() - metrics.getDescent()) / 2;
        g.drawString(digit, x + (number - metrics.stringWidth(digit)) / 2, baseline);
    }

    private void paintLines(Graphics2D g, int index, int x, int top, boolean centred) {
        FontMetrics metrics = metrics();
        g.setFont(metrics.getFont());
        g.setColor(Token.TEXT.color());
        int high = Ink.lineHeight(metrics);
        int y = top;
        for (String line : lines(shown.get(index), getWidth())) {
            int baseline = y + (high + metrics.getAscent() - metrics.getDescent()) / 2;
            int inset = centred ? (cell(getWidth()) - metrics.stringWidth(line)) / 2 : 0;
            g.drawString(line, x + inset, baseline);
            y += high;
        }
    }
}
