package org.samokasa.kiosk.app;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A PIN as the configuration keeps it: {@code pbkdf2-sha512$ITERATIONS$SALT$HASH}, the last two in Base64.
 *
 * @see "docs/decisions/0022-staff-pin.md for why this function and this many iterations"
 */
public record PinHash(int iterations, String salt, String hash) {
    /** What OWASP asks of PBKDF2 with HMAC-SHA-512 (Password Storage Cheat Sheet, 2023). */
    public static final int ITERATIONS = 210_000;

    /** Fewer are no protection, more would hold up the lane's worker for seconds. */
    private static final int ITERATIONS_MIN = 100_000;

    private static final int ITERATIONS_MAX = 5_000_000;
    private static final int HASH_BITS = 256;
    private static final int SALT_BYTES_MIN = 16;
    private static final Pattern FORM =
            Pattern.compile("pbkdf2-sha512\\$([0-9]{1,7})\\$([A-Za-z0-9+/=]+)\\$([A-Za-z0-9+/=]+)");

    /** A PIN is typed on ten keys: digits, at least four. */
    private static final Pattern PIN = Pattern.compile("[0-9]{4,12}");

    /**
     * @param salt at least 16 random bytes
     * @throws IllegalArgumentException for what is no PIN
     */
    public static PinHash of(String pin, byte[] salt) {
        if (!PIN.matcher(pin).matches()) {
            throw new IllegalArgumentException("a PIN has 4 to 12 digits");
        }
        if (salt.length < SALT_BYTES_MIN) {
            throw new IllegalArgumentException("a salt has at least " + SALT_BYTES_MIN + " bytes");
        }
        String text = Base64.getEncoder().encodeToString(salt);
        return new PinHash(ITERATIONS, text, derive(pin, salt, ITERATIONS));
    }

    /** @throws IllegalArgumentException saying what is wrong with it */
    public static PinHash parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("must be what './samokasa pin' prints, not the PIN itself");
        }
        int iterations = Integer.parseInt(parts.group(1));
        if (iterations < ITERATIONS_MIN || iterations > ITERATIONS_MAX) {
            throw new IllegalArgumentException("needs " + ITERATIONS_MIN + " to " + ITERATIONS_MAX + " iterations");
        }
        Base64.getDecoder().decode(parts.group(2));
        Base64.getDecoder().decode(parts.group(3));
        return new PinHash(iterations, parts.group(2), parts.group(3));
    }

    /** Takes as long for a right PIN as for a wrong one: some tenths of a second, more on a busy machine. */
    public boolean matches(String pin) {
        byte[] its = Base64.getDecoder().decode(hash);
        byte[] ours = Base64.getDecoder().decode(derive(pin, Base64.getDecoder().decode(salt), iterations));
        return MessageDigest.isEqual(its, ours);
    }

    private static String derive(String pin, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(pin.toCharArray(), salt, iterations, HASH_BITS);
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
            return Base64.getEncoder().encodeToString(key);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has PBKDF2 with SHA-512", impossible);
        } finally {
            spec.clearPassword();
        }
    }

    @Override
    public String toString() {
        return "pbkdf2-sha512$" + iterations + "$" + salt + "$" + hash;
    }
}
