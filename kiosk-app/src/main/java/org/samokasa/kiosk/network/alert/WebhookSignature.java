package org.samokasa.kiosk.network.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The header by which a receiver knows that a call came from this shop and is not an old one played again:
 * {@code t=SECONDS,v1=HEX}, where HEX is HMAC-SHA-256 (RFC 2104) of {@code SECONDS.BODY} with the secret both sides have.
 */
public final class WebhookSignature {
    /** Name of the header. */
    public static final String HEADER = "X-Samokasa-Signature";

    /** A receiver refuses what is older; long enough for clocks that are a little wrong. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern FORM = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");

    private WebhookSignature() {}

    /** The header of a body sent at a moment. */
    public static String of(String secret, byte[] body, Instant at) {
        long seconds = at.getEpochSecond();
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac(secret, seconds, body));
    }

    /** What a receiver does: whether header and body belong together and are not too old. */
    public static boolean isGood(String header, String secret, byte[] body, Instant now) {
        Matcher form = FORM.matcher(header);
        if (!form.matches()) {
            return false;
        }
        long seconds = Long.parseLong(form.group(1));
        boolean recent =
                Duration.between(Instant.ofEpochSecond(seconds), now).abs().compareTo(TOLERANCE) <= 0;
        // Compared in constant time: how long it takes tells nothing about the right answer.
        return MessageDigest.isEqual(HexFormat.of().parseHex(form.group(2)), mac(secret, seconds, body)) && recent;
    }

    private static byte[] mac(String secret, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform must have HmacSHA256", e);
        }
    }
}
