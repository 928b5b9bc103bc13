package org.samokasa.protocol.nexo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.samokasa.protocol.Bytes;

/** The key that a terminal and its till share (section 3). Says nothing of itself: {@code toString} is not overridden. */
public final class NexoKey {
    static final int NONCE_BYTES = 16;

    /** AdyenCryptoVersion, section 3.1. */
    static final int CRYPTO_VERSION = 1;

    // Section 3.2: PBKDF2, HMAC-SHA1, 4000 rounds, 80 bytes for two keys of 32 and a vector of 16.
    private static final byte[] SALT = "AdyenNexoV1Salt".getBytes(StandardCharsets.US_ASCII);
    private static final int ROUNDS = 4_000;
    private static final int MATERIAL_BITS = 640;
    private static final int HMAC_END = 32;
    private static final int CIPHER_END = 64;
    private static final int VECTOR_END = 80;

    private final String identifier;
    private final int version;
    private final byte[] hmacKey;
    private final byte[] cipherKey;
    private final byte[] vector;

    private NexoKey(String identifier, int version, byte[] material) {
        this.identifier = identifier;
        this.version = version;
        this.hmacKey = Arrays.copyOfRange(material, 0, HMAC_END);
        this.cipherKey = Arrays.copyOfRange(material, HMAC_END, CIPHER_END);
        this.vector = Arrays.copyOfRange(material, CIPHER_END, VECTOR_END);
    }

    /**
     * Takes some milliseconds; do it once.
     *
     * @throws IllegalArgumentException for an empty or non-ASCII passphrase, about which libraries disagree (section 3.1)
     */
    public static NexoKey derive(String passphrase, String identifier, int version) {
        if (passphrase.isEmpty() || !passphrase.matches("[ -~]+")) {
            throw new IllegalArgumentException("a passphrase has one or more ASCII characters");
        }
        try {
            PBEKeySpec spec = new PBEKeySpec(passphrase.toCharArray(), SALT, ROUNDS, MATERIAL_BITS);
            byte[] material = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                    .generateSecret(spec)
                    .getEncoded();
            return new NexoKey(identifier, version, material);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has this algorithm", e);
        }
    }

    String identifier() {
        return identifier;
    }

    int version() {
        return version;
    }

    Bytes encrypt(Bytes plain, Bytes nonce) {
        try {
            return Bytes.copyOf(cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain.toArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every plaintext can be encrypted", e);
        }
    }

    /** @throws NexoException one and the same for a wrong padding and a wrong HMAC (section 3.4) */
    Bytes decrypt(Bytes blob, Bytes nonce, Bytes hmac) throws NexoException {
        byte[] plain;
        try {
            plain = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(blob.toArray());
        } catch (GeneralSecurityException e) {
            plain = new byte[0];
        }
        boolean genuine = MessageDigest.isEqual(hmac(Bytes.copyOf(plain)).toArray(), hmac.toArray());
        if (!genuine || plain.length == 0) {
            throw new NexoException("the message was not made with our key");
        }
        return Bytes.copyOf(plain);
    }

    /** Over the plaintext (section 3.3). */
    Bytes hmac(Bytes plain) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(hmacKey, "HmacSHA256"));
            return Bytes.copyOf(mac.doFinal(plain.toArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has this algorithm", e);
        }
    }

    private Cipher cipher(int mode, Bytes nonce) throws GeneralSecurityException {
        byte[] actual = nonce.toArray();
        for (int i = 0; i < NONCE_BYTES; i++) {
            actual[i] ^= vector[i];
        }
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, new SecretKeySpec(cipherKey, "AES"), new IvParameterSpec(actual));
        return cipher;
    }
}
