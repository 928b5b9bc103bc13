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
        int width = getWidth() - look.mm(4);
        FontMetrics metrics = g.getFontMetrics(look.font(Type.STRONG));
        int words = wordsHeight(this);
        int picture = Math.min(getWidth() - look.mm(5), getHeight() - words - look.mm(3));
        int top = (getHeight() - words - picture) / 2;
        Ink.goods(g, tile.picture(), tile.name(), (getWidth() - picture) / 2, top, picture);
        List<String> lines = lines(metrics, width);
        int high = Ink.lineHeight(metrics);
        int y = top + picture + (2 - lines.size()) * high / 2;
        g.setFont(metrics.getFont());
        g.setColor(ink());
        for (String line : lines) {
            centred(g, line, y + (high + metrics.getAscent() - metrics.getDescent()) / 2);
            y += high;
        }
        g.setFont(look.font(Type.BODY));
        g.setColor(Token.TEXT_2.color());
        centred(g, tile.price(), y + (high + metrics.getAscent() - metrics.getDescent()) / 2);
    }

    /** At most two lines; what is longer ends in an ellipsis and is spoken whole. */
    private List<String> lines(FontMetrics metrics, int width) {
        List<String> lines = Ink.wrap(tile.name(), metrics, width);
        if (lines.size() <= 2) {
            return lines.stream().map(line -> Ink.cut(line, metrics, width)).toList();
        }
        String rest = String.join(" ", lines.subList(1, lines.size()));
        return List.of(Ink.cut(lines.get(0), metrics, width), Ink.cut(rest, metrics, width));
    }

    private void centred(Graphics2D g, String line, int baseline) {
        g.drawString(line, (getWidth() - g.getFontMetrics().stringWidth(line)) / 2, baseline);
    }
}
