package org.samokasa.transport.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.greyframe.GreyFrame;
import org.samokasa.protocol.greyframe.PgmFramer;

/** Reads PNG, JPEG, GIF, BMP and PGM files as grey frames. */
public final class PictureFile {
    private PictureFile() {}

    /** Whether a file's name is that of a picture we can read. */
    public static boolean isOne(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|gif|bmp|pgm)");
    }

    /** @throws IOException when the file cannot be read or holds no picture, naming it */
    public static GreyFrame read(Path file) throws IOException {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".pgm")) {
            return new PgmFramer()
                    .feed(Bytes.copyOf(Files.readAllBytes(file)))
                    .orElseThrow(() -> new IOException(file + " holds no whole picture"));
        }
        BufferedImage picture = ImageIO.read(file.toFile());
        if (picture == null) {
            throw new IOException(file + " is no picture that can be read");
        }
        return grey(picture);
    }

    /** What is transparent counts as white paper. Weights of ITU-R BT.601, in 1024ths. */
    public static GreyFrame grey(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        byte[] pixels = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            picture.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int argb = row[x];
                int alpha = argb >>> 24;
                int light = (306 * (argb >> 16 & 0xFF) + 601 * (argb >> 8 & 0xFF) + 117 * (argb & 0xFF) + 512) >> 10;
                pixels[y * width + x] = (byte) ((light * alpha + 255 * (255 - alpha)) / 255);
            }
        }
        return new GreyFrame(width, height, pixels);
    }
}
