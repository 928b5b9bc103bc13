package org.samokasa.kiosk.app.hub;

import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.samokasa.kiosk.app.config.ConfigFile;
import org.samokasa.kiosk.app.hub.alert.AlertSettings;
import org.samokasa.kiosk.app.hub.alert.MailWire;

/** Reads the part {@code alerts} of {@code hub.conf}. */
final class AlertConfigReader {
    /** Shorter ones are guessed. */
    private static final int SECRET_LENGTH_LEAST = 16;

    /** RFC 6409, message submission. */
    private static final int MAIL_PORT = 587;

    private static final int PORT_MAX = 65_535;

    private AlertConfigReader() {}

    static AlertSettings read(ConfigFile alerts, ZoneId zone) {
        List<AlertSettings.Webhook> webhooks = new ArrayList<>();
        if (alerts.has("webhooks")) {
            alerts.sections("webhooks").forEach(section -> webhooks.add(webhook(section)));
        }
        return new AlertSettings(
                alerts.flag("mqtt", true),
                webhooks,
                alerts.optionalSection("mail").map(mail -> mail(mail, zone)));
    }

    private static AlertSettings.Webhook webhook(ConfigFile section) {
        String name = section.parsed("name", "", AlertConfigReader::name);
        URI url = section.parsed("url", URI.create("http://localhost"), AlertConfigReader::url);
        String secret = section.text("secret");
        if (secret.length() < SECRET_LENGTH_LEAST) {
            section.error("secret", "has at least " + SECRET_LENGTH_LEAST + " characters");
        }
        return new AlertSettings.Webhook("webhook-" + name, url, secret);
    }

    private static String name(String text) {
        if (!text.matches("[A-Za-z0-9-]{1,30}")) {
            throw new IllegalArgumentException("a webhook's name has 1 to 30 letters, digits and dashes");
        }
        return text;
    }

    private static URI url(String text) {
        URI url = URI.create(text);
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!web || url.getHost() == null) {
            throw new IllegalArgumentException("begins with http:// or https:// and names a host");
        }
        return url;
    }

    private static MailWire.Settings mail(ConfigFile mail, ZoneId zone) {
        Optional<String> user = mail.optionalText("user");
        Optional<String> password = mail.optionalText("password");
        if (user.isPresent() != password.isPresent()) {
            mail.error("user", "and mail.password belong together");
        }
        List<String> to = mail.texts("to");
        if (to.isEmpty()) {
            mail.error("to", "names at least one receiver");
        }
        return new MailWire.Settings(
                mail.text("host"),
                mail.integer("port", 1, PORT_MAX, MAIL_PORT),
                mail.parsed("protection", MailWire.Protection.STARTTLS, AlertConfigReader::protection),
                user.flatMap(u -> password.map(p -> new MailWire.Login(u, p))),
                mail.text("from"),
                to,
                zone);
    }

    private static MailWire.Protection protection(String text) {
        try {
            return MailWire.Protection.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is none, starttls or tls", e);
        }
    }
}
