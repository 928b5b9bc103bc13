package org.samokasa.kiosk.app.hub.alert;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.samokasa.kiosk.network.alert.HelpAlert;
import org.samokasa.kiosk.network.alert.HelpAlert.State;

/**
 * Writes a mail when nobody came and the managers are called, or when it takes too long. Mail is slow and stays: sooner it
 * would only tell of what is over when it is read.
 */
public final class MailWire implements AlertWire {
    private static final String TIMEOUT_MILLIS = "10000";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Settings settings;
    private final Session session;

    /** How the connection to the mail server is protected. */
    public enum Protection {
        /** For a server on this machine or a network of one's own. */
        NONE,
        /** Begins in clear and must change to TLS before anything is said (RFC 3207). */
        STARTTLS,
        TLS
    }

    /** Name and password at the mail server. */
    public record Login(String user, String password) {
        /** Without the password: this may come into a log. */
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /**
     * How mail is sent.
     *
     * @param zone in which times are written
     */
    public record Settings(
            String host,
            int port,
            Protection protection,
            Optional<Login> login,
            String from,
            List<String> to,
            ZoneId zone) {
        public Settings {
            to = List.copyOf(to);
        }
    }

    public MailWire(Settings settings) {
        this.settings = settings;
        Properties properties = new Properties();
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", String.valueOf(settings.port()));
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.auth", String.valueOf(settings.login().isPresent()));
        properties.put("mail.smtp.ssl.enable", String.valueOf(settings.protection() == Protection.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.starttls.required", String.valueOf(settings.protection() == Protection.STARTTLS));
        properties.put("mail.smtp.starttls.enable", String.valueOf(settings.protection() == Protection.STARTTLS));
        session = Session.getInstance(
                properties, settings.login().map(MailWire::authenticator).orElse(null));
    }

    private static Authenticator authenticator(Login login) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(login.user(), login.password());
            }
        };
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public boolean wants(HelpAlert alert) {
        return alert.state() == State.CALLS_MANAGERS || alert.state() == State.OVERDUE;
    }

    @Override
    public void send(HelpAlert alert) throws IOException {
        try {
            MimeMessage mail = new MimeMessage(session);
            mail.setFrom(new InternetAddress(settings.from(), true));
            for (String receiver : settings.to()) {
                mail.addRecipient(Message.RecipientType.TO, new InternetAddress(receiver, true));
            }
            mail.setSubject(subject(alert), "UTF-8");
            mail.setText(text(alert), "UTF-8");
            mail.setSentDate(Date.from(alert.at()));
            // Mail programs show one of several with the same id, which is what a repeated alert should be.
            mail.setHeader("X-Samokasa-Delivery", alert.id());
            Transport.send(mail);
        } catch (MessagingException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static String subject(HelpAlert alert) {
        String what = alert.state() == State.OVERDUE ? "takes too long" : "nobody has come";
        return alert.shop() + ", lane " + alert.lane() + ": " + alert.title() + " - " + what;
    }

    private String text(HelpAlert alert) {
        return "Lane " + alert.lane() + " of " + alert.shop() + " has asked for help (" + alert.title() + ") at "
                + TIME.format(alert.raisedAt().atZone(settings.zone())) + ".\n"
                + (alert.state() == State.OVERDUE
                        ? "Somebody is looking after it, and it is not solved yet.\n"
                        : "Nobody has taken it yet.\n")
                + "Written at " + TIME.format(alert.at().atZone(settings.zone())) + ", request " + alert.requestId()
                + ".\n";
    }
}
