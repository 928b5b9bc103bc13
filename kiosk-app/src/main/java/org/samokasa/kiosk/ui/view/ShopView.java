package org.samokasa.kiosk.ui.view;

import java.util.List;
import java.util.function.Consumer;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.kiosk.ui.model.ViewState.ShopPage;
import org.samokasa.kiosk.ui.theme.Look;

/** The basket screen. */
final class ShopView extends JPanel {
    private static final double ACTION_MM = 20;
    private static final double PAY_MM = 26;
    private static final double HEADLINE_MM = 27;

    private final HeadlineBar headline;
    private final BasketList basket;
    private final TotalBar total;
    private final ControlGrid actions;
    private final ControlGrid pay;

    ShopView(Look look, Consumer<Control> presses, boolean wide) {
        headline = new HeadlineBar(look, wide);
        basket = new BasketList(look, presses);
        total = new TotalBar(look, false);
        actions = new ControlGrid(look, presses, count -> wide ? 1 : Math.min(3, count), look.mm(ACTION_MM));
        pay = new ControlGrid(look, presses, count -> 1, look.mm(PAY_MM));
        setOpaque(false);
        int gap = look.gap();
        String insets = "insets " + look.mm(5) + "px " + look.mm(6) + "px " + look.mm(6) + "px " + look.mm(6) + "px";
        if (wide) {
            setLayout(new MigLayout(insets + ", fill", "[58%,fill]" + look.mm(6) + "px[42%,grow,fill]", "[grow,fill]"));
            JPanel left = column("[grow,fill]0[" + look.mm(TotalBar.HEIGHT_MM) + "px!,fill]");
            left.add(basket, "grow");
            left.add(total, "grow");
            JPanel right = column("[grow,fill]" + gap + "px[pref!,fill]" + gap + "px[" + look.mm(PAY_MM) + "px!,fill]");
            right.add(headline, "grow");
            right.add(actions, "grow");
            right.add(pay, "grow");
            add(left, "grow");
            add(right, "grow");
        } else {
            String rows = "[" + look.mm(HEADLINE_MM) + "px!,fill]" + gap + "px[grow,fill]0["
                    + look.mm(TotalBar.HEIGHT_MM) + "px!,fill]" + look.mm(2) + "px[" + look.mm(ACTION_MM)
                    + "px!,fill]" + gap + "px[" + look.mm(PAY_MM) + "px!,fill]";
            setLayout(new MigLayout(insets + ", fill, wrap 1", "[grow,fill]", rows));
            add(headline, "grow");
            add(basket, "grow");
            add(total, "grow");
            add(actions, "grow");
            add(pay, "grow");
        }
    }

    static JPanel column(String rows) {
        JPanel column = new JPanel(new MigLayout("insets 0, fill, wrap 1", "[grow,fill]", rows));
        column.setOpaque(false);
        return column;
    }

    void show(ShopPage page) {
        headline.show(page.headline());
        basket.show(page.basket());
        total.show(page.basket());
        actions.show(page.actions());
        pay.show(List.of(page.pay()));
    }
}
