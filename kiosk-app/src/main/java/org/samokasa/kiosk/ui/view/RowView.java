package org.samokasa.kiosk.ui.view;

import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.function.Consumer;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.kiosk.ui.model.ViewState.Row;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Token;
import org.samokasa.kiosk.ui.theme.Type;

/** One line of the basket. */
final class RowView extends Drawn {
    static final double HEIGHT_MM = 22;
    static final double CHILD_MM = 13;

    private static final double REMOVE_MM = 15;
    private static final double PICTURE_MM = 17;

    private final transient Look look;
    private final transient Consumer<Control> presses;
    private transient Row row;

    private boolean roomForRemove;

    RowView(Look look, Consumer<Control> presses, Row row, boolean roomForRemove) {
        this.look = look;
        this.presses = presses;
        show(row, roomForRemove);
    }

    /** @param room whether other rows have a remove button: then all amounts stand left of it */
    void show(Row next, boolean room) {
        if (next.equals(row) && room == roomForRemove) {
            return;
        }
        row = next;
        roomForRemove = room;
        getAccessibleContext().setAccessibleName(next.name() + " " + next.detail() + " " + next.amount());
        if (next.remove().isEmpty()) {
            removeAll();
        } else if (getComponentCount() == 1) {
            ((KioskButton) getComponent(0)).show(next.remove().get());
        } else {
            add(new KioskButton(look, next.remove().get(), presses));
        }
        revalidate();
        repaint();
    }

    int height() {
        return look.mm(row.child() ? CHILD_MM : HEIGHT_MM);
    }

    @Override
    public void doLayout() {
        int size = look.mm(REMOVE_MM);
        for (java.awt.Component remove : getComponents()) {
            remove.setBounds(getWidth() - size - look.mm(3), (getHeight() - size) / 2, size, size);
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Ink.smooth(graphics);
        if (row.fresh()) {
            g.setColor(Token.FRESH.color());
            Ink.plain(g, 0, 0, getWidth(), getHeight());
        }
        int picture = look.mm(PICTURE_MM);
        int left = look.mm(4) + picture + look.mm(4);
        if (row.child()) {
            paintBranch(g, look.mm(4) + picture / 2);
        } else {
            Ink.goods(g, row.picture(), row.name(), look.mm(4), (getHeight() - picture) / 2, picture);
        }
        int right = getWidth() - look.mm(roomForRemove ? REMOVE_MM + 8 : 6);
        int amount = paintAmount(g, right);
        paintName(g, left, right - amount - look.mm(4) - left);
        g.setColor(Token.LINE.color());
        Ink.plain(g, left, getHeight() - Math.max(1, look.mm(0.3)), getWidth() - left, Math.max(1, look.mm(0.3)));
        g.dispose();
    }

    private void paintBranch(Graphics2D g, int x) {
        int thick = Math.max(1, look.mm(0.6));
        int middle = getHeight() / 2;
        g.setColor(Token.BORDER.color());
        Ink.plain(g, x, 0, thick, middle);
        Ink.plain(g, x, middle, look.mm(6), thick);
    }

    private int paintAmount(Graphics2D g, int right) {
        g.setFont(look.font(row.child() ? Type.BODY : Type.LABEL));
        g.setColor((row.child() ? Token.TEXT_2 : Token.TEXT).color());
        FontMetrics metrics = g.getFontMetrics();
        int width = metrics.stringWidth(row.amount());
        g.drawString(row.amount(), right - width, (getHeight() + metrics.getAscent() - metrics.getDescent()) / 2);
        return width;
    }

    private void paintName(Graphics2D g, int x, int width) {
        FontMetrics name = g.getFontMetrics(look.font(row.child() ? Type.BODY : Type.LABEL));
        FontMetrics small = g.getFontMetrics(look.font(Type.BODY));
        boolean detailed = !row.detail().isEmpty();
        boolean two = !row.child() && !detailed && name.stringWidth(row.name()) > width;
        java.util.List<String> lines = two ? Ink.wrap(row.name(), name, width) : java.util.List.of(row.name());
        String first = lines.get(0);
        String second =
                detailed ? row.detail() : lines.size() > 1 ? String.join(" ", lines.subList(1, lines.size())) : "";
        FontMetrics under = detailed ? small : name;
        int high = Ink.lineHeight(name) + (second.isEmpty() ? 0 : Ink.lineHeight(under));
        int y = (getHeight() - high) / 2;
        g.setFont(name.getFont());
        g.setColor((row.child() ? Token.TEXT_2 : Token.TEXT).color());
        g.drawString(Ink.cut(first, name, width), x, y + baseline(name));
        if (!second.isEmpty()) {
            g.setFont(under.getFont());
            g.setColor((detailed ? Token.TEXT_2 : Token.TEXT).color());
            g.drawString(Ink.cut(second, under, width), x, y + Ink.lineHeight(name) + baseline(under));
        }
    }

    private static int baseline(FontMetrics metrics) {
        return (Ink.lineHeight(metrics) + metrics.getAscent() - metrics.getDescent()) / 2;
    }
}
