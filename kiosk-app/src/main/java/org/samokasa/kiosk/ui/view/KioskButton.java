package org.samokasa.kiosk.ui.view;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.kiosk.ui.model.Control.Tone;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Pictures;
import org.samokasa.kiosk.ui.theme.Token;
import org.samokasa.kiosk.ui.theme.Type;

/**
 * A control for fingers: icon and a label of at most two lines. Acts on release inside; the resting pointer does not
 * colour it; the focus ring shows only to those who move by keys.
 */
class KioskButton extends JButton {
    /** A label never takes more. */
    static final int LINES_MAX = 2;

    private final transient Look look;
    private transient Control control;
    private boolean byKeys;

    KioskButton(Look look, Control control, Consumer<Control> presses) {
        this.look = look;
        setContentAreaFilled(false);
        setBorderPainted(false);
        setFocusPainted(false);
        setOpaque(false);
        setRolloverEnabled(false);
        show(control);
        addActionListener(pressed -> presses.accept(this.control));
        getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), "pressed");
        getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0, true), "released");
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent gained) {
                byKeys = gained.getCause().name().startsWith("TRAVERSAL");
                repaint();
            }

            @Override
            public void focusLost(FocusEvent lost) {
                byKeys = false;
                repaint();
            }
        });
    }

    final void show(Control next) {
        if (next.equals(control)) {
            return;
        }
        control = next;
        setName(next.name());
        setEnabled(next.enabled());
        getAccessibleContext().setAccessibleName(next.spoken());
        repaint();
    }

    Control control() {
        return control;
    }

    Look look() {
        return look;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Ink.smooth(graphics);
        paintBox(g);
        paintLabel(g);
        if (byKeys && isFocusOwner()) {
            paintFocus(g);
        }
        g.dispose();
    }

    private void paintBox(Graphics2D g) {
        int arc = look.controlArc();
        Ink.box(g, 0, 0, getWidth(), getHeight(), arc, background());
        boolean framed = control.tone() == Tone.PLAIN
                || control.tone() == Tone.CHOSEN
                || !isEnabled()
                || background().equals(Token.SURFACE.color());
        if (framed) {
            Color edge = control.tone() == Tone.CHOSEN ? Token.PRIMARY.color() : Token.BORDER.color();
            int stroke = control.tone() == Tone.CHOSEN ? look.border() * 2 : look.border();
            Ink.frame(g, 0, 0, getWidth(), getHeight(), arc, stroke, edge);
        }
    }

    private void paintFocus(Graphics2D g) {
        int ring = look.mm(1.2);
        Ink.frame(g, 0, 0, getWidth(), getHeight(), look.controlArc(), ring, Token.FOCUS.color());
        Ink.frame(
                g,
                ring,
                ring,
                getWidth() - 2 * ring,
                getHeight() - 2 * ring,
                Math.max(1, look.controlArc() - 2 * ring),
                Math.max(1, ring / 2),
                Token.FOCUS_INNER.color());
    }

    private Color background() {
        boolean down = getModel().isPressed() && getModel().isArmed();
        if (!isEnabled()) {
            return Token.DISABLED.color();
        }
        return switch (control.tone()) {
            case PRIMARY -> (down ? Token.PRIMARY_PRESSED : Token.PRIMARY).color();
            case HELP -> (down ? Token.ATTENTION_PRESSED : Token.ATTENTION).color();
            case PLAIN -> (down ? Token.PRESSED : Token.SURFACE).color();
            case CHOSEN -> (down ? Token.PRESSED : Token.CALM).color();
            case QUIET -> (down ? Token.PRESSED : Token.SURFACE_2).color();
        };
    }

    final Color ink() {
        if (!isEnabled()) {
            return Token.ON_DISABLED.color();
        }
        return switch (control.tone()) {
            case PRIMARY -> Token.ON_PRIMARY.color();
            case HELP -> Token.ON_ATTENTION.color();
            case CHOSEN -> Token.ON_CALM.color();
            case PLAIN, QUIET -> Token.TEXT.color();
        };
    }

    /** Paints what stands on it. */
    void paintLabel(Graphics2D g) {
        int icon = shownIcon();
        int gap = icon == 0 || control.label().isEmpty() ? 0 : look.mm(3);
        Font font = labelFont();
        FontMetrics metrics = g.getFontMetrics(font);
        List<String> lines = control.label().isEmpty() ? List.of() : Ink.wrap(control.label(), metrics, labelWidth());
        int textWidth = lines.stream().mapToInt(metrics::stringWidth).max().orElse(0);
        int x = (getWidth() - icon - gap - textWidth) / 2;
        g.setColor(ink());
        if (icon > 0) {
            Pictures.icon(g, control.icon(), x, (getHeight() - icon) / 2, icon, ink());
        }
        g.setFont(font);
        int lineHeight = Ink.lineHeight(metrics);
        int baseline = (getHeight() - lineHeight * (lines.size() - 1) + metrics.getAscent() - metrics.getDescent()) / 2;
        for (String line : lines) {
            float centred = (textWidth - metrics.stringWidth(line)) / 2f;
            g.drawString(line, x + icon + gap + (icon > 0 ? 0 : centred), baseline);
            baseline += lineHeight;
        }
    }

    private int iconSize() {
        boolean alone = control.tone() == Tone.PLAIN && control.label().isEmpty();
        int most = alone ? 14 : control.tone() == Tone.PRIMARY ? 11 : 9;
        return Math.min(look.mm(most), getHeight() * 3 / 5);
    }

    /** Size of the icon that is painted: none where the words would not fit beside it. */
    private int shownIcon() {
        if (control.icon().isEmpty()) {
            return 0;
        }
        int size = iconSize();
        boolean roomy = control.label().isEmpty()
                || Ink.fits(control.label(), getFontMetrics(look.font(Type.STRONG)), labelWidth(size), LINES_MAX);
        return roomy ? size : 0;
    }

    private int labelWidth(int icon) {
        return getWidth() - (icon == 0 ? 0 : icon + look.mm(3)) - 2 * look.mm(2.5);
    }

    /** Pixels a line of the label may take. */
    final int labelWidth() {
        return labelWidth(shownIcon());
    }

    /** The label's size; long words make it a little smaller, down to the smallest readable one. */
    final Font labelFont() {
        Font[] sizes = control.tone() == Tone.PRIMARY
                ? new Font[] {look.font(Type.HEADLINE), look.font(Type.TITLE), look.font(Type.LABEL)}
                : new Font[] {look.font(Type.LABEL)};
        for (Font size : sizes) {
            boolean oneLine = control.tone() != Tone.PRIMARY || getHeight() >= look.mm(30);
            if (Ink.fits(control.label(), getFontMetrics(size), labelWidth(), oneLine ? LINES_MAX : 1)) {
                return size;
            }
        }
        return Ink.fits(control.label(), getFontMetrics(look.font(Type.LABEL)), labelWidth(), LINES_MAX)
                ? look.font(Type.LABEL)
                : look.font(Type.STRONG);
    }

    /** Whether the whole label can be read as painted. */
    final boolean labelFits() {
        FontMetrics metrics = getFontMetrics(labelFont());
        boolean wide = Ink.fits(control.label(), metrics, labelWidth(), LINES_MAX);
        int lines = Ink.wrap(control.label(), metrics, labelWidth()).size();
        return control.label().isEmpty() || (wide && lines * Ink.lineHeight(metrics) <= getHeight());
    }
}
