package org.samokasa.protocol.nexo;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Locale;

/**
 * Names of exchanges, ten letters and digits (section 2). What moves money is named after its attempt, which is on disk
 * before anything is sent: so it can be asked for after a restart, and can never be sent twice unnoticed. Questions are
 * numbered from the time and begin with a digit, so that the two kinds never meet.
 */
final class ServiceIds {
    private static final int LENGTH = 10;
    private static final long EPOCH_2020 = 1_577_836_800L;
    /** More questions in one second than any session asks (section 2). */
    private static final long PER_SECOND = 8;

    private final String saleId;
    private long last;

    ServiceIds(String saleId) {
        this.saleId = saleId;
    }

    /** @param purpose tells a payment from its reversal */
    String ofMoney(String purpose, String attempt) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((saleId + "/" + purpose + "/" + attempt).getBytes(StandardCharsets.UTF_8));
            String text = new BigInteger(1, digest).toString(36).toUpperCase(Locale.ROOT);
            char first = (char) ('A' + (digest[0] & 0xFF) % 26);
            return first + text.substring(text.length() - (LENGTH - 1));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has this algorithm", e);
        }
    }

    String ofQuestion(Instant now) {
        last = Math.max(last + 1, (now.getEpochSecond() - EPOCH_2020) * PER_SECOND);
        String text = Long.toString(last, 36).toUpperCase(Locale.ROOT);
        return "0".repeat(LENGTH - text.length()) + text;
    }
}
