package org.samokasa.kiosk.app.report;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.samokasa.kiosk.domain.language.Words;
import org.samokasa.kiosk.insight.WeekReport;

/** The week on one page A4, from top to bottom; what does not fit any more is left away rather than cut. */
final class WeekPdf {
    private static final float MARGIN = 45;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float CHART_HEIGHT = WIDTH * 380 / 900;
    private static final float LINE = 1.35f;
    private static final float FIGURE_POINTS = 7.5f;
    private static final Color INK = new Color(0x14202B);
    private static final Color QUIET = new Color(0x414D58);
    private static final Color BOX = new Color(0xEEF2F5);

    private final PDPageContentStream page;
    private final PdfText plain;
    private final PdfText bold;
    private float y = PDRectangle.A4.getHeight() - MARGIN;

    private WeekPdf(PDPageContentStream page, PdfText plain, PdfText bold) {
        this.page = page;
        this.plain = plain;
        this.bold = bold;
    }

    static byte[] of(WeekReport report) {
        try (PDDocument document = new PDDocument();
                InputStream regularFile = ReportFonts.file("Regular");
                InputStream boldFile = ReportFonts.file("Bold")) {
            document.getDocumentInformation().setTitle(report.title());
            document.getDocumentCatalog().setLanguage(report.words().language().tag());
            PDPage sheet = new PDPage(PDRectangle.A4);
            document.addPage(sheet);
            PdfText plain = PdfText.of(document, regularFile, ReportFonts.plain(1));
            PdfText bold = PdfText.of(document, boldFile, ReportFonts.bold(1));
            try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
                WeekPdf pdf = new WeekPdf(content, plain, bold);
                pdf.write(report);
                Optional<BufferedImage> chart = new Charts(report.words()).of(report.causes());
                if (chart.isPresent() && pdf.y - CHART_HEIGHT > MARGIN) {
                    content.drawImage(
                            LosslessFactory.createFromImage(document, chart.get()),
                            MARGIN,
                            pdf.y - CHART_HEIGHT,
                            WIDTH,
                            CHART_HEIGHT);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the report cannot be written: " + e.getMessage(), e);
        }
    }

    private void write(WeekReport report) throws IOException {
        lines(bold, 18, INK, MARGIN, report.title());
        lines(plain, 10, QUIET, MARGIN, report.days());
        figures(report.figures(), report.words());
        title(report.words().say("fix.title"));
        int number = 1;
        for (WeekReport.Fix fix : report.fixes()) {
            lines(bold, 10.5f, INK, MARGIN, number + ". " + fix.what());
            lines(plain, 9.5f, INK, MARGIN + 14, fix.why() + ". " + fix.saves() + ".");
            number++;
        }
        if (report.fixes().isEmpty()) {
            lines(plain, 10, INK, MARGIN, report.words().say("fix.none"));
        }
        for (WeekReport.Section section : report.sections()) {
            title(section.title());
            for (String sentence : section.sentences()) {
                lines(plain, 10, INK, MARGIN, "•  " + sentence);
            }
        }
        y -= 10;
    }

    private void title(String text) throws IOException {
        y -= 8;
        lines(bold, 12, INK, MARGIN, text);
    }

    private void figures(List<WeekReport.Figure> figures, Words words) throws IOException {
        float gap = 6;
        float width = (WIDTH - gap * (figures.size() - 1)) / figures.size();
        float height = 62;
        float top = y - 8;
        for (int i = 0; i < figures.size(); i++) {
            WeekReport.Figure figure = figures.get(i);
            float x = MARGIN + i * (width + gap);
            page.setNonStrokingColor(BOX);
            page.addRect(x, top - height, width, height);
            page.fill();
            put(bold, 17, INK, x + 7, top - 22, figure.value().isEmpty() ? "–" : figure.value());
            fit(plain, INK, x + 7, top - 38, width - 12, figure.label());
            String before = figure.before().isEmpty() ? "" : words.say("week.before", figure.before());
            fit(plain, QUIET, x + 7, top - 52, width - 12, before);
        }
        y = top - height - 4;
    }

    /** Writes below what is there, as long as there is room, and breaks between words. */
    private void lines(PdfText font, float size, Color color, float x, String text) throws IOException {
        for (String line : broken(font, size, WIDTH - (x - MARGIN), text)) {
            if (y - size * LINE < MARGIN) {
                return;
            }
            y -= size * LINE;
            put(font, size, color, x, y, line);
        }
    }

    /** In one line, smaller when the words of a language are longer than the box. */
    private void fit(PdfText font, Color color, float x, float baseline, float width, String text) throws IOException {
        float wide = font.width(text, FIGURE_POINTS);
        put(font, wide <= width ? FIGURE_POINTS : FIGURE_POINTS * width / wide, color, x, baseline, text);
    }

    private void put(PdfText font, float size, Color color, float x, float baseline, String text) throws IOException {
        page.setNonStrokingColor(color);
        font.write(page, text, size, x, baseline);
    }

    private static List<String> broken(PdfText font, float size, float width, String text) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font.width(longer, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
