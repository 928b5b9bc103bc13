package org.samokasa.sim.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samokasa.sim.device.printer.PaperPiece;

/** Draws a roll as thermal paper: characters in their cells, QR codes that can be scanned, cuts as dashed lines. */
public final class PaperPicture {
    /** Font A at 203 dpi: cells of 12 x 24 dots, lines of 30. */
    private static final int CELL_WIDTH = 12;

    private static final int CELL_HEIGHT = 24;
    private static final int LINE_HEIGHT = 30;
    private static final int MARGIN = 32;
    private static final int CUT_HEIGHT = 48;
    /** Tallest picture; older paper is rolled up above it. */
    private static final int HEIGHT_MAX = 12_000;

    private static final Color PAPER = new Color(0xFBF9F3);
    private static final Color INK = new Color(0x2B2A2C);
    private static final Color EDGE = new Color(0xB9B4A8);

    private final int widthDots;

    /** @param columns characters of font A on one line: 48 on 80 mm paper */
    public PaperPicture(int columns) {
        widthDots = columns * CELL_WIDTH;
    }

    /** The roll as a picture, a little paper above and below. Headless. */
    public BufferedImage draw(List<PaperPiece> paper) {
        int from = 0;
        int height = 2 * MARGIN;
        for (PaperPiece piece : paper) {
            height += height(piece);
        }
        while (height > HEIGHT_MAX) {
            height -= height(paper.get(from));
            from++;
        }
        BufferedImage image = new BufferedImage(widthDots + 2 * MARGIN, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, image.getWidth(), height);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        int y = MARGIN;
        for (PaperPiece piece : paper.subList(from, paper.size())) {
            draw(graphics, piece, y);
            y += height(piece);
        }
        graphics.setColor(EDGE);
        graphics.drawRect(0, 0, image.getWidth() - 1, height - 1);
        graphics.dispose();
        return image;
    }

    private static int height(PaperPiece piece) {
        if (piece instanceof PaperPiece.Line line) {
            int factor = line.spans().stream()
                    .mapToInt(PaperPiece.Span::heightFactor)
                    .max()
                    .orElse(1);
            return LINE_HEIGHT + (factor - 1) * CELL_HEIGHT;
        }
        if (piece instanceof PaperPiece.QrCode qr) {
            return matrix(qr).getHeight() * qr.moduleDots() + LINE_HEIGHT;
        }
        if (piece instanceof PaperPiece.Picture picture) {
            return picture.rows();
        }
        return piece instanceof PaperPiece.Barcode barcode ? barcode.heightDots() + 2 * LINE_HEIGHT : CUT_HEIGHT;
    }

    private void draw(Graphics2D graphics, PaperPiece piece, int y) {
        graphics.setColor(INK);
        if (piece instanceof PaperPiece.Line line) {
            drawLine(graphics, line, y);
        } else if (piece instanceof PaperPiece.QrCode qr) {
            drawQr(graphics, qr, y + LINE_HEIGHT / 2);
        } else if (piece instanceof PaperPiece.Picture picture) {
            drawPicture(graphics, picture, y);
        } else if (piece instanceof PaperPiece.Barcode barcode) {
            drawBarcode(graphics, barcode, y);
        } else {
            drawCut(graphics, y + CUT_HEIGHT / 2);
        }
    }

    private int left(int align, int width) {
        return MARGIN
                + switch (align) {
                    case 1 -> Math.max(0, (widthDots - width) / 2);
                    case 2 -> Math.max(0, widthDots - width);
                    default -> 0;
                };
    }

    private void drawLine(Graphics2D graphics, PaperPiece.Line line, int y) {
        int width = line.spans().stream()
                .mapToInt(span -> span.text().length() * span.widthFactor() * CELL_WIDTH)
                .sum();
        int bottom = y + height(line) - (LINE_HEIGHT - CELL_HEIGHT);
        int x = left(line.align(), width);
        for (PaperPiece.Span span : line.spans()) {
            int spanWidth = span.text().length() * span.widthFactor() * CELL_WIDTH;
            int spanHeight = span.heightFactor() * CELL_HEIGHT;
            if (span.inverted()) {
                graphics.setColor(INK);
                graphics.fillRect(x, bottom - spanHeight, spanWidth, spanHeight);
                graphics.setColor(PAPER);
            }
            drawText(graphics, span.text(), x, bottom, span.bold(), span.widthFactor(), span.heightFactor());
            if (span.underlined()) {
                graphics.fillRect(x, bottom - 1, spanWidth, 2);
            }
            graphics.setColor(INK);
            x += spanWidth;
        }
    }

