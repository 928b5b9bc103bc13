package org.samokasa.kiosk.app.hub.alert;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How alerts leave the shop, beside its pages.
 *
 * @param mqtt whether they are put on the broker
 */
public record AlertSettings(boolean mqtt, List<Webhook> webhooks, Optional<MailWire.Settings> mail) {
    /** On the broker and nowhere else. */
    public static final AlertSettings DEFAULT = new AlertSettings(true, List.of(), Optional.empty());

    /**
     * Another program.
     *
     * @param name   for the log
     * @param secret shared with it
     */
    public record Webhook(String name, URI url, String secret) {
        /** Without the secret: this may come into a log. */
        @Override
        public String toString() {
            return "Webhook[" + name + ", " + url.getHost() + "]";
        }
    }

    public AlertSettings {
        webhooks = List.copyOf(webhooks);
    }
}
