package org.samokasa.kiosk.ui.view;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.kiosk.ui.model.ViewState.Progress;
import org.samokasa.kiosk.ui.model.ViewState.StatusBar;
import org.samokasa.kiosk.ui.model.ViewState.Step;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Pictures;
import org.samokasa.kiosk.ui.theme.Token;
import org.samokasa.kiosk.ui.theme.Type;

/** Lane, the three steps, and the controls that every screen has. */
final class StatusBarView extends JPanel {
    static final double HEIGHT_MM = 21;

    private static final double CONTROL_MM = 15;

    private final transient Look look;
    private final transient Consumer<Control> presses;
    private final JPanel controls = new JPanel();
    private final boolean wide;
    private transient StatusBar shown;

    StatusBarView(Look look, Consumer<Control> presses, boolean wide) {
        this.look = look;
        this.presses = presses;
        this.wide = wide;
        setLayout(new MigLayout("insets 0, fill", "[grow]" + "[]" + look.mm(5) + "px", "[grow,center]"));
        controls.setOpaque(false);
        add(controls, "cell 1 0");
    }

    void show(StatusBar next) {
        if (next.equals(shown)) {
            return;
        }
        boolean sameNames =
                shown != null && controls.getComponentCount() == next.controls().size();
        shown = next;
        if (sameNames) {
            for (int i = 0; i < next.controls().size(); i++) {
                ((KioskButton) controls.getComponent(i)).show(next.controls().get(i));
            }
        } else {
            controls.setLayout(new MigLayout("insets 0, gap " + look.mm(3) + "px"));
            next.controls().forEach(control -> controls.add(new KioskButton(look, control, presses)));
        }
        for (int i = 0; i < next.controls().size(); i++) {
            sizeOf((KioskButton) controls.getComponent(i));
        }
        controls.revalidate();
        repaint();
    }

    private void sizeOf(KioskButton button) {
        String label = button.control().label();
        int text = label.isEmpty()
                ? 0
                : button.getFontMetrics(look.font(Type.LABEL)).stringWidth(label) + look.mm(12);
        int width = Math.max(look.mm(CONTROL_MM), text + look.mm(9));
        ((MigLayout) controls.getLayout())
                .setComponentConstraints(button, "w " + width + "px!, h " + look.mm(CONTROL_MM) + "px!");
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Ink.smooth(graphics);
        g.setColor(Token.SURFACE.color());
        Ink.plain(g, 0, 0, getWidth(), getHeight());
        g.setColor(Token.LINE.color());
        Ink.plain(g, 0, getHeight() - look.border(), getWidth(), look.border());
        if (shown != null) {
            int x = paintPlace(g);
            paintSteps(g, x + look.mm(6));
        }
        g.dispose();
    }

    private int paintPlace(Graphics2D g) {
        g.setFont(look.font(Type.STRONG));
        FontMetrics metrics = g.getFontMetrics();
        int x = look.mm(7);
        int baseline = (getHeight() + metrics.getAscent() - metrics.getDescent()) / 2;
        g.setColor(Token.TEXT.color());
        g.drawString(shown.lane(), x, baseline);
        x += metrics.stringWidth(shown.lane());
        if (wide || shown.steps().isEmpty()) {
            g.setFont(look.font(Type.BODY));
            g.setColor(Token.TEXT_2.color());
            String shop = "   " + shown.shop();
            int room = controls.getX() - x - look.mm(4);
            g.drawString(Ink.cut(shop, g.getFontMetrics(), room), x, baseline);
            x += g.getFontMetrics().stringWidth(shop) + look.mm(10);
        }
        return x;
    }

    private void paintSteps(Graphics2D g, int from) {
        List<Step> steps = shown.steps();
        int dot = look.mm(6.4);
        int between = look.mm(wide ? 7 : 3.5);
        int inside = look.mm(2);
        int x = from;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            g.setFont(look.font(step.progress() == Progress.NOW ? Type.STRONG : Type.BODY));
            FontMetrics metrics = g.getFontMetrics();
            boolean named = wide || step.progress() == Progress.NOW || roomForAll(g, from);
            paintDot(g, step, i + 1, x, (getHeight() - dot) / 2, dot);
            x += dot;
            if (named) {
                g.setFont(look.font(step.progress() == Progress.NOW ? Type.STRONG : Type.BODY));
                g.setColor((step.progress() == Progress.NOW ? Token.TEXT : Token.TEXT_2).color());
                int baseline = (getHeight() + metrics.getAscent() - metrics.getDescent()) / 2;
                g.drawString(step.text(), x + inside, baseline);
                x += inside + metrics.stringWidth(step.text());
            }
            x += between;
        }
    }

    private boolean roomForAll(Graphics2D g, int from) {
        FontMetrics metrics = g.getFontMetrics(look.font(Type.STRONG));
        int all = shown.steps().stream()
                .mapToInt(step -> metrics.stringWidth(step.text()) + look.mm(6.4 + 2 + 3.5))
                .sum();
        return from + all <= controls.getX();
    }

    private void paintDot(Graphics2D g, Step step, int number, int x, int y, int size) {
        boolean now = step.progress() == Progress.NOW;
        boolean done = step.progress() == Progress.DONE;
        Color fill = now || done ? Token.PRIMARY.color() : Token.SURFACE_2.color();
        Ink.box(g, x, y, size, size, size, fill);
        Color ink = now || done ? Token.ON_PRIMARY.color() : Token.TEXT_2.color();
        if (done) {
            int icon = size * 3 / 4;
            Pictures.icon(g, "check", x + (size - icon) / 2, y + (size - icon) / 2, icon, ink);
            return;
        }
        g.setColor(ink);
        g.setFont(look.font(Type.STRONG).deriveFont(size * 0.72f));
        FontMetrics metrics = g.getFontMetrics();
        String text = String.valueOf(number);
        float baseline = y + (size + metrics.getAscent() - metrics.getDescent()) / 2f;
        g.drawString(text, x + (size - metrics.stringWidth(text)) / 2f, baseline);
    }
}
