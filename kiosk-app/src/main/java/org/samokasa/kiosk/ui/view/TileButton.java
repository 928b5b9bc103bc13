package org.samokasa.kiosk.ui.view;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Consumer;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.kiosk.ui.model.ViewState.Tile;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Token;
import org.samokasa.kiosk.ui.theme.Type;

/** Goods to pick: picture, name, price. */
final class TileButton extends KioskButton {
    private transient Tile tile;

    TileButton(Look look, Tile tile, Consumer<Control> presses) {
        super(look, tile.control(), presses);
        this.tile = tile;
    }

    void show(Tile next) {
        tile = next;
        show(next.control());
    }

    /** Height of the words under the picture: two lines of name, one of price. */
    static int wordsHeight(KioskButton any) {
        Look look = any.look();
        return 2 * Ink.lineHeight(any.getFontMetrics(look.font(Type.STRONG)))
                + Ink.lineHeight(any.getFontMetrics(look.font(Type.BODY)))
                + look.mm(3);
    }

    @Override
    protected void paintLabel(Graphics2D g) {
        Look look = look();
        int words = wordsHeight(this);
        int picture = Math.min(getWidth() - look.mm(6), getHeight() - words - look.mm(5));
        int x = (getWidth() - picture) / 2;
        Ink.goods(g, tile.picture(), tile.name(), x, (getHeight() - words - picture) / 2 + look.mm(1), picture);
        int y = getHeight() - words;
        int width = getWidth() - look.mm(4);
        g.setFont(look.font(Type.STRONG));
        FontMetrics metrics = g.getFontMetrics();
        List<String> lines = Ink.wrap(tile.name(), metrics, width);
        int high = Ink.lineHeight(metrics);
        g.setColor(ink());
        int shown = Math.min(2, lines.size());
        y += (2 - shown) * high / 2;
        for (int i = 0; i < shown; i++) {
            boolean last = i == shown - 1 && lines.size() > shown;
            String line = Ink.cut(last ? lines.get(i) + " " + lines.get(i + 1) : lines.get(i), metrics, width);
            centred(g, line, y + (high + metrics.getAscent() - metrics.getDescent()) / 2);
            y += high;
        }
        g.setFont(look.font(Type.BODY));
        g.setColor(Token.TEXT_2.color());
        centred(g, tile.price(), getHeight() - look.mm(4));
    }

    private void centred(Graphics2D g, String line, int baseline) {
        g.drawString(line, (getWidth() - g.getFontMetrics().stringWidth(line)) / 2, baseline);
    }
}
