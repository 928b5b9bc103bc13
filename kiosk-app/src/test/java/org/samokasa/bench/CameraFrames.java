package org.samokasa.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.samokasa.protocol.greyframe.GreyFrame;
import org.samokasa.transport.picture.PictureFile;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.Code2Of5;
import uk.org.okapibarcode.backend.DataBar14;
import uk.org.okapibarcode.backend.DataBarExpanded;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.Ean;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.output.Java2DRenderer;

/** Frames of a till's camera with a known code in each, or picture files with their text beside them. */
final class CameraFrames {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int[] DEGREES = {0, 7, 20, 45, 70, 90, 135, 180};
    private static final int KINDS = 8;

    /** @param data what the code holds, with digits only where brackets and separators stood */
    record Shown(GreyFrame frame, String data) {}

    private CameraFrames() {}

    /**
     * Codes of eight kinds in eight positions, sheared as by a slanted view, on a littered desk, with less contrast, blur and
     * noise; modules of 1.6 to 3.8 pixels, squares 2.6 to 6.1.
     */
    static List<Shown> drawn(int count, long seed) {
        Random random = new Random(seed);
        List<Shown> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int kind = i % KINDS;
            Symbol symbol = symbol(kind, random);
            boolean square = symbol instanceof QrCode || symbol instanceof DataMatrix;
            double module = (1.6 + random.nextDouble() * 2.2) * (square ? 1.6 : 1);
            BufferedImage desk = desk(random);
            place(desk, symbol, module, DEGREES[i / KINDS % DEGREES.length], random);
            all.add(new Shown(worn(blurred(desk, random.nextInt(3) * 0.06f), random), data(symbol)));
        }
        return all;
    }

    /** Every picture of a folder and those below, in four positions, whose text stands in a .txt file beside it. */
    static List<Shown> files(Path folder) throws IOException {
        List<Shown> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(PictureFile::isOne).sorted().toList()) {
                Path text = Path.of(file.toString().replaceFirst("\\.[^.]*$", ".txt"));
                if (Files.exists(text)) {
                    BufferedImage picture = ImageIO.read(file.toFile());
                    for (int quarter = 0; quarter < 4; quarter++) {
                        all.add(new Shown(PictureFile.grey(turned(picture, quarter)), plain(Files.readString(text))));
                    }
                }
            }
        }
        return all;
    }

    /** The data without what decoders write in different ways: identifiers of the symbology, brackets, separators. */
    static String plain(String text) {
        String data = text.replaceFirst("^\\][A-Za-z][0-9A-F]", "").replaceFirst("^\\]C1", "");
        data = data.replaceAll("[()\\[\\]\u001D]|\\\\<FNC1>", "");
        return data.matches("01[0-9]{14}") ? data.substring(2) : data;
    }

    private static Symbol symbol(int kind, Random random) {
        String nine = String.format("%09d", random.nextInt(1_000_000_000));
        Symbol symbol = switch (kind) {
            case 0 -> new Ean();
            case 1 -> new Ean(Ean.Mode.EAN8);
            case 2 -> new Code128();
            case 3 -> new DataBar14();
            case 4 -> new DataBarExpanded();
            case 5 -> new QrCode();
            case 6 -> new DataMatrix();
            default -> new Code2Of5(Code2Of5.ToFMode.ITF14);
        };
        if (kind == 2 || kind == 4 || kind == 6) {
            symbol.setDataType(Symbol.DataType.GS1);
        }
        symbol.setContent(
                switch (kind) {
                    case 0 -> "590" + nine;
                    case 1 -> "96" + nine.substring(0, 5);
                    case 2 -> "[01]09521234543213[10]L" + nine.substring(5) + "[17]261231";
                    case 3 -> "0952" + nine;
                    case 4 -> "[01]09521234543213[3103]0" + nine.substring(4);
                    case 5 -> "https://id.gs1.org/01/09521234543213/10/L" + nine.substring(4) + "?17=261231";
                    case 6 -> "[01]09521234543213[17]261231[10]L" + nine.substring(4);
                    default -> "1952" + nine;
                });
        symbol.setModuleWidth(1);
        if (kind != 5 && kind != 6) {
            symbol.setBarHeight(45);
        }
        symbol.setQuietZoneHorizontal(12);
        symbol.setQuietZoneVertical(12);
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        return symbol;
    }

    private static String data(Symbol symbol) {
        String content = plain(symbol.getContent());
        boolean checkDigitMissing = content.matches("[0-9]{7}|[0-9]{12}|[0-9]{13}");
        return checkDigitMissing ? content + org.samokasa.kiosk.domain.barcode.gs1.CheckDigit.mod10(content) : content;
    }

    private static BufferedImage desk(Random random) {
        BufferedImage desk = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D ink = desk.createGraphics();
        ink.setColor(Color.GRAY);
        ink.fillRect(0, 0, WIDTH, HEIGHT);
        for (int thing = 0; thing < 30; thing++) {
            int shade = random.nextInt(200);
            ink.setColor(new Color(shade, shade, shade));
            ink.fillRect(random.nextInt(WIDTH), random.nextInt(HEIGHT), random.nextInt(200), random.nextInt(120));
        }
        ink.dispose();
        return desk;
    }

    /** Drawn four times as fine first, so that edges fall between pixels as in a lens. */
    private static void place(BufferedImage desk, Symbol symbol, double module, int degrees, Random random) {
        BufferedImage fine =
                new BufferedImage(symbol.getWidth() * 4, symbol.getHeight() * 4, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D ink = fine.createGraphics();
        ink.setColor(Color.WHITE);
        ink.fillRect(0, 0, fine.getWidth(), fine.getHeight());
        new Java2DRenderer(ink, 4, uk.org.okapibarcode.graphics.Color.WHITE, uk.org.okapibarcode.graphics.Color.BLACK)
                .render(symbol);
        ink.dispose();
        AffineTransform where = AffineTransform.getTranslateInstance(
                WIDTH / 2.0 + random.nextInt(100) - 50, HEIGHT / 2.0 + random.nextInt(80) - 40);
        where.rotate(Math.toRadians(degrees));
        where.shear(random.nextDouble() * 0.2 - 0.1, random.nextDouble() * 0.1 - 0.05);
        where.scale(module / 4, module / 4);
        where.translate(-fine.getWidth() / 2.0, -fine.getHeight() / 2.0);
        Graphics2D paper = desk.createGraphics();
        paper.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        paper.drawImage(fine, where, null);
        paper.dispose();
    }

    private static BufferedImage blurred(BufferedImage sharp, float share) {
        float[] weights = new float[9];
        Arrays.fill(weights, share);
        weights[4] = 1 - 8 * share;
        return new ConvolveOp(new Kernel(3, 3, weights), ConvolveOp.EDGE_NO_OP, null).filter(sharp, null);
    }

    private static GreyFrame worn(BufferedImage picture, Random random) {
        GreyFrame frame = PictureFile.grey(picture);
        byte[] pixels = frame.pixels();
        double noise = random.nextInt(3) * 7.0;
        double contrast = 0.5 + random.nextDouble() / 2;
        for (int i = 0; i < pixels.length; i++) {
            double value = ((pixels[i] & 0xFF) - 128) * contrast + 128 + random.nextGaussian() * noise;
            pixels[i] = (byte) Math.max(0, Math.min(255, (int) value));
        }
        return frame;
    }

    private static BufferedImage turned(BufferedImage picture, int quarters) {
        boolean upright = quarters % 2 == 0;
        int width = upright ? picture.getWidth() : picture.getHeight();
        int height = upright ? picture.getHeight() : picture.getWidth();
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D ink = turned.createGraphics();
        ink.translate(width / 2.0, height / 2.0);
        ink.rotate(quarters * Math.PI / 2);
        ink.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
        ink.drawImage(picture, 0, 0, null);
        ink.dispose();
        return turned;
    }
}
