package org.samokasa.kills;

import java.awt.AWTException;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Sees on the display itself when the lane's window is there: the pixels where it stands are no longer the bare ones. */
final class WindowWatch {
    /** Within the window wherever a title bar may push it. */
    private static final Rectangle PATCH = new Rectangle(200, 300, 64, 64);

    private static final int LOOK_MILLIS = 4;

    private final Robot robot;
    private final int[] bare;

    private WindowWatch(Robot robot) {
        this.robot = robot;
        this.bare = pixels();
    }

    /** Before any window is there. */
    static WindowWatch ofBareDisplay() {
        if (GraphicsEnvironment.isHeadless()) {
            throw new IllegalStateException("no display to see the lane's window on");
        }
        try {
            return new WindowWatch(new Robot());
        } catch (AWTException e) {
            throw new IllegalStateException("the display cannot be looked at: " + e.getMessage(), e);
        }
    }

    /** Throws when there is no use in waiting on. */
    interface Hope {
        void check() throws InterruptedException;
    }

    /** @return {@link System#nanoTime} when the window was there */
    long awaitWindow(Hope hope) throws InterruptedException {
        while (isBare()) {
            hope.check();
            Thread.sleep(LOOK_MILLIS);
        }
        return System.nanoTime();
    }

    /** Returns when a killed lane's window is gone from the display. */
    void awaitBare() throws InterruptedException {
        while (!isBare()) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private boolean isBare() {
        return Arrays.equals(bare, pixels());
    }

    private int[] pixels() {
        BufferedImage image = robot.createScreenCapture(PATCH);
        return image.getRGB(0, 0, PATCH.width, PATCH.height, null, 0, PATCH.width);
    }
}
