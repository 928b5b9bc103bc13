package org.samokasa.kiosk.ui.view;

import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.SwingConstants;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.kiosk.ui.model.ViewState.StaffPage;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Token;
import org.samokasa.kiosk.ui.theme.Type;

/** A page for staff. Lying, what is read stands left of what is pressed; standing, above it. */
final class StaffView extends Placed {
    /** Room for two lines of a label. */
    private static final double KEY_MM = 20;

    private static final double FIGURE_MM = 18;
    private static final double FRAME_MM = 2;

    private final transient Look look;
    private final boolean wide;
    private final Label headline;
    private final Label text;
    private final Label figure;
    private final Lines facts;
    private final Lines wire;
    private final ControlGrid controls;
    private final ControlGrid bottom;
    private int columns = 1;

    StaffView(Look look, Consumer<Control> presses, boolean wide) {
        this.look = look;
        this.wide = wide;
        setOpaque(false);
        headline = new Label(look, Type.TITLE, Token.TEXT, SwingConstants.LEFT);
        text = new Label(look, Type.BODY, Token.TEXT, SwingConstants.LEFT);
        figure = new Label(look, Type.FIGURE, Token.TEXT, SwingConstants.CENTER);
        facts = new Lines(Token.TEXT_2);
        wire = new Lines(Token.TEXT_2);
        controls = new ControlGrid(look, presses, count -> columns, look.mm(KEY_MM));
        bottom = new ControlGrid(look, presses, count -> Math.min(2, count), look.mm(KEY_MM));
        for (JComponent part : List.of(headline, text, figure, facts, wire, controls, bottom)) {
            add(part);
        }
    }

    void show(StaffPage page) {
        columns = page.columns();
        headline.show(page.headline());
        text.show(page.text());
        figure.show(page.figure());
        facts.show(page.facts());
        wire.show(page.wire());
        controls.show(page.controls());
        bottom.show(page.bottom());
        doLayout();
        repaint();
    }

    @Override
    public void doLayout() {
        if (getWidth() == 0) {
            return;
        }
        int margin = look.mm(7);
        int gap = look.gap();
        int width = wide ? (getWidth() - 2 * margin - look.mm(8)) / 2 : getWidth() - 2 * margin;
        int end = getHeight() - margin - look.mm(KEY_MM);
        place(bottom, margin, end, width, look.mm(KEY_MM));
        int y = words(margin, margin, width);
        if (wide) {
            place(facts, margin, y, width, Math.max(0, end - gap - y));
            int right = margin + width + look.mm(8);
            y = place(controls, right, margin, width, controls.height()) + gap;
            place(wire, right, y, width, Math.max(0, getHeight() - margin - y));
        } else {
            y = place(facts, margin, y, width, Math.min(facts.wanted(), Math.max(0, (end - y) / 3))) + gap;
            y = place(controls, margin, y, width, controls.height()) + gap;
            place(wire, margin, y, width, Math.max(0, end - gap - y));
        }
    }

    private int words(int x, int top, int width) {
        int y = place(headline, x, top, width, headline.heightFor(width)) + look.mm(2);
        y = place(text, x, y, width, text.heightFor(width)) + look.gap();
        int high = figure.text().isEmpty() ? 0 : Math.max(look.mm(FIGURE_MM), figure.heightFor(width));
        return place(figure, x, y, width, high) + (high == 0 ? 0 : look.gap());
    }

    private static int place(JComponent part, int x, int y, int width, int height) {
        part.setBounds(x, y, width, height);
        part.doLayout();
        return y + height;
    }

    /** Staff see at a glance that this is no shopper's screen (UX.md, S28: a red frame). */
    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Ink.smooth(graphics);
        Ink.frame(g, 0, 0, getWidth(), getHeight(), 1, look.mm(FRAME_MM), Token.ATTENTION.color());
        g.dispose();
    }

    /** As many lines as there is room for, each cut at its end: bytes are not read to the last one. */
    private final class Lines extends Drawn {
        private final transient Token colour;
        private List<String> lines = List.of();

        Lines(Token colour) {
            this.colour = colour;
        }

        void show(List<String> next) {
            if (!next.equals(lines)) {
                lines = next;
                setVisible(!next.isEmpty());
                getAccessibleContext().setAccessibleName(String.join("\n", next));
                repaint();
            }
        }

        int wanted() {
            return lines.size() * Ink.lineHeight(getFontMetrics(look.font(Type.BODY)));
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            Graphics2D g = Ink.smooth(graphics);
            g.setFont(look.font(Type.BODY));
            g.setColor(colour.color());
            FontMetrics metrics = g.getFontMetrics();
            int high = Ink.lineHeight(metrics);
            int y = 0;
            for (String line : lines) {
                if (y + high > getHeight()) {
                    break;
                }
                String shown = Ink.cut(line, metrics, getWidth());
                g.drawString(shown, 0, y + (high + metrics.getAscent() - metrics.getDescent()) / 2);
                y += high;
            }
            g.dispose();
        }
    }
}
