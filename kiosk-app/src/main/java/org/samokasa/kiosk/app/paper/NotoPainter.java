package org.samokasa.kiosk.app.paper;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.devices.LinePainter;
import org.samokasa.devices.PaperLine;
import org.samokasa.devices.PaperLine.Align;
import org.samokasa.devices.PaperLine.Size;
import org.samokasa.kiosk.ui.theme.Typeface;

/**
 * Draws lines with the bundled Noto Sans, which has Devanagari. Text is shaped: signs join and change places as their
 * script asks (protocol sheet printer-escpos, section 4).
 */
public final class NotoPainter implements LinePainter {
    /** Letters as tall as font A's, which is 24 dots (LOCALE.md section 7). */
    private static final int BODY_DOTS = 24;
    /** Dots are black or white, letters are not smoothed. */
    private static final FontRenderContext INK = new FontRenderContext(null, false, false);

    /** A line of the image: what stands at which x. */
    private record Row(List<TextLayout> layouts, List<Float> places) {}

    @Override
    public Optional<PaperLine.Image> paint(PaperLine line, Paper paper) {
        if (line instanceof PaperLine.Text text && !text.text().isBlank()) {
            Font font = font(text.bold(), text.size());
            List<Row> rows = new ArrayList<>();
            for (TextLayout layout : broken(text.text(), font, paper.dots())) {
                rows.add(new Row(List.of(layout), List.of(place(text.align(), layout, paper.dots()))));
            }
            return Optional.of(image(rows, font, text.size() == Size.TALL ? 2 : 1, paper.dots()));
        }
        if (line instanceof PaperLine.Columns both && !(both.left() + both.right()).isBlank()) {
            return Optional.of(columns(both, paper));
        }
        return Optional.empty();
    }

    private static PaperLine.Image columns(PaperLine.Columns both, Paper paper) {
        Font font = font(both.bold(), Size.NORMAL);
        List<TextLayout> right = broken(both.right(), font, paper.dots());
        boolean shares = right.size() == 1 && right.get(0).getAdvance() < paper.dots() / 2f;
        int gap = paper.dots() / paper.columns();
        float room = shares ? paper.dots() - right.get(0).getAdvance() - gap : paper.dots();
        List<TextLayout> left = broken(both.left(), font, room);
        List<Row> rows = new ArrayList<>();
        for (TextLayout layout : left) {
            rows.add(new Row(List.of(layout), List.of(0f)));
        }
        if (shares && !left.isEmpty()) {
            TextLayout last = left.get(left.size() - 1);
            rows.set(
                    rows.size() - 1,
                    new Row(List.of(last, right.get(0)), List.of(0f, place(Align.RIGHT, right.get(0), paper.dots()))));
        } else {
            right.forEach(layout ->
                    rows.add(new Row(List.of(layout), List.of(place(Align.RIGHT, layout, paper.dots())))));
        }
        return image(rows, font, 1, paper.dots());
    }

    private static Font font(boolean bold, Size size) {
        return Typeface.font(bold, size == Size.DOUBLE ? 2 * BODY_DOTS : BODY_DOTS);
    }

    /** Broken between words, within one only when it is wider than the paper. */
    private static List<TextLayout> broken(String text, Font font, float width) {
        List<TextLayout> layouts = new ArrayList<>();
        String drawable = drawable(text, font);
        if (drawable.isBlank()) {
            return layouts;
        }
        AttributedString styled = new AttributedString(drawable);
        styled.addAttribute(TextAttribute.FONT, font);
        LineBreakMeasurer measurer = new LineBreakMeasurer(styled.getIterator(), INK);
        while (measurer.getPosition() < drawable.length()) {
            layouts.add(measurer.nextLayout(Math.max(width, 2 * BODY_DOTS)));
        }
        return layouts;
    }

    /** What the font lacks is a question mark, as on the printer itself; never nothing. */
    private static String drawable(String text, Font font) {
        StringBuilder known = new StringBuilder();
        text.codePoints().forEach(each -> {
            boolean control = Character.isISOControl(each);
            known.appendCodePoint(control ? ' ' : font.canDisplay(each) ? each : '?');
        });
        return known.toString();
    }

    private static float place(Align align, TextLayout layout, int dots) {
        float rest = Math.max(0, dots - layout.getVisibleAdvance());
        return switch (align) {
            case LEFT -> 0;
            case CENTRE -> rest / 2;
            case RIGHT -> rest;
        };
    }

    /**
     * White ink on black: a set bit is a black dot on paper.
     *
     * @param stretch how many times taller; by the canvas, because marks lose their places on a stretched font
     */
    private static PaperLine.Image image(List<Row> rows, Font font, int stretch, int dots) {
        var metrics = font.getLineMetrics("Ag", INK);
        int ascent = (int) Math.ceil(metrics.getAscent());
        int height = ascent + (int) Math.ceil(metrics.getDescent());
        BufferedImage image = new BufferedImage(dots, stretch * height * rows.size(), BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.scale(1, stretch);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            for (int part = 0; part < row.layouts().size(); part++) {
                row.layouts().get(part).draw(graphics, row.places().get(part), i * height + ascent);
            }
        }
        graphics.dispose();
        return new PaperLine.Image(dots, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    }
}
