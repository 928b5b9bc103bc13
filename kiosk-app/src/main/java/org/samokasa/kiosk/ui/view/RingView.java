package org.samokasa.kiosk.ui.view;

import java.awt.BasicStroke;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.util.Optional;
import org.samokasa.kiosk.ui.model.ViewState.Ring;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Token;
import org.samokasa.kiosk.ui.theme.Type;

/** Running time: a ring that empties, with its words beside it, or large with its words inside. */
final class RingView extends Drawn {
    private final transient Look look;
    private transient Optional<Ring> shown = Optional.empty();
    private boolean large;

    RingView(Look look) {
        this.look = look;
    }

    void show(Optional<Ring> next, boolean big) {
        large = big;
        if (!next.equals(shown)) {
            shown = next;
            setVisible(next.isPresent());
            next.ifPresent(ring -> getAccessibleContext().setAccessibleName(ring.text()));
            repaint();
        }
    }

    int height() {
        return shown.isEmpty() ? 0 : look.mm(large ? 52 : 15);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        if (shown.isEmpty()) {
            return;
        }
        Graphics2D g = Ink.smooth(graphics);
        Ring ring = shown.get();
        g.setFont(look.font(large ? Type.TOTAL : Type.STRONG));
        FontMetrics metrics = g.getFontMetrics();
        int text = metrics.stringWidth(ring.text());
        int size = getHeight() - look.mm(1);
        int gap = look.mm(4);
        int x = large ? (getWidth() - size) / 2 : (getWidth() - size - gap - text) / 2;
        circle(g, ring, x, size);
        g.setColor(Token.TEXT.color());
        int baseline = (getHeight() + metrics.getAscent() - metrics.getDescent()) / 2;
        g.drawString(ring.text(), large ? (getWidth() - text) / 2 : x + size + gap, baseline);
        g.dispose();
    }

    private void circle(Graphics2D g, Ring ring, int x, int size) {
        int stroke = look.mm(large ? 3.2 : 2);
        int inset = stroke / 2 + 1;
        int side = size - 2 * inset;
        g.setStroke(new BasicStroke(stroke, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        g.setColor(
                Token.SURFACE_2.color().equals(Token.SURFACE.color())
                        ? Token.PRESSED.color()
                        : Token.SURFACE_2.color());
        g.draw(new Arc2D.Double(x + inset, inset, side, side, 0, 360, Arc2D.OPEN));
        g.setColor(Token.PRIMARY.color());
        double share = ring.secondsAll() == 0 ? 0 : (double) ring.secondsLeft() / ring.secondsAll();
        g.draw(new Arc2D.Double(x + inset, inset, side, side, 90, 360 * Math.min(1, share), Arc2D.OPEN));
    }
}
