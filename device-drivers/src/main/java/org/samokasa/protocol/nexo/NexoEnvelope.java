package org.samokasa.protocol.nexo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.samokasa.json.JsonException;
import org.samokasa.json.JsonTree;
import org.samokasa.protocol.Bytes;

/** The encrypted form of a message (sections 3.3 and 3.4). */
public final class NexoEnvelope {
    private static final int BLOCK = 16;
    private static final int HMAC_BYTES = 32;

    private NexoEnvelope() {}

    /** @param nonce sixteen random bytes, never used before */
    public static String seal(NexoMessage message, NexoKey key, Bytes nonce) {
        if (nonce.size() != NexoKey.NONCE_BYTES) {
            throw new IllegalArgumentException("a nonce has 16 bytes, not " + nonce.size());
        }
        Bytes plain = Bytes.copyOf(message.json().getBytes(StandardCharsets.UTF_8));
        Map<String, Object> trailer = new LinkedHashMap<>();
        trailer.put("AdyenCryptoVersion", NexoKey.CRYPTO_VERSION);
        trailer.put("KeyIdentifier", key.identifier());
        trailer.put("KeyVersion", key.version());
        trailer.put("Nonce", base64(nonce));
        trailer.put("Hmac", base64(key.hmac(plain)));
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("MessageHeader", message.header().tree());
        inner.put("NexoBlob", base64(key.encrypt(plain, nonce)));
        inner.put("SecurityTrailer", trailer);
        return JsonTree.write(Map.of(message.outerName(), inner));
    }

    /**
     * What is inside, when it was made with this key and the header outside says the same.
     *
     * @throws NexoException for everything else, a message in clear too
     */
    public static NexoMessage open(String json, NexoKey key) throws NexoException {
        JsonTree tree = parse(json);
        JsonTree inner = tree.at(tree.onlyName().orElse(""));
        JsonTree trailer = inner.at("SecurityTrailer");
        if (!inner.at("NexoBlob").exists() || !trailer.exists()) {
            throw new NexoException("not encrypted");
        }
        boolean ours = trailer.at("KeyIdentifier").textOrEmpty().equals(key.identifier())
                && isNumber(trailer.at("KeyVersion"), key.version())
                && isNumber(trailer.at("AdyenCryptoVersion"), NexoKey.CRYPTO_VERSION);
        if (!ours) {
            throw new NexoException("made with another key");
        }
        Bytes blob = bytes(inner.at("NexoBlob"));
        Bytes nonce = bytes(trailer.at("Nonce"));
        Bytes hmac = bytes(trailer.at("Hmac"));
        if (nonce.size() != NexoKey.NONCE_BYTES
                || hmac.size() != HMAC_BYTES
                || blob.isEmpty()
                || blob.size() % BLOCK != 0) {
            throw new NexoException("a part of the envelope has a wrong length");
        }
        NexoMessage message = NexoMessage.read(key.decrypt(blob, nonce, hmac).toText(StandardCharsets.UTF_8));
        boolean sameOutside = message.header().equals(NexoHeader.read(inner.at("MessageHeader")))
                && tree.onlyName().orElse("").equals(message.outerName());
        if (!sameOutside) {
            throw new NexoException("the header outside says something else");
        }
        return message;
    }

    /** True for an event in clear that says "rejected": a hint, never a proof (section 3.4). */
    static boolean isClearReject(String json) {
        try {
            NexoMessage message = NexoMessage.read(json);
            return message.body().at("EventToNotify").textOrEmpty().equals("Reject");
        } catch (NexoException no) {
            return false;
        }
    }

    private static JsonTree parse(String json) throws NexoException {
        try {
            return JsonTree.parse(json);
        } catch (JsonException e) {
            throw new NexoException(e.getMessage());
        }
    }

    private static boolean isNumber(JsonTree tree, int expected) {
        return tree.number()
                .filter(n -> n.compareTo(java.math.BigDecimal.valueOf(expected)) == 0)
                .isPresent();
    }

    private static String base64(Bytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.toArray());
    }

    private static Bytes bytes(JsonTree tree) {
        try {
            return Bytes.copyOf(Base64.getDecoder().decode(tree.textOrEmpty()));
        } catch (IllegalArgumentException noBase64) {
            return Bytes.EMPTY;
        }
    }
}
