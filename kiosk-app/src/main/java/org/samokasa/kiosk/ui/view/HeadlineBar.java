package org.samokasa.kiosk.ui.view;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import org.samokasa.kiosk.ui.model.ViewState.Headline;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Pictures;
import org.samokasa.kiosk.ui.theme.Token;
import org.samokasa.kiosk.ui.theme.Type;

/** What to do next, with a picture of it: beside each other, or the picture above where there is room. */
final class HeadlineBar extends Drawn {
    private static final double LEFT_MM = 6;

    private final transient Look look;
    private final boolean tall;
    private transient Headline shown;

    HeadlineBar(Look look, boolean tall) {
        this.look = look;
        this.tall = tall;
    }

    void show(Headline next) {
        if (!next.equals(shown)) {
            shown = next;
            getAccessibleContext().setAccessibleName(next.text());
            repaint();
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        if (shown == null) {
            return;
        }
        Graphics2D g = Ink.smooth(graphics);
        if (shown.notice()) {
            Ink.box(g, 0, 0, getWidth(), getHeight(), look.cardArc(), Token.ATTENTION.color());
        } else if (tall) {
            Ink.box(g, 0, 0, getWidth(), getHeight(), look.cardArc(), Token.CALM.color());
        }
        g.setColor(shown.notice() ? Token.ON_ATTENTION.color() : (tall ? Token.ON_CALM : Token.TEXT).color());
        g.setFont(fitting());
        if (tall) {
            paintTall(g);
        } else {
            paintBeside(g);
        }
        g.dispose();
    }

    /** The largest size at which all lines stand inside, with room for the signs above and below letters. */
    private Font fitting() {
        Font[] sizes = {look.font(Type.HEADLINE), look.font(Type.TITLE), look.font(Type.LABEL)};
        return Arrays.stream(sizes).filter(this::fits).findFirst().orElse(sizes[sizes.length - 1]);
    }

    private boolean fits(Font font) {
        FontMetrics metrics = getFontMetrics(font);
        List<String> lines = Ink.wrap(shown.text(), metrics, textWidth());
        int high = (lines.size() - 1) * Ink.lineHeight(metrics) + metrics.getAscent() + metrics.getDescent();
        return high <= getHeight() && lines.stream().allMatch(line -> metrics.stringWidth(line) <= textWidth());
    }

    /** Whether the whole text can be read as painted. */
    boolean textFits() {
        return fits(fitting());
    }

    private int textWidth() {
        return tall ? getWidth() - look.mm(14) : getWidth() - getHeight() - look.mm(LEFT_MM) - look.mm(6);
    }

    private void paintBeside(Graphics2D g) {
        int picture = getHeight() - look.mm(2);
        FontMetrics metrics = g.getFontMetrics();
        lines(g, Ink.wrap(shown.text(), metrics, textWidth()), look.mm(LEFT_MM), false, 0, getHeight());
        Pictures.paint(g, shown.picture(), getWidth() - picture - look.mm(2), look.mm(1), picture);
    }

    private void paintTall(Graphics2D g) {
        FontMetrics metrics = g.getFontMetrics();
        List<String> lines = Ink.wrap(shown.text(), metrics, textWidth());
        int text = lines.size() * Ink.lineHeight(metrics);
        int picture = Math.min(getWidth() - look.mm(12), getHeight() - text - look.mm(14));
        int top = (getHeight() - picture - text - look.mm(4)) / 2;
        if (picture > look.mm(20)) {
            Pictures.paint(g, shown.picture(), (getWidth() - picture) / 2, top, picture);
            lines(g, lines, 0, true, top + picture + look.mm(4), text);
        } else {
            lines(g, lines, 0, true, 0, getHeight());
        }
    }

    private void lines(Graphics2D g, List<String> lines, int x, boolean centred, int top, int height) {
        FontMetrics metrics = g.getFontMetrics();
        int lineHeight = Ink.lineHeight(metrics);
        int baseline = top
                + (height - lineHeight * lines.size()) / 2
                + (lineHeight + metrics.getAscent() - metrics.getDescent()) / 2;
        for (String line : lines) {
            g.drawString(line, centred ? (getWidth() - metrics.stringWidth(line)) / 2 : x, baseline);
            baseline += lineHeight;
        }
    }
}
