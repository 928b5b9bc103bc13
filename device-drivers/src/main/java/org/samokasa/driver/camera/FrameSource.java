package org.samokasa.driver.camera;

import com.google.zxing.LuminanceSource;
import org.samokasa.protocol.greyframe.GreyFrame;

/** A frame, turned and scaled, as the decoder wants to see it. */
final class FrameSource extends LuminanceSource {
    private final byte[] pixels;

    private FrameSource(int width, int height, byte[] pixels) {
        super(width, height);
        this.pixels = pixels;
    }

    static FrameSource of(GreyFrame frame) {
        return new FrameSource(frame.width(), frame.height(), frame.pixels());
    }

    /** A half as wide and high, each pixel the mean of four. */
    FrameSource halved() {
        int width = getWidth() / 2;
        int height = getHeight() / 2;
        byte[] half = new byte[width * height];
        for (int y = 0; y < height; y++) {
            int upper = 2 * y * getWidth();
            int lower = upper + getWidth();
            for (int x = 0; x < width; x++) {
                int sum = (pixels[upper + 2 * x] & 0xFF)
                        + (pixels[upper + 2 * x + 1] & 0xFF)
                        + (pixels[lower + 2 * x] & 0xFF)
                        + (pixels[lower + 2 * x + 1] & 0xFF);
                half[y * width + x] = (byte) (sum / 4);
            }
        }
        return new FrameSource(width, height, half);
    }

    /** Twice as wide and high, with means between: thin bars get the pixels that the decoder wants. */
    FrameSource doubled() {
        int width = getWidth() * 2;
        int height = getHeight() * 2;
        byte[] twice = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int right = Math.min(getWidth() - 1, x / 2 + (x & 1));
                int below = Math.min(getHeight() - 1, y / 2 + (y & 1));
                int sum = at(x / 2, y / 2) + at(right, y / 2) + at(x / 2, below) + at(right, below);
                twice[y * width + x] = (byte) (sum / 4);
            }
        }
        return new FrameSource(width, height, twice);
    }

    private int at(int x, int y) {
        return pixels[y * getWidth() + x] & 0xFF;
    }

    /**
     * Turned by an eighth of a circle, white where the frame has nothing; bars that lay at 45 degrees then lie along rows.
     */
    FrameSource turnedAnEighth() {
        int side = (int) Math.ceil((getWidth() + getHeight()) * Math.sqrt(0.5));
        // Steps of one pixel along a turned row, in 65536ths: cos and sin of 45 degrees.
        int step = (int) Math.round(65_536 * Math.sqrt(0.5));
        byte[] turned = new byte[side * side];
        java.util.Arrays.fill(turned, (byte) 0xFF);
        for (int y = 0; y < side; y++) {
            long fromX = (long) getWidth() * 32_768 + (long) (-side / 2) * step - (long) (y - side / 2) * step;
            long fromY = (long) getHeight() * 32_768 + (long) (-side / 2) * step + (long) (y - side / 2) * step;
            for (int x = 0; x < side; x++, fromX += step, fromY += step) {
                int sourceX = (int) (fromX >> 16);
                int sourceY = (int) (fromY >> 16);
                if (sourceX >= 0 && sourceY >= 0 && sourceX < getWidth() && sourceY < getHeight()) {
                    turned[y * side + x] = pixels[sourceY * getWidth() + sourceX];
                }
            }
        }
        return new FrameSource(side, side, turned);
    }

    /** Rows of an upright strip: enough for the rows of stacked bars. */
    private static final int STRIP_ROWS = 32;

    /** Strips are made this wide at least: bars of less than two pixels are read badly. */
    private static final int STRIP_WIDTH_MIN = 500;

    /**
     * Bars at any angle as a strip of upright ones. Each pixel is a mean along its bar, which takes the noise away.
     *
     * @param angle of the line across the bars, in radians from the frame's rows
     * @param left where the strip begins on that line, in pixels from the frame's origin; {@code right} where it ends
     * @param top the same on the line along the bars
     */
    FrameSource strip(double angle, double left, double right, double top, double bottom) {
        double along = Math.cos(angle);
        double across = Math.sin(angle);
        int scale = right - left < STRIP_WIDTH_MIN ? 2 : 1;
        int width = Math.max(1, (int) ((right - left) * scale));
        double step = Math.max(1, bottom - top) / STRIP_ROWS;
        int samples = (int) Math.max(1, Math.min(5, Math.ceil(step)));
        byte[] strip = new byte[width * STRIP_ROWS];
        for (int row = 0; row < STRIP_ROWS; row++) {
            for (int column = 0; column < width; column++) {
                double u = left + (double) column / scale;
                int sum = 0;
                for (int sample = 0; sample < samples; sample++) {
                    double v = top + (row + (sample + 0.5) / samples) * step;
                    sum += between(u * along - v * across, u * across + v * along);
                }
                strip[row * width + column] = (byte) (sum / samples);
            }
        }
        return new FrameSource(width, STRIP_ROWS, strip);
    }

    FrameSource upperHalf() {
        return crop(0, 0, getWidth(), getHeight() / 2);
    }

    FrameSource lowerHalf() {
        return crop(0, getHeight() / 2, getWidth(), getHeight() - getHeight() / 2);
    }

    /** Brightness between pixels, white outside the frame. */
    private int between(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        if (left < 0 || top < 0 || left + 1 >= getWidth() || top + 1 >= getHeight()) {
            return 0xFF;
        }
        int fx = (int) ((x - left) * 256);
        int fy = (int) ((y - top) * 256);
        int upper = at(left, top) * (256 - fx) + at(left + 1, top) * fx;
        int lower = at(left, top + 1) * (256 - fx) + at(left + 1, top + 1) * fx;
        return (upper * (256 - fy) + lower * fy) >> 16;
    }

    @Override
    public byte[] getRow(int y, byte[] row) {
        byte[] into = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
        System.arraycopy(pixels, y * getWidth(), into, 0, getWidth());
        return into;
    }

    @Override
    public byte[] getMatrix() {
        return pixels;
    }

    @Override
    public boolean isCropSupported() {
        return true;
    }

    @Override
    public FrameSource crop(int left, int top, int width, int height) {
        byte[] part = new byte[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, (top + y) * getWidth() + left, part, y * width, width);
        }
        return new FrameSource(width, height, part);
    }

    @Override
    public boolean isRotateSupported() {
        return true;
    }

    @Override
    public FrameSource rotateCounterClockwise() {
        int width = getHeight();
        int height = getWidth();
        byte[] turned = new byte[pixels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[y * width + x] = pixels[x * getWidth() + getWidth() - 1 - y];
            }
        }
        return new FrameSource(width, height, turned);
    }
}