    /** Each character in its own cell, so that columns stand exactly below each other whatever the font. */
    private static void drawText(
            Graphics2D graphics, String text, int x, int bottom, boolean bold, int widthFactor, int heightFactor) {
        Font font = new Font(Font.MONOSPACED, bold ? Font.BOLD : Font.PLAIN, 20);
        graphics.setFont(font.deriveFont(AffineTransform.getScaleInstance(widthFactor, heightFactor)));
        int baseline = bottom - 6 * heightFactor;
        for (int i = 0; i < text.length(); i++) {
            graphics.drawString(String.valueOf(text.charAt(i)), x + i * CELL_WIDTH * widthFactor, baseline);
        }
    }

    private static BitMatrix matrix(PaperPiece.QrCode qr) {
        try {
            return new QRCodeWriter()
                    .encode(
                            qr.text(),
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    0,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M));
        } catch (WriterException e) {
            throw new IllegalArgumentException("the printer took a QR code that does not exist", e);
        }
    }

    private void drawQr(Graphics2D graphics, PaperPiece.QrCode qr, int y) {
        BitMatrix matrix = matrix(qr);
        int dots = qr.moduleDots();
        int x = left(qr.align(), matrix.getWidth() * dots);
        for (int row = 0; row < matrix.getHeight(); row++) {
            for (int column = 0; column < matrix.getWidth(); column++) {
                if (matrix.get(column, row)) {
                    graphics.fillRect(x + column * dots, y + row * dots, dots, dots);
                }
            }
        }
    }

    /** Bars when the data are right; else the raw data as text, as a printer does, without a word of complaint. */
    private void drawBarcode(Graphics2D graphics, PaperPiece.Barcode barcode, int y) {
        Optional<PrintedBars> bars = PrintedBars.of(barcode);
        String digits = bars.map(PrintedBars::digits)
                .orElse(barcode.data().toText(StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", "."));
        int dots = barcode.moduleDots();
        int width = bars.map(known -> known.modules().length * dots).orElse(0);
        if (bars.isPresent() && width <= widthDots) {
            int x = left(barcode.align(), width);
            for (int i = 0; i < bars.get().modules().length; i++) {
                if (bars.get().modules()[i]) {
                    graphics.fillRect(x + dots * i, y + LINE_HEIGHT, dots, barcode.heightDots());
                }
            }
        }
        int x = left(barcode.align(), digits.length() * CELL_WIDTH);
        if ((barcode.digits() & 1) != 0) {
            drawText(graphics, digits, x, y + CELL_HEIGHT, false, 1, 1);
        }
        if ((barcode.digits() & 2) != 0 || bars.isEmpty()) {
            drawText(graphics, digits, x, y + LINE_HEIGHT + barcode.heightDots() + CELL_HEIGHT, false, 1, 1);
        }
    }

    private void drawPicture(Graphics2D graphics, PaperPiece.Picture picture, int y) {
        int x = left(picture.align(), picture.widthBytes() * 8);
        for (int i = 0; i < picture.pixels().size(); i++) {
            for (int bit = 0; bit < 8; bit++) {
                if ((picture.pixels().at(i) >> (7 - bit) & 1) != 0) {
                    graphics.fillRect(x + i % picture.widthBytes() * 8 + bit, y + i / picture.widthBytes(), 1, 1);
                }
            }
        }
    }

    private void drawCut(Graphics2D graphics, int y) {
        graphics.setColor(EDGE);
        graphics.setStroke(new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {10, 8}, 0));
        graphics.drawLine(MARGIN / 2, y, widthDots + MARGIN * 3 / 2, y);
        graphics.setStroke(new BasicStroke(1));
    }
}
