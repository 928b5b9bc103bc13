package org.samokasa.kiosk.ui.view;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.util.function.Consumer;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.kiosk.ui.model.ViewState.Card;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Token;

/** A card above the page. The page stays in sight, dimmed, and takes no presses. */
final class DialogLayer extends Placed {
    private static final double WIDTH_MM = 250;

    /** Answers and steps that stand side by side have room for their words. */
    private static final double GUIDED_MM = 340;

    private static final double PICTURE_MM = 52;

    private final transient Look look;
    private final boolean wide;
    private final CardView card;
    private boolean guided;

    DialogLayer(Look look, Consumer<Control> presses, boolean wide) {
        this.look = look;
        this.wide = wide;
        setOpaque(false);
        card = new CardView(look, presses, false, wide);
        add(card);
        // A layer without a mouse listener lets presses through to the page below.
        addMouseListener(new MouseAdapter() {});
    }

    void show(Card next) {
        guided = wide && !(next.steps().isEmpty() && next.answers().isEmpty());
        card.show(next);
        doLayout();
        repaint();
    }

    @Override
    public void doLayout() {
        if (getWidth() == 0) {
            return;
        }
        int inset = look.mm(9);
        int width = Math.min(look.mm(guided ? GUIDED_MM : WIDTH_MM), getWidth() - look.mm(16)) - 2 * inset;
        int most = getHeight() - look.mm(8) - 2 * inset;
        int height = Math.min(most, card.heightFor(width, look.mm(PICTURE_MM)));
        card.setBounds((getWidth() - width) / 2, (getHeight() - height) / 2, width, height);
        card.doLayout();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Ink.smooth(graphics);
        g.setColor(Token.SCRIM.color());
        Ink.plain(g, 0, 0, getWidth(), getHeight());
        int inset = look.mm(9);
        int x = card.getX() - inset;
        int y = card.getY() - inset;
        int width = card.getWidth() + 2 * inset;
        int height = card.getHeight() + 2 * inset;
        Ink.box(g, x, y, width, height, look.cardArc() * 2, Token.SURFACE.color());
        Ink.frame(g, x, y, width, height, look.cardArc() * 2, look.border(), Token.BORDER.color());
        g.dispose();
    }
}
