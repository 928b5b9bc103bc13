package org.samokasa.kiosk.ui.view;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import org.samokasa.kiosk.ui.model.ViewState.BasketView;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Token;
import org.samokasa.kiosk.ui.theme.Type;

/** Items and total, always in sight while somebody shops. */
final class TotalBar extends Drawn {
    static final double HEIGHT_MM = 19;

    private final transient Look look;
    private final boolean counted;
    private transient BasketView shown;

    /** @param counted whether it says how many items; not where the basket beside it does */
    TotalBar(Look look, boolean counted) {
        this.look = look;
        this.counted = counted;
    }

    void show(BasketView next) {
        if (!next.equals(shown)) {
            shown = next;
            getAccessibleContext().setAccessibleName(next.totalLabel() + " " + next.total() + ", " + next.count());
            repaint();
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        if (shown == null) {
            return;
        }
        Graphics2D g = Ink.smooth(graphics);
        int side = look.mm(6);
        g.setFont(look.font(Type.TITLE));
        g.setColor(Token.TEXT.color());
        FontMetrics title = g.getFontMetrics();
        Font total = Ink.fitting(this, shown.total(), look.font(Type.TOTAL), look.font(Type.TITLE), getWidth() / 2);
        FontMetrics digits = g.getFontMetrics(total);
        int baseline = (getHeight() + digits.getAscent() - digits.getDescent()) / 2;
        g.drawString(shown.totalLabel(), side, baseline);
        int x = side + title.stringWidth(shown.totalLabel()) + look.mm(5);
        int room = getWidth() - side - digits.stringWidth(shown.total()) - look.mm(5) - x;
        g.setFont(look.font(Type.BODY));
        g.setColor(Token.TEXT_2.color());
        if (counted) {
            g.drawString(Ink.cut(shown.count(), g.getFontMetrics(), room), x, baseline);
        }
        g.setFont(total);
        g.setColor(Token.TEXT.color());
        g.drawString(shown.total(), getWidth() - side - digits.stringWidth(shown.total()), baseline);
        g.dispose();
    }
}
