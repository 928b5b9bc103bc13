package org.samokasa.protocol.@package@;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * The scanner @name@: {@code STX kind data ETX check}, the check being the exclusive-or from kind to ETX. TODO name the manual, its
 * edition and the section all this is from; until then this is only an example of a scanner.
 */
public final class @Name@Codec {
    public static final Bytes ENABLE = Bytes.ascii("E");
    public static final Bytes DISABLE = Bytes.ascii("D");
    public static final Bytes GOOD_BEEP = Bytes.ascii("B");
    public static final Bytes BAD_BEEP = Bytes.ascii("F");

    private static final int GS = 0x1D;

    /** The maker's letter of a kind of symbol, and the AIM identifier it stands for. */
    private static final Map<Character, String> KINDS =
            Map.of('A', "]E0", 'B', "]E4", 'C', "]C0", 'G', "]C1", 'D', "]d2", 'Q', "]Q1");

    private @Name@Codec() {}

    /** @return the label with its AIM identifier; empty when the bytes are none. Any bytes, never throws */
    public static Optional<String> decode(Bytes body) {
        if (body.size() < 2 || !KINDS.containsKey((char) body.at(0))) {
            return Optional.empty();
        }
        for (int i = 1; i < body.size(); i++) {
            boolean printable = body.at(i) >= 0x20 && body.at(i) < 0x7F;
            if (!printable && body.at(i) != GS) {
                return Optional.empty();
            }
        }
        return Optional.of(KINDS.get((char) body.at(0))
                + body.slice(1, body.size()).toText(StandardCharsets.US_ASCII));
    }

    /**
     * What the scanner sends; for its twin and for tests.
     *
     * @param label with its AIM identifier
     * @return empty for a kind of symbol that it does not read
     */
    public static Optional<Bytes> encode(String label) {
        return KINDS.entrySet().stream()
                .filter(kind -> label.startsWith(kind.getValue()))
                .findFirst()
                .map(kind -> frame(Bytes.ascii(kind.getKey() + label.substring(3))));
    }

    private static Bytes frame(Bytes body) {
        return Bytes.of(@Name@Framer.START).plus(body).plus(Bytes.of(@Name@Framer.END, @Name@Framer.check(body)));
    }
}
