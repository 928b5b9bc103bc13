package org.samokasa.kiosk.app.cli;

import org.samokasa.kiosk.app.config.ConfigFile;

/** The sample shop, for commands that are called without a configuration. */
final class SampleShop {
    private SampleShop() {}

    static ConfigFile config() {
        return ConfigFile.resource("org/samokasa/kiosk/app/sample-shop.conf");
    }
}
