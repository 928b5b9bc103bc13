package org.samokasa.kiosk.ui;

import java.awt.AWTEvent;
import java.awt.Dimension;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.WindowConstants;

/** The frame around the panel: where it stands, when it changes size, and any touch on it. Event thread only. */
final class KioskFrame {
    private final JFrame frame = new JFrame();
    private final AWTEventListener touches;
    private Dimension size;

    /**
     * @param sizeChanged the content has another size than before
     * @param touched a finger came down somewhere
     */
    KioskFrame(KioskSettings settings, Runnable sizeChanged, Runnable touched) {
        frame.setTitle(settings.shopName() + " " + settings.lane());
        size = new Dimension(settings.width(), settings.height());
        if (settings.fullScreen()) {
            coverDisplay(settings);
        } else {
            frame.setDefaultCloseOperation(WindowConstants.EXIT_ON_CLOSE);
            frame.getContentPane().setPreferredSize(size);
            frame.pack();
            frame.setLocation(settings.x(), settings.y());
        }
        touches = event -> {
            if (event.getID() == MouseEvent.MOUSE_PRESSED) {
                touched.run();
            }
        };
        Toolkit.getDefaultToolkit().addAWTEventListener(touches, AWTEvent.MOUSE_EVENT_MASK);
        frame.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent resized) {
                Dimension now = frame.getContentPane().getSize();
                if (!now.equals(size)) {
                    size = now;
                    sizeChanged.run();
                }
            }
        });
    }

    private void coverDisplay(KioskSettings settings) {
        frame.setUndecorated(true);
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        Rectangle display = display(new Point(settings.x(), settings.y()));
        frame.setBounds(display);
        size = display.getSize();
        // Fingers have no arrow.
        BufferedImage nothing = new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB);
        frame.setCursor(Toolkit.getDefaultToolkit().createCustomCursor(nothing, new Point(0, 0), "none"));
    }

    private static Rectangle display(Point holding) {
        GraphicsEnvironment all = GraphicsEnvironment.getLocalGraphicsEnvironment();
        return Arrays.stream(all.getScreenDevices())
                .map(GraphicsDevice::getDefaultConfiguration)
                .map(configuration -> configuration.getBounds())
                .filter(bounds -> bounds.contains(holding))
                .findFirst()
                .orElseGet(() ->
                        all.getDefaultScreenDevice().getDefaultConfiguration().getBounds());
    }

    int contentWidth() {
        return size.width;
    }

    int contentHeight() {
        return size.height;
    }

    void show(JComponent content) {
        frame.setContentPane(content);
        frame.validate();
        frame.setVisible(true);
    }

    void close() {
        Toolkit.getDefaultToolkit().removeAWTEventListener(touches);
        frame.dispose();
    }
}
