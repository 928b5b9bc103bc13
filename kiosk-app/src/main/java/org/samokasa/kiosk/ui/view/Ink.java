package org.samokasa.kiosk.ui.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import org.samokasa.kiosk.ui.theme.Pictures;
import org.samokasa.kiosk.ui.theme.Token;
import org.samokasa.kiosk.ui.theme.Typeface;

/** The strokes every view draws with: smooth text, wrapped lines, round boxes, pictures of goods. */
final class Ink {
    /** Line spacing for Latin letters (UX.md section 6). */
    private static final double SPACING = 1.28;

    private static final String ELLIPSIS = "…";

    /** Colours behind the initial of goods without a picture; dark enough for white letters. */
    private static final int[] INITIALS = {0x2F6F5E, 0x8A4B2A, 0x3B5B92, 0x7A3E6B, 0x5B6B2A, 0x9A5A1A};

    private Ink() {}

    static Graphics2D smooth(Graphics g) {
        Graphics2D g2 = (Graphics2D) g.create();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g2.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return g2;
    }

    /** Lines no wider than this, broken at blanks only; one word too long stands alone on its line. */
    static List<String> wrap(String text, FontMetrics metrics, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n")) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && metrics.stringWidth(longer) > width) {
                    lines.add(line.toString());
                    line = new StringBuilder(word);
                } else {
                    line = new StringBuilder(longer);
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    static boolean fits(String text, FontMetrics metrics, int width, int linesMax) {
        List<String> lines = wrap(text, metrics, width);
        return lines.size() <= linesMax && lines.stream().allMatch(line -> metrics.stringWidth(line) <= width);
    }

    static int lineHeight(FontMetrics metrics) {
        return (int) Math.round(metrics.getFont().getSize2D() * SPACING);
    }

    /** Cut at the end when it is wider than this. */
    static String cut(String text, FontMetrics metrics, int width) {
        if (metrics.stringWidth(text) <= width) {
            return text;
        }
        String cut = text;
        while (!cut.isEmpty() && metrics.stringWidth(cut.stripTrailing() + ELLIPSIS) > width) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut.stripTrailing() + ELLIPSIS;
    }

    /** The same font, smaller, until the text fits in one line; never below {@code least}. */
    static Font fitting(JComponent where, String text, Font wanted, Font least, int width) {
        int wide = where.getFontMetrics(wanted).stringWidth(text);
        if (wide <= width) {
            return wanted;
        }
        float size = wanted.getSize2D() * width / wide;
        return wanted.deriveFont(Math.max(size, least.getSize2D()));
    }

    /** Dark goods on a dark screen lie on something light. */
    private static void plate(Graphics2D g, int x, int y, int size) {
        if (!Token.TILE.color().equals(Token.SURFACE.color())) {
            box(g, x, y, size, size, size / 4, Token.TILE.color());
        }
    }

    static void box(Graphics2D g, int x, int y, int width, int height, int arc, Color fill) {
        g.setColor(fill);
        Shape box = new RoundRectangle2D.Double(x, y, width, height, arc, arc);
        int corner = (arc + 1) / 2;
        if (2 * corner >= Math.min(width, height) || !pixelsAreSquare(g)) {
            g.fill(box);
            return;
        }
        plain(g, x + corner, y, width - 2 * corner, height);
        plain(g, x, y + corner, corner, height - 2 * corner);
        plain(g, x + width - corner, y + corner, corner, height - 2 * corner);
        corners(g, x, y, width, height, corner, () -> g.fill(box));
    }

    /** Whether a whole number of ours is a whole pixel: not on a display that is scaled. */
    private static boolean pixelsAreSquare(Graphics2D g) {
        return g.getTransform().getType() <= AffineTransform.TYPE_TRANSLATION;
    }

    /** A rectangle without smooth edges: one order to the window system, where smooth ones are cut into small tiles. */
    static void plain(Graphics2D g, int x, int y, int width, int height) {
        Object smooth = g.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        if (pixelsAreSquare(g)) {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        }
        g.fillRect(x, y, width, height);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, smooth);
    }

    private static void corners(Graphics2D g, int x, int y, int width, int height, int size, Runnable paint) {
        Shape clip = g.getClip();
        for (int left : new int[] {x, x + width - size}) {
            for (int top : new int[] {y, y + height - size}) {
                if (g.hitClip(left, top, size, size)) {
                    g.clipRect(left, top, size, size);
                    paint.run();
                    g.setClip(clip);
                }
            }
        }
    }

    static void frame(Graphics2D g, int x, int y, int width, int height, int arc, int stroke, Color color) {
        g.setColor(color);
        g.setStroke(new BasicStroke(stroke));
        double half = stroke / 2.0;
        Shape frame = new RoundRectangle2D.Double(
                x + half, y + half, width - stroke, height - stroke, arc - (double) stroke, arc - (double) stroke);
        int corner = Math.max((arc + 1) / 2, stroke);
        if (2 * corner >= Math.min(width, height) || !pixelsAreSquare(g)) {
            g.draw(frame);
            return;
        }
        plain(g, x + corner, y, width - 2 * corner, stroke);
        plain(g, x + corner, y + height - stroke, width - 2 * corner, stroke);
        plain(g, x, y + corner, stroke, height - 2 * corner);
        plain(g, x + width - stroke, y + corner, stroke, height - 2 * corner);
        corners(g, x, y, width, height, corner, () -> g.draw(frame));
    }

    /** Goods by their picture, or by their initial on a calm colour. */
    static void goods(Graphics2D g, String picture, String name, int x, int y, int size) {
        if (!picture.isEmpty() && Pictures.has(picture)) {
            plate(g, x, y, size);
            Pictures.paint(g, picture, x, y, size);
            return;
        }
        int inset = Math.max(1, size / 12);
        int side = size - 2 * inset;
        Color color = new Color(INITIALS[Math.floorMod(name.hashCode(), INITIALS.length)]);
        box(g, x + inset, y + inset, side, side, side / 3, color);
        String initial = name.isEmpty() ? "?" : name.substring(0, name.offsetByCodePoints(0, 1));
        g.setFont(Typeface.font(true, side * 0.5f));
        g.setColor(Color.WHITE);
        FontMetrics metrics = g.getFontMetrics();
        int baseline = y + inset + (side + metrics.getAscent() - metrics.getDescent()) / 2;
        g.drawString(initial, x + inset + (side - metrics.stringWidth(initial)) / 2f, baseline);
    }
}
