package org.samokasa.protocol.ssi;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.label.RetailDigits;
import org.samokasa.protocol.scannertext.ScannerTextCodec;
import org.samokasa.protocol.scannertext.ScannerTextCodec.Decoded;

/** Code types of DECODE_DATA to AIM identifiers and back; sheet section 9.2. */
public final class SsiCodes {
    public static final int UPC_A = 0x08;
    public static final int UPC_E = 0x09;
    public static final int EAN_8 = 0x0A;
    public static final int EAN_13 = 0x0B;
    public static final int UPC_E1 = 0x10;
    /** What an add-on of two and of five digits adds to the type of the main symbol. */
    private static final int ADD_ON_2 = 0x40;

    private static final int ADD_ON_5 = 0x80;

    /** What a type not in the list is told as: known to be a symbol, not known to be an article number. */
    private static final String UNKNOWN = "]X0";

    private static final Map<Integer, String> AIM = Map.ofEntries(
            Map.entry(0x01, "]A0"),
            Map.entry(0x02, "]F0"),
            Map.entry(0x03, "]C0"),
            Map.entry(0x04, "]S0"),
            Map.entry(0x05, "]R0"),
            Map.entry(0x06, "]I0"),
            Map.entry(0x07, "]G0"),
            Map.entry(0x0C, "]H0"),
            Map.entry(0x0E, "]M0"),
            Map.entry(0x0F, "]C1"),
            Map.entry(0x11, "]L2"),
            Map.entry(0x1A, "]L3"),
            Map.entry(0x1B, "]d1"),
            Map.entry(0x1C, "]Q1"),
            Map.entry(0x20, "]A0"),
            Map.entry(0x2D, "]z0"),
            Map.entry(0x30, "]e0"),
            Map.entry(0x31, "]e0"),
            Map.entry(0x32, "]e0"),
            Map.entry(0xC1, "]d2"),
            Map.entry(0xC2, "]Q3"));

    private SsiCodes() {}

    /**
     * The text of a whole DECODE_DATA.
     *
     * @param type of code
     * @param data characters of all its packets; a line end that the reader was set to add is taken off
     */
    public static Decoded decode(int type, Bytes data) {
        Bytes bare = withoutLineEnd(data);
        if (bare.isEmpty()) {
            return new Decoded.Garbled("a label without data");
        }
        if (bare.at(0) == ']') {
            return ScannerTextCodec.decode(bare);
        }
        if (isRetail(type)) {
            return retail(type, bare.toText(StandardCharsets.ISO_8859_1))
                    .<Decoded>map(Decoded.Label::new)
                    .orElseGet(() ->
                            new Decoded.Garbled(String.format("code type %02X does not hold this: %s", type, bare)));
        }
        return ScannerTextCodec.decode(
                Bytes.ascii(AIM.getOrDefault(type, UNKNOWN)).plus(bare));
    }

    private static boolean isRetail(int type) {
        int main = type & ~(ADD_ON_2 | ADD_ON_5);
        return (main >= UPC_A && main <= EAN_13) || type == UPC_E1;
    }

    private static Optional<String> retail(int type, String data) {
        int addOn = (type & ADD_ON_2) != 0 ? 2 : (type & ADD_ON_5) != 0 ? 5 : 0;
        if (addOn == 0) {
            return main(type, data);
        }
        if (data.length() <= addOn || !data.matches("[0-9]+")) {
            return Optional.empty();
        }
        int end = data.length() - addOn;
        return main(type & ~(ADD_ON_2 | ADD_ON_5), data.substring(0, end))
                .map(text -> text.startsWith("]E0") ? "]E3" + text.substring(3) + data.substring(end) : text);
    }

    private static Optional<String> main(int type, String data) {
        return switch (type) {
            case UPC_A -> RetailDigits.upcA(data);
            case UPC_E -> RetailDigits.upcE(data);
            case EAN_8 -> RetailDigits.ean8(data);
            case EAN_13 -> data.length() == 13 ? RetailDigits.ean13(data) : Optional.empty();
            default -> data.matches("[0-9]+") ? Optional.of(UNKNOWN + data) : Optional.empty();
        };
    }

    private static Bytes withoutLineEnd(Bytes data) {
        int end = data.size();
        while (end > 0 && (data.at(end - 1) == 0x0D || data.at(end - 1) == 0x0A)) {
            end--;
        }
        return data.slice(0, end);
    }

    /** The code type that a reader names for a text with this AIM identifier. */
    public static int typeOf(String aim) {
        return switch (aim) {
            case "]E0" -> EAN_13;
            case "]E4" -> EAN_8;
            case "]e0" -> 0x30;
            case "]I1" -> 0x06;
            default ->
                AIM.entrySet().stream()
                        .filter(each -> each.getValue().equals(aim))
                        .map(Map.Entry::getKey)
                        .min(Integer::compare)
                        .orElse(0x03);
        };
    }
}
