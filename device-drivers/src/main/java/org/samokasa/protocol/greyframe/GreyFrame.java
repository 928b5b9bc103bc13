package org.samokasa.protocol.greyframe;

/** A picture in shades of grey. Not copied on the way, because it is large: whoever holds it must not change it. */
public final class GreyFrame {
    private final int width;
    private final int height;
    private final byte[] pixels;

    /** @param pixels row by row from the top left, 0 black to 255 white; not copied */
    public GreyFrame(int width, int height, byte[] pixels) {
        if (width <= 0 || height <= 0 || pixels.length != width * height) {
            throw new IllegalArgumentException(pixels.length + " pixels for " + width + " x " + height);
        }
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The pixels themselves, not a copy. */
    public byte[] pixels() {
        return pixels;
    }
}
