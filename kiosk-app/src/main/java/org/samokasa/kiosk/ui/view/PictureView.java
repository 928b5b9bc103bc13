package org.samokasa.kiosk.ui.view;

import java.awt.Graphics;
import java.awt.Graphics2D;
import org.samokasa.kiosk.ui.theme.Pictures;

/** One drawing, as large as its place allows. */
final class PictureView extends Drawn {
    private String picture = "";

    void show(String next) {
        if (!next.equals(picture)) {
            picture = next;
            setVisible(!next.isEmpty());
            repaint();
        }
    }

    boolean isEmpty() {
        return picture.isEmpty();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Ink.smooth(graphics);
        int size = Math.min(getWidth(), getHeight());
        Pictures.paint(g, picture, (getWidth() - size) / 2, (getHeight() - size) / 2, size);
        g.dispose();
    }
}
