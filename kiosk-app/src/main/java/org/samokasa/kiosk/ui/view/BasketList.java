package org.samokasa.kiosk.ui.view;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.kiosk.ui.model.ViewState.BasketView;
import org.samokasa.kiosk.ui.model.ViewState.Row;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Pictures;
import org.samokasa.kiosk.ui.theme.Token;
import org.samokasa.kiosk.ui.theme.Type;

/** The basket as a card of rows, page by page, newest first. */
final class BasketList extends Placed {
    private static final double HEAD_MM = 14;

    private final transient Look look;
    private final transient Consumer<Control> presses;
    private final Map<Integer, RowView> rows = new HashMap<>();
    private PagerBar pager;
    private transient BasketView shown;

    BasketList(Look look, Consumer<Control> presses) {
        // A part without a layout manager would ask for the size it has, and push what is below it out when a banner
        // comes.
        setMinimumSize(new Dimension());
        setPreferredSize(new Dimension());
        this.look = look;
        this.presses = presses;
        setOpaque(false);
    }

    void show(BasketView next) {
        if (next.equals(shown)) {
            return;
        }
        if (pager == null) {
            pager = new PagerBar(look, presses, next.pager());
            add(pager);
        }
        shown = next;
        invalidate();
        doLayout();
        repaint();
    }

    @Override
    public void doLayout() {
        if (shown == null || getHeight() == 0) {
            return;
        }
        int top = look.mm(HEAD_MM);
        int room = getHeight() - top - look.mm(2);
        List<List<Row>> pages = pages(room);
        boolean turned = pages.size() > 1;
        if (turned) {
            pages = pages(room - look.mm(PagerBar.HEIGHT_MM) - look.mm(5));
        }
        int page = Math.min(shown.wantedPage(), pages.size() - 1);
        place(pages.isEmpty() ? List.of() : pages.get(page), top);
        pager.setVisible(turned);
        pager.show(shown.pager(), page, pages.size());
        int high = look.mm(PagerBar.HEIGHT_MM);
        pager.setBounds(look.mm(4), getHeight() - high - look.mm(4), getWidth() - look.mm(8), high);
        pager.doLayout();
    }

    /** Rows by page; a deposit stays on the page of its goods. */
    private List<List<Row>> pages(int room) {
        List<List<Row>> pages = new ArrayList<>();
        List<Row> page = new ArrayList<>();
        int used = 0;
        for (int from = 0; from < shown.rows().size(); ) {
            int to = from + 1;
            while (to < shown.rows().size() && shown.rows().get(to).child()) {
                to++;
            }
            List<Row> group = shown.rows().subList(from, to);
            int high = group.stream().mapToInt(this::heightOf).sum();
            if (!page.isEmpty() && used + high > room) {
                pages.add(page);
                page = new ArrayList<>();
                used = 0;
            }
            page.addAll(group);
            used += high;
            from = to;
        }
        if (!page.isEmpty()) {
            pages.add(page);
        }
        return pages;
    }

    private int heightOf(Row row) {
        return look.mm(row.child() ? RowView.CHILD_MM : RowView.HEIGHT_MM);
    }

    private void place(List<Row> page, int top) {
        List<Integer> wanted = page.stream().map(Row::line).toList();
        rows.entrySet().removeIf(entry -> {
            boolean gone = !wanted.contains(entry.getKey());
            if (gone) {
                remove(entry.getValue());
            }
            return gone;
        });
        boolean removable = page.stream().anyMatch(row -> row.remove().isPresent());
        int y = top;
        for (Row row : page) {
            RowView view = rows.computeIfAbsent(row.line(), line -> {
                RowView made = new RowView(look, presses, row, removable);
                add(made);
                return made;
            });
            view.show(row, removable);
            view.setBounds(look.border(), y, getWidth() - 2 * look.border(), view.height());
            view.doLayout();
            y += view.height();
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Ink.smooth(graphics);
        Ink.box(g, 0, 0, getWidth(), getHeight(), look.cardArc(), Token.SURFACE.color());
        Ink.frame(g, 0, 0, getWidth(), getHeight(), look.cardArc(), Math.max(1, look.border() / 2), Token.LINE.color());
        if (shown != null) {
            paintHead(g);
            if (shown.rows().isEmpty()) {
                paintEmpty(g);
            }
        }
        g.dispose();
    }

    private void paintHead(Graphics2D g) {
        int head = look.mm(HEAD_MM);
        g.setFont(look.font(Type.LABEL));
        FontMetrics metrics = g.getFontMetrics();
        int baseline = (head + metrics.getAscent() - metrics.getDescent()) / 2 + look.mm(0.5);
        g.setColor(Token.TEXT.color());
        g.drawString(shown.title(), look.mm(6), baseline);
        g.setFont(look.font(Type.BODY));
        g.setColor(Token.TEXT_2.color());
        int width = g.getFontMetrics().stringWidth(shown.count());
        g.drawString(shown.count(), getWidth() - width - look.mm(6), baseline);
        g.setColor(Token.LINE.color());
        Ink.plain(g, look.border(), head - 1, getWidth() - 2 * look.border(), Math.max(1, look.mm(0.3)));
    }

    private void paintEmpty(Graphics2D g) {
        int size = Math.min(look.mm(60), Math.min(getWidth(), getHeight()) / 2);
        g.setFont(look.font(Type.BODY));
        FontMetrics metrics = g.getFontMetrics();
        List<String> lines = Ink.wrap(shown.empty(), metrics, getWidth() - look.mm(30));
        int lineHeight = Ink.lineHeight(metrics);
        int y = (getHeight() - size - lines.size() * lineHeight - look.mm(6)) / 2;
        Pictures.paint(g, "basket-empty", (getWidth() - size) / 2, y, size);
        y += size + look.mm(6) + lineHeight;
        g.setColor(Token.TEXT_2.color());
        for (String line : lines) {
            g.drawString(line, (getWidth() - metrics.stringWidth(line)) / 2, y);
            y += lineHeight;
        }
    }
}
