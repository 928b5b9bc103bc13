package org.samokasa.kiosk.ui.view;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.function.Consumer;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.kiosk.ui.model.ViewState.CardPage;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Token;

/** A card that fills the window; lying, the basket stands beside it. */
final class CardPageView extends JPanel {
    /** A card alone on a wide screen is no wider: lines stay short enough to read. */
    private static final double ALONE_MM = 300;

    private final transient Look look;
    private final boolean wide;
    private final CardView card;
    private final BasketList basket;
    private final TotalBar total;
    private final JPanel box = new Surface();
    private String arranged = "";

    CardPageView(Look look, Consumer<Control> presses, boolean wide) {
        this.look = look;
        this.wide = wide;
        card = new CardView(look, presses, true, wide);
        basket = new BasketList(look, presses);
        total = new TotalBar(look, !wide);
        setOpaque(false);
        box.setOpaque(false);
        int inset = look.mm(8);
        box.setLayout(new MigLayout("insets " + inset + "px, fill", "[grow,fill]", "[grow,fill]"));
        box.add(card, "grow");
    }

    void show(CardPage page) {
        boolean beside = page.basket().isPresent();
        boolean strip = beside
                && !wide
                && !page.card().figure().equals(page.basket().get().total());
        arrange(beside && wide ? "beside" : strip ? "strip" : "alone");
        page.basket().ifPresent(view -> {
            basket.show(view);
            total.show(view);
        });
        card.show(page.card());
    }

    private void arrange(String how) {
        if (how.equals(arranged)) {
            return;
        }
        arranged = how;
        removeAll();
        String insets = "insets " + look.mm(6) + "px, fill";
        if (how.equals("beside")) {
            setLayout(new MigLayout(insets, "[50%,fill]" + look.mm(6) + "px[50%,grow,fill]", "[grow,fill]"));
            JPanel left = ShopView.column("[grow,fill]0[" + look.mm(TotalBar.HEIGHT_MM) + "px!,fill]");
            left.add(basket, "grow");
            left.add(total, "grow");
            add(left, "grow");
            add(box, "grow");
        } else {
            String width = wide ? "[grow][" + look.mm(ALONE_MM) + "px!,fill][grow]" : "[grow,fill]";
            String cell = wide ? "cell 1 " : "cell 0 ";
            setLayout(new MigLayout(insets, width, "[grow,fill]0[]"));
            add(box, cell + "0, grow");
            if (how.equals("strip")) {
                add(total, cell + "1, grow, h " + look.mm(TotalBar.HEIGHT_MM) + "px!");
            }
        }
        revalidate();
    }

    private final class Surface extends JPanel {
        @Override
        protected void paintComponent(Graphics graphics) {
            Graphics2D g = Ink.smooth(graphics);
            Ink.box(g, 0, 0, getWidth(), getHeight(), look.cardArc(), Token.SURFACE.color());
            Ink.frame(
                    g,
                    0,
                    0,
                    getWidth(),
                    getHeight(),
                    look.cardArc(),
                    Math.max(1, look.border() / 2),
                    Token.LINE.color());
            g.dispose();
        }
    }
}
