package org.samokasa.kiosk.ui.view;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.ui.model.ViewState.Banner;
import org.samokasa.kiosk.ui.model.ViewState.Mood;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Pictures;
import org.samokasa.kiosk.ui.theme.Token;
import org.samokasa.kiosk.ui.theme.Type;

/** One line under the status bar. */
final class BannerView extends Drawn {
    private final transient Look look;
    private transient Optional<Banner> shown = Optional.empty();

    BannerView(Look look) {
        this.look = look;
        setVisible(false);
    }

    void show(Optional<Banner> next) {
        if (wouldChange(next)) {
            shown = next;
            setVisible(next.isPresent());
            next.ifPresent(banner -> getAccessibleContext().setAccessibleName(banner.text()));
            repaint();
        }
    }

    boolean wouldChange(Optional<Banner> next) {
        return !next.equals(shown);
    }

    int heightFor(int width) {
        if (shown.isEmpty()) {
            return 0;
        }
        FontMetrics metrics = getFontMetrics(look.font(Type.STRONG));
        return lines(metrics, width).size() * Ink.lineHeight(metrics) + look.mm(6);
    }

    private List<String> lines(FontMetrics metrics, int width) {
        return Ink.wrap(shown.orElseThrow().text(), metrics, width - look.mm(26));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        if (shown.isEmpty()) {
            return;
        }
        Graphics2D g = Ink.smooth(graphics);
        boolean calm = shown.get().mood() == Mood.CALM;
        Color ink = (calm ? Token.ON_CALM : Token.ON_ATTENTION).color();
        g.setColor((calm ? Token.CALM : Token.ATTENTION).color());
        Ink.plain(g, 0, 0, getWidth(), getHeight());
        g.setColor(Token.LINE.color());
        Ink.plain(g, 0, getHeight() - look.border(), getWidth(), look.border());
        int icon = look.mm(8);
        Pictures.icon(g, shown.get().icon(), look.mm(7), (getHeight() - icon) / 2, icon, ink);
        g.setFont(look.font(Type.STRONG));
        g.setColor(ink);
        FontMetrics metrics = g.getFontMetrics();
        List<String> lines = lines(metrics, getWidth());
        int lineHeight = Ink.lineHeight(metrics);
        int baseline = (getHeight() - lineHeight * lines.size()) / 2
                + (lineHeight + metrics.getAscent() - metrics.getDescent()) / 2;
        for (String line : lines) {
            g.drawString(line, look.mm(19), baseline);
            baseline += lineHeight;
        }
        g.dispose();
    }
}
