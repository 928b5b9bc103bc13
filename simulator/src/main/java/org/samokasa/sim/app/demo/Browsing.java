package org.samokasa.sim.app.demo;

import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;

/** Shows a page in the browser of whoever sits here, when there is one. */
final class Browsing {
    private Browsing() {}

    static void open(String address) {
        if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
            return;
        }
        try {
            Desktop.getDesktop().browse(URI.create(address));
        } catch (IOException noBrowser) {
            System.out.println("No browser opened by itself; the address above works in any.");
        }
    }
}
