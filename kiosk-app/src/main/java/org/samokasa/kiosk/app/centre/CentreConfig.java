package org.samokasa.kiosk.app.centre;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * How a help centre is set up.
 *
 * @param host  where its page listens
 * @param port  0 for any free one
 * @param data  directory of the key to the page; nothing else is kept
 * @param shops in the order in which the page shows them
 */
record CentreConfig(String host, int port, Path data, List<ShopAddress> shops) {
    CentreConfig {
        shops = List.copyOf(shops);
    }

    /**
     * A shop that the centre serves.
     *
     * @param id   in addresses and on the event stream
     * @param name as operators read it
     * @param hub  scheme, host and port of the hub's console, without a path
     * @param key  to that console, as the hub keeps it in {@code console-token}
     */
    record ShopAddress(String id, String name, URI hub, String key) {
        /** Without the key: it opens the shop. */
        @Override
        public String toString() {
            return id + " at " + hub;
        }
    }
}
