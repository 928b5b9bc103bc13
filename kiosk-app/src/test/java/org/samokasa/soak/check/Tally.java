package org.samokasa.soak.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.samokasa.soak.world.InvariantBroken;

/** What a run counted, a fingerprint of everything that left a process, and the search for card numbers in it. */
public final class Tally {
    /** First seven digits of the simulated cards: one more than may be kept (payment-rules, section 2). */
    private static final List<byte[]> TOO_MUCH_OF_A_CARD =
            List.of("5413330".getBytes(StandardCharsets.US_ASCII), "4761739".getBytes(StandardCharsets.US_ASCII));

    private final MessageDigest digest;
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, Long> faults = new TreeMap<>();

    public Tally() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    public void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    public void fault(String kind) {
        faults.merge(kind, 1L, Long::sum);
    }

    public long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    public Map<String, Long> faults() {
        return faults;
    }

    /** Something left a process: to a disk, a wire or paper. */
    public void left(String where, byte[] bytes) {
        digest.update(bytes);
        if (namesACard(bytes)) {
            throw new InvariantBroken(
                    "I9", "a card number in " + where + ": " + new String(bytes, StandardCharsets.UTF_8));
        }
    }

    static boolean namesACard(String text) {
        return namesACard(text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean namesACard(byte[] bytes) {
        return TOO_MUCH_OF_A_CARD.stream().anyMatch(number -> contains(bytes, number));
    }

    public void left(String where, String text) {
        left(where, text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        for (int at = 0; at <= bytes.length - part.length; at++) {
            if (bytes[at] == part[0] && matches(bytes, at, part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] bytes, int at, byte[] part) {
        for (int i = 1; i < part.length; i++) {
            if (bytes[at + i] != part[i]) {
                return false;
            }
        }
        return true;
    }

    /** Takes what it has so far; to be asked once, at the end. */
    public String fingerprint() {
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }
}
