package org.samokasa.kiosk.app.paper;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.samokasa.devices.PaperLine;

/** A picture file as dots. */
public final class Logo {
    /** Darker than this is black, of 255. */
    private static final int BLACK_BELOW = 128;
    /** 10 cm; whoever wants more on each receipt has taken the wrong file. */
    private static final int HEIGHT_MAX = 800;

    private Logo() {}

    /**
     * Reads a picture, dot by dot, into the middle of the paper.
     *
     * @param dots printable width
     * @throws IllegalArgumentException when it cannot be read or does not fit
     */
    public static PaperLine.Image read(Path file, int dots) {
        BufferedImage picture;
        try {
            picture = ImageIO.read(file.toFile());
        } catch (IOException e) {
            throw new IllegalArgumentException("logo " + file + " cannot be read: " + e.getMessage(), e);
        }
        if (picture == null) {
            throw new IllegalArgumentException("logo " + file + " is no PNG, JPEG, GIF or BMP picture");
        }
        if (picture.getWidth() > dots || picture.getHeight() > HEIGHT_MAX) {
            throw new IllegalArgumentException("logo " + file + " has " + picture.getWidth() + " x "
                    + picture.getHeight() + " dots, there is room for " + dots + " x " + HEIGHT_MAX);
        }
        return image(picture, dots);
    }

    private static PaperLine.Image image(BufferedImage picture, int dots) {
        int widthBytes = (dots + 7) / 8;
        int left = (dots - picture.getWidth()) / 2;
        byte[] rows = new byte[widthBytes * picture.getHeight()];
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (isBlack(picture.getRGB(x, y))) {
                    int at = left + x;
                    rows[y * widthBytes + at / 8] |= (byte) (0x80 >> at % 8);
                }
            }
        }
        return new PaperLine.Image(dots, rows);
    }

    /** What is transparent is paper. Weights of the three colours: ITU-R BT.601, in thousandths. */
    private static boolean isBlack(int argb) {
        int grey = (299 * (argb >> 16 & 0xFF) + 587 * (argb >> 8 & 0xFF) + 114 * (argb & 0xFF)) / 1000;
        return argb >>> 24 >= BLACK_BELOW && grey < BLACK_BELOW;
    }
}
