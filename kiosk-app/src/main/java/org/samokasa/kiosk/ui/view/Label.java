package org.samokasa.kiosk.ui.view;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import javax.swing.SwingConstants;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Token;
import org.samokasa.kiosk.ui.theme.Type;

/** Text that wraps to its width. */
final class Label extends Drawn {
    private final transient Look look;
    private final Type type;
    private final Token token;
    private final int align;
    private String text = "";

    /** @param align {@link SwingConstants#LEFT}, {@code CENTER} or {@code RIGHT} */
    Label(Look look, Type type, Token token, int align) {
        this.look = look;
        this.type = type;
        this.token = token;
        this.align = align;
        setFont(look.font(type));
    }

    void show(String next) {
        if (!next.equals(text)) {
            text = next;
            setVisible(!next.isEmpty());
            getAccessibleContext().setAccessibleName(next);
            repaint();
        }
    }

    String text() {
        return text;
    }

    int heightFor(int width) {
        if (text.isEmpty()) {
            return 0;
        }
        Font font = fitted(width);
        FontMetrics metrics = getFontMetrics(font);
        return Ink.wrap(text, metrics, width).size() * Ink.lineHeight(metrics);
    }

    /** A figure never breaks: it gets smaller instead. */
    private Font fitted(int width) {
        boolean oneLine = type == Type.FIGURE || type == Type.TOTAL;
        return oneLine ? Ink.fitting(this, text, getFont(), look.font(Type.BODY), width) : getFont();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(
                getFontMetrics(getFont()).stringWidth(text) + 2, Ink.lineHeight(getFontMetrics(getFont())));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Ink.smooth(graphics);
        Font font = fitted(getWidth());
        g.setFont(font);
        g.setColor(token.color());
        FontMetrics metrics = g.getFontMetrics();
        List<String> lines = Ink.wrap(text, metrics, getWidth());
        int lineHeight = Ink.lineHeight(metrics);
        int top = (getHeight() - lineHeight * lines.size()) / 2;
        int baseline = top + (lineHeight + metrics.getAscent() - metrics.getDescent()) / 2;
        for (String line : lines) {
            int spare = getWidth() - metrics.stringWidth(line);
            int x = align == SwingConstants.CENTER ? spare / 2 : align == SwingConstants.RIGHT ? spare : 0;
            g.drawString(line, x, baseline);
            baseline += lineHeight;
        }
        g.dispose();
    }
}
