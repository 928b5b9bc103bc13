package org.samokasa.protocol.magellan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.label.RetailDigits;
import org.samokasa.protocol.scannertext.ScannerTextCodec;
import org.samokasa.protocol.scannertext.ScannerTextCodec.Decoded;

/** Label identifiers of the single cable to AIM identifiers; sheet scanner-serial, section 5.1. */
public final class MagellanLabels {
    /** @param id as it stands before the data */
    private record Kind(String id, Function<String, Optional<String>> text) {}

    /** Longest identifier first: EAN-8 is FF, and its second F is no digit of an EAN-13. */
    private static final List<Kind> KINDS = List.of(
            new Kind("FF", RetailDigits::ean8),
            new Kind("B1", aim("]A0")),
            new Kind("B2", aim("]I0")),
            new Kind("B3", aim("]C0")),
            new Kind("R4", aim("]e0")),
            new Kind("RX", aim("]e0")),
            new Kind("RL", aim("]e0")),
            new Kind("Dm", aim("]d1")),
            new Kind("DM", aim("]d1")),
            new Kind("Dg", aim("]d2")),
            new Kind("QR", aim("]Q1")),
            new Kind("Qg", aim("]Q3")),
            new Kind("QG", aim("]Q3")),
            new Kind("mP", aim("]L3")),
            new Kind("Az", aim("]z0")),
            new Kind("MC", aim("]U0")),
            new Kind("A", RetailDigits::upcA),
            new Kind("E", RetailDigits::upcE),
            new Kind("F", RetailDigits::ean13),
            new Kind("P", aim("]L2")),
            new Kind("%", aim("]F0")),
            new Kind("&", aim("]G0")),
            new Kind("@", aim("]M0")),
            new Kind("I", aim("]X0")),
            new Kind("s", aim("]S0")));

    private MagellanLabels() {}

    private static Function<String, Optional<String>> aim(String identifier) {
        return data -> data.isEmpty() ? Optional.empty() : Optional.of(identifier + data);
    }

    /** @param data identifier and text of a label; any bytes, never throws */
    public static Decoded decode(Bytes data) {
        // One character for each byte: the bytes are looked at again once the symbology is known.
        String text = data.toText(StandardCharsets.ISO_8859_1);
        if (text.startsWith("]")) {
            return ScannerTextCodec.decode(data);
        }
        for (Kind kind : KINDS) {
            if (text.startsWith(kind.id())) {
                return kind.text()
                        .apply(text.substring(kind.id().length()))
                        .map(known ->
                                ScannerTextCodec.decode(Bytes.copyOf(known.getBytes(StandardCharsets.ISO_8859_1))))
                        .orElseGet(() -> new Decoded.Garbled("label " + kind.id() + " does not hold this: " + data));
            }
        }
        return new Decoded.Garbled(data.isEmpty() ? "a label without data" : "unknown label identifier: " + data);
    }

    /** The identifier and data that a bioptic sends for a text with an AIM identifier. */
    public static String encode(String aimText) {
        String aim = aimText.substring(0, 3);
        String data = aimText.substring(3);
        return switch (aim) {
            case "]E0", "]E3" -> "F" + data;
            case "]E4" -> "FF" + data;
            case "]C0" -> "B3" + data;
            case "]A0" -> "B1" + data;
            case "]I0", "]I1" -> "B2" + data;
            case "]e0" -> (data.length() == 16 ? "R4" : "RX") + data;
            case "]d1" -> "Dm" + data;
            case "]d2" -> "Dg" + data;
            case "]Q1" -> "QR" + data;
            case "]Q3" -> "Qg" + data;
            default -> aimText;
        };
    }
}
