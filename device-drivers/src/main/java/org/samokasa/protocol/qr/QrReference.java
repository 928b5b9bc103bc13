package org.samokasa.protocol.qr;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * How a payment is called between till, gateway and bank. Made of its attempt, which is on disk before anything is sent: so
 * it can be asked for after a restart, and a repeated request is seen to be the same.
 */
public final class QrReference {
    /** Letters and digits only, at most 35 (UPI, section 9.2) and at most 25 (EMVCo 62-05, section 9.1). */
    private static final int LENGTH = 20;

    /** A variable symbol has at most ten digits (section 9.3). */
    private static final BigInteger SYMBOLS = BigInteger.TEN.pow(10);

    private QrReference() {}

    /** @param till name of the lane; one whose journal was thrown away must get another */
    public static String of(String till, String attempt) {
        BigInteger number = digest(till + "/" + attempt);
        String text = number.toString(36).toUpperCase(Locale.ROOT);
        char first = (char) ('A' + number.mod(BigInteger.valueOf(26)).intValue());
        return first + text.substring(text.length() - (LENGTH - 1));
    }

    /** Ten digits by which a bank that knows no letters finds the payment. Two payments may share them, if rarely. */
    public static String symbol(String reference) {
        return String.format("%010d", digest("symbol/" + reference).mod(SYMBOLS));
    }

    private static BigInteger digest(String text) {
        try {
            return new BigInteger(
                    1, MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has this algorithm", e);
        }
    }
}
