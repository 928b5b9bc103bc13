package org.samokasa.kiosk.ui.view;

import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.kiosk.ui.model.ViewState.Pager;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Token;
import org.samokasa.kiosk.ui.theme.Type;

/** Turns pages: there is nothing to drag on any screen. */
final class PagerBar extends JPanel {
    static final double HEIGHT_MM = 17;

    private final KioskButton previous;
    private final KioskButton next;
    private final Label where;

    PagerBar(Look look, Consumer<Control> presses, Pager pager) {
        super(new MigLayout(
                "insets 0, fill", "[" + look.mm(26) + "px!][grow,fill][" + look.mm(26) + "px!]", "[grow,fill]"));
        setOpaque(false);
        previous = new KioskButton(look, pager.previous(), presses);
        next = new KioskButton(look, pager.next(), presses);
        where = new Label(look, Type.STRONG, Token.TEXT_2, SwingConstants.CENTER);
        add(previous, "grow");
        add(where, "grow");
        add(next, "grow");
    }

    /** @param page from 0 */
    void show(Pager pager, int page, int pages) {
        previous.show(pager.previous().enabled(page > 0));
        next.show(pager.next().enabled(page < pages - 1));
        where.show(pager.of().replace("{0}", String.valueOf(page + 1)).replace("{1}", String.valueOf(pages)));
    }
}
