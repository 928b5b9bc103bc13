package org.samokasa.kiosk.ui.view;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.SwingConstants;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.kiosk.ui.model.ViewState.LookUpPage;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Pictures;
import org.samokasa.kiosk.ui.theme.Token;
import org.samokasa.kiosk.ui.theme.Type;

/** Goods by picture, with letters for those who know the name. */
final class LookUpView extends Placed {
    private static final double SHELF_MM = 20;
    private static final double KEY_MM = 20;
    private static final double FIELD_MM = 16;
    private static final double BOTTOM_MM = 22;

    /** Lying, letters stand beside what they find: above it, a 15.6 inch screen would have no room for tiles. */
    private static final int KEYBOARD_PERCENT = 57;

    private final transient Look look;
    private final transient Consumer<Control> presses;
    private final boolean wide;
    private final Label headline;
    private final ControlGrid shelves;
    private final TypedField typed = new TypedField();
    private final ControlGrid[] keys = new ControlGrid[3];
    private final TileGrid tiles;
    private final TotalBar total;
    private final ControlGrid back;
    private PagerBar pager;
    private transient LookUpPage shown;

    LookUpView(Look look, Consumer<Control> presses, boolean wide) {
        this.look = look;
        this.presses = presses;
        this.wide = wide;
        setOpaque(false);
        headline = new Label(look, Type.TITLE, Token.TEXT, SwingConstants.LEFT);
        shelves = new ControlGrid(look, presses, count -> count, look.mm(SHELF_MM));
        tiles = new TileGrid(look, presses, this::pageShown);
        total = new TotalBar(look, true);
        back = new ControlGrid(look, presses, count -> 1, look.mm(BOTTOM_MM));
        for (int i = 0; i < keys.length; i++) {
            keys[i] = new ControlGrid(look, presses, count -> count, look.mm(KEY_MM));
            add(keys[i]);
        }
        for (JComponent part : List.of(headline, shelves, typed, tiles, total, back)) {
            add(part);
        }
    }

    void show(LookUpPage page) {
        if (pager == null) {
            pager = new PagerBar(look, presses, page.pager());
            add(pager);
        }
        shown = page;
        headline.show(page.headline());
        shelves.show(page.shelves());
        typed.show(page.typed());
        for (int i = 0; i < keys.length; i++) {
            keys[i].show(page.keys().size() > i ? page.keys().get(i) : List.of());
        }
        total.show(page.basket());
        back.show(List.of(page.back()));
        tiles.show(page.tiles(), page.nothing(), page.wantedPage());
        doLayout();
        repaint();
    }

    private void pageShown(int page, int pages) {
        if (pager != null) {
            pager.setVisible(pages > 1);
            pager.show(shown.pager(), page, pages);
        }
    }

    @Override
    public void doLayout() {
        if (getWidth() == 0 || shown == null) {
            return;
        }
        int margin = look.mm(6);
        int gap = look.gap();
        int width = getWidth() - 2 * margin;
        int y = look.mm(3);
        y = place(headline, margin, y, width, headline.heightFor(width)) + look.mm(2);
        y = place(shelves, margin, y, width, look.mm(SHELF_MM)) + gap;
        boolean searching = !shown.keys().isEmpty();
        typed.setVisible(searching);
        int bottom = getHeight() - margin - look.mm(BOTTOM_MM) - (wide ? gap : look.mm(TotalBar.HEIGHT_MM + 1));
        if (searching && wide) {
            int left = width * KEYBOARD_PERCENT / 100;
            keyboard(margin, y, left, gap);
            place(tiles, margin + left + look.mm(6), y, width - left - look.mm(6), bottom - y);
        } else {
            y = searching ? keyboard(margin, y, width, gap) : y;
            place(tiles, margin, y, width, bottom - y);
        }
        bottomRows(margin, width);
    }

    private int keyboard(int x, int top, int width, int gap) {
        int y = place(typed, x, top, width, look.mm(FIELD_MM)) + gap;
        for (ControlGrid row : keys) {
            y = place(row, x, y, width, look.mm(KEY_MM)) + gap;
        }
        return y;
    }

    /** Back, pager, total: one row lying, total above the rest standing. */
    private void bottomRows(int margin, int width) {
        int high = look.mm(BOTTOM_MM);
        int y = getHeight() - margin - high;
        int pagerWidth = look.mm(96);
        if (wide) {
            place(back, margin, y, look.mm(80), high);
            place(pager, margin + look.mm(90), y, pagerWidth, high);
            place(total, margin + look.mm(196), y, width - look.mm(196), high);
            return;
        }
        int besides = pager.isVisible() ? pagerWidth + look.mm(6) : 0;
        place(back, margin, y, width - besides, high);
        place(pager, margin + width - pagerWidth, y, pagerWidth, high);
        place(total, margin, y - look.mm(TotalBar.HEIGHT_MM), width, look.mm(TotalBar.HEIGHT_MM));
    }

    private static int place(JComponent part, int x, int y, int width, int height) {
        part.setBounds(x, y, width, height);
        part.doLayout();
        return y + height;
    }

    /** What was typed. */
    private final class TypedField extends Drawn {
        private String text = "";

        void show(String next) {
            text = next;
            getAccessibleContext().setAccessibleName(next);
            repaint();
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            Graphics2D g = Ink.smooth(graphics);
            Ink.box(g, 0, 0, getWidth(), getHeight(), look.controlArc(), Token.SURFACE.color());
            Ink.frame(g, 0, 0, getWidth(), getHeight(), look.controlArc(), look.border(), Token.BORDER.color());
            int icon = look.mm(8);
            Pictures.icon(g, "search", look.mm(5), (getHeight() - icon) / 2, icon, Token.TEXT_2.color());
            g.setFont(look.font(Type.LABEL));
            g.setColor(Token.TEXT.color());
            int baseline = (getHeight()
                            + g.getFontMetrics().getAscent()
                            - g.getFontMetrics().getDescent())
                    / 2;
            g.drawString(text, look.mm(16), baseline);
            g.dispose();
        }
    }
}
