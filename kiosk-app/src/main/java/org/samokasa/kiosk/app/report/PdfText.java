package org.samokasa.kiosk.app.report;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * A font on a PDF page. What the PDF library cannot shape, as the joined letters of Hindi, is drawn as outlines that Java
 * has shaped; the same text lies over it unseen, so that it can be searched and copied.
 *
 * @param embedded the font in the file
 * @param shaping  the same font, 1 point large
 */
record PdfText(PDType0Font embedded, Font shaping) {
    private static final FontRenderContext FINE = new FontRenderContext(null, true, true);
    /** Outlines of a font this large keep their curves when they are scaled down. */
    private static final float LARGE = 1_000;

    /** Letters are embedded one by one: joined ones could not be searched. */
    static PdfText of(PDDocument document, InputStream file, Font shaping) throws IOException {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        font.setEnableGsub(false);
        return new PdfText(PDType0Font.load(document, font, true), shaping);
    }

    /** Points that the text takes from left to right. */
    float width(String text, float size) throws IOException {
        String shown = printable(text);
        return needsShaping(shown)
                ? shaped(shown).getAdvance() / LARGE * size
                : embedded.getStringWidth(shown) / 1_000 * size;
    }

    /** Writes from here to the right, in the colour that is set. */
    void write(PDPageContentStream page, String text, float size, float x, float baseline) throws IOException {
        String shown = printable(text);
        boolean outlined = needsShaping(shown);
        if (outlined) {
            outline(page, shown, size, x, baseline);
        }
        page.beginText();
        page.setRenderingMode(outlined ? RenderingMode.NEITHER : RenderingMode.FILL);
        page.setFont(embedded, size);
        page.newLineAtOffset(x, baseline);
        page.showText(shown);
        page.endText();
    }

    private static boolean needsShaping(String text) {
        return Font.textRequiresLayout(text.toCharArray(), 0, text.length());
    }

    private TextLayout shaped(String text) {
        return new TextLayout(text, shaping.deriveFont(LARGE), FINE);
    }

    /** Java counts downwards, a PDF upwards. */
    private void outline(PDPageContentStream page, String text, float size, float x, float baseline)
            throws IOException {
        AffineTransform onPage = new AffineTransform(size / LARGE, 0, 0, -size / LARGE, x, baseline);
        float[] at = new float[6];
        float lastX = 0;
        float lastY = 0;
        for (PathIterator path = shaped(text).getOutline(onPage).getPathIterator(null); !path.isDone(); path.next()) {
            int kind = path.currentSegment(at);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> page.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> page.lineTo(at[0], at[1]);
                case PathIterator.SEG_QUADTO -> quadratic(page, lastX, lastY, at);
                case PathIterator.SEG_CUBICTO -> page.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> page.closePath();
            }
            int end = kind == PathIterator.SEG_QUADTO ? 2 : kind == PathIterator.SEG_CUBICTO ? 4 : 0;
            lastX = at[end];
            lastY = at[end + 1];
        }
        page.fill();
    }

    /** A PDF has cubic curves alone: their two middle points lie two thirds of the way to the quadratic's one. */
    private static void quadratic(PDPageContentStream page, float fromX, float fromY, float[] at) throws IOException {
        page.curveTo(
                fromX + (at[0] - fromX) * 2 / 3,
                fromY + (at[1] - fromY) * 2 / 3,
                at[2] + (at[0] - at[2]) * 2 / 3,
                at[3] + (at[1] - at[3]) * 2 / 3,
                at[2],
                at[3]);
    }

    /** Names of goods may be in a script that the font has no letters for. */
    private String printable(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(letter -> {
            try {
                embedded.encode(Character.toString(letter));
                safe.appendCodePoint(letter);
            } catch (IOException | IllegalArgumentException e) {
                safe.append('?');
            }
        });
        return safe.toString();
    }
}
