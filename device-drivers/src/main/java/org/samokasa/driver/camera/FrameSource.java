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
