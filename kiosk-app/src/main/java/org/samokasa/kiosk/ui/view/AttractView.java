package org.samokasa.kiosk.ui.view;

import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.SwingConstants;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.kiosk.ui.model.ViewState.AttractPage;
import org.samokasa.kiosk.ui.model.ViewState.Mark;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Pictures;
import org.samokasa.kiosk.ui.theme.Token;
import org.samokasa.kiosk.ui.theme.Type;

/** The invitation. */
final class AttractView extends Placed {
    private static final double START_MM = 32;
    private static final double LANGUAGE_MM = 20;

    private final transient Look look;
    private final boolean wide;
    private final PictureView picture = new PictureView();
    private final Label welcome;
    private final Label headline;
    private final Label text;
    private final ControlGrid languages;
    private final Marks marks;
    private final ControlGrid start;

    AttractView(Look look, Consumer<Control> presses, boolean wide) {
        this.look = look;
        this.wide = wide;
        setOpaque(false);
        int align = wide ? SwingConstants.LEFT : SwingConstants.CENTER;
        welcome = new Label(look, Type.TITLE, Token.PRIMARY, align);
        headline = new Label(look, Type.HERO, Token.TEXT, align);
        text = new Label(look, Type.BODY, Token.TEXT_2, align);
        languages = new ControlGrid(look, presses, count -> Math.min(4, count), look.mm(LANGUAGE_MM));
        marks = new Marks();
        start = new ControlGrid(look, presses, count -> 1, look.mm(START_MM));
        for (JComponent part : List.of(picture, welcome, headline, text, languages, marks, start)) {
            add(part);
        }
    }

    void show(AttractPage page) {
        picture.show(page.picture());
        welcome.show(page.welcome());
        headline.show(page.headline());
        text.show(page.text());
        languages.show(page.languages());
        marks.show(page.acceptedTitle(), page.accepted());
        start.show(List.of(page.start()));
        doLayout();
        repaint();
    }

    @Override
    public void doLayout() {
        if (getWidth() == 0) {
            return;
        }
        int margin = look.mm(9);
        int left = wide ? getWidth() * 46 / 100 : margin;
        int width = getWidth() - left - margin - (wide ? look.mm(4) : 0);
        int bottom = getHeight() - margin;
        bottom = upward(start, look.mm(START_MM), left, width, bottom) - look.mm(7);
        bottom = upward(languages, languages.height(), left, width, bottom) - look.mm(7);
        bottom = upward(marks, look.mm(16), left, width, bottom) - look.mm(6);
        int texts = welcome.heightFor(width) + headline.heightFor(width) + text.heightFor(width) + look.mm(7);
        if (wide) {
            picture.setBounds(margin, margin, left - 2 * margin, getHeight() - 2 * margin);
            downward(left, width, Math.max(margin, (bottom - texts) / 2));
        } else {
            downward(left, width, bottom - texts);
            picture.setBounds(margin, look.mm(6), width, bottom - texts - look.mm(10));
        }
    }

    private void downward(int x, int width, int top) {
        int y = top;
        welcome.setBounds(x, y, width, welcome.heightFor(width));
        y += welcome.getHeight() + look.mm(2);
        headline.setBounds(x, y, width, headline.heightFor(width));
        y += headline.getHeight() + look.mm(3);
        text.setBounds(x, y, width, text.heightFor(width));
    }

    private int upward(JComponent part, int height, int x, int width, int bottom) {
        part.setBounds(x, bottom - height, width, height);
        part.doLayout();
        return bottom - height;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Ink.smooth(graphics);
        Ink.box(
                g,
                picture.getX(),
                picture.getY(),
                picture.getWidth(),
                picture.getHeight(),
                look.cardArc() * 2,
                Token.CALM.color());
        g.dispose();
    }

    /** What can be paid with: icons with words under a title, as far as there is room for title and words. */
    private final class Marks extends Drawn {
        private String title = "";
        private transient List<Mark> shown = List.of();

        void show(String heading, List<Mark> next) {
            title = heading;
            shown = next;
            repaint();
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            Graphics2D g = Ink.smooth(graphics);
            g.setFont(look.font(Type.BODY));
            FontMetrics metrics = g.getFontMetrics();
            int icon = look.mm(10);
            int gap = look.mm(3);
            int between = look.mm(8);
            int all = metrics.stringWidth(title)
                    + shown.stream()
                            .mapToInt(mark -> between + icon + gap + metrics.stringWidth(mark.text()))
                            .sum();
            boolean titled = all <= getWidth();
            int marks = all - metrics.stringWidth(title) - between;
            boolean worded = marks <= getWidth();
            int x = wide || !worded ? 0 : (getWidth() - (titled ? all : marks)) / 2;
            int baseline = (getHeight() + metrics.getAscent() - metrics.getDescent()) / 2;
            g.setColor(Token.TEXT_2.color());
            if (titled) {
                g.drawString(title, x, baseline);
                x += metrics.stringWidth(title) + between;
            }
            for (Mark mark : shown) {
                Pictures.icon(g, mark.icon(), x, (getHeight() - icon) / 2, icon, Token.TEXT.color());
                x += icon + gap;
                if (worded) {
                    g.setColor(Token.TEXT.color());
                    g.drawString(mark.text(), x, baseline);
                    x += metrics.stringWidth(mark.text()) + between;
                }
            }
            g.dispose();
        }
    }
}
