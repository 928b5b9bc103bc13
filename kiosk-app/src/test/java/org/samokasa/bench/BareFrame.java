package org.samokasa.bench;

import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Graphics;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;

/** The reference for starting and for memory: a JVM with FlatLaf, one frame, one label, and nothing else. */
public final class BareFrame {
    private BareFrame() {}

    public static void main(String[] words) {
        SwingUtilities.invokeLater(() -> {
            FlatLightLaf.setup();
            JFrame frame = new JFrame("bare");
            frame.add(new JLabel("bare") {
                private boolean told;

                @Override
                protected void paintComponent(Graphics graphics) {
                    super.paintComponent(graphics);
                    if (!told) {
                        told = true;
                        System.out.println("{\"ready\":\"bare\"}");
                    }
                }
            });
            frame.setSize(1080, 1000);
            frame.setDefaultCloseOperation(JFrame.EXIT_ON_CLOSE);
            frame.setVisible(true);
        });
    }
}
