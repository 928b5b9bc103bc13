package org.samokasa.protocol.scalecas;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scale.Kilograms;
import org.samokasa.protocol.scale.ScaleAnswer;
import org.samokasa.protocol.scale.ScaleFramer;

/** Frames of type 6 to answers and back; sheet section 5.1. */
public final class CasCodec {
    public static final Bytes ENQ = Bytes.of(0x05);
    public static final Bytes ACK = Bytes.of(0x06);
    public static final Bytes NAK = Bytes.of(0x15);
    /** Asks for the weight alone. */
    public static final Bytes DC1 = Bytes.of(0x11);

    /** SOH STX state sign weight(6) unit(2) check ETX EOT. */
    static final int WEIGHT_BYTES = 15;
    /** SOH, amount block of 11 bytes, weight block of 13, unit price block of 11, EOT. */
    static final int PRICE_BYTES = 37;

    private static final int WEIGHT_IN_PRICE = 12;
    private static final int UNIT_PRICE = 25;
    private static final int PRICE_CHECKED = 8;
    private static final int WEIGHT_CHECKED = 10;

    private CasCodec() {}

    public static ScaleFramer framer() {
        return new CasFramer();
    }

    /** The exclusive-or of these bytes. */
    static int check(Bytes bytes) {
        int check = 0;
        for (int i = 0; i < bytes.size(); i++) {
            check ^= bytes.at(i);
        }
        return check;
    }

    /**
     * The weight of either block; the scale's own price and amount are checked and not looked at.
     *
     * @param frame from SOH to EOT; any bytes, never throws
     */
    public static ScaleAnswer decode(Bytes frame) {
        if (frame.size() == WEIGHT_BYTES) {
            return weight(frame, 1);
        }
        if (frame.size() != PRICE_BYTES) {
            return new ScaleAnswer.Unreadable("no block of this protocol: " + frame);
        }
        if (!sound(frame, 1, PRICE_CHECKED) || !sound(frame, UNIT_PRICE, PRICE_CHECKED)) {
            return new ScaleAnswer.Unreadable("a price block whose check is wrong: " + frame);
        }
        return weight(frame, WEIGHT_IN_PRICE);
    }

    /** What the scale computed in a DC2 block, as it writes it; empty for another frame. For people, not for the till. */
    public static String amount(Bytes frame) {
        return money(frame, 1);
    }

    /** The unit price in a DC2 block; empty for another frame. */
    public static String unitPrice(Bytes frame) {
        return money(frame, UNIT_PRICE);
    }

    private static String money(Bytes frame, int at) {
        return frame.size() == PRICE_BYTES
                ? text(frame, at + 1, at + 1 + PRICE_CHECKED).strip()
                : "";
    }

    /** True when STX, the checked bytes, their check and ETX stand here. */
    private static boolean sound(Bytes frame, int at, int checked) {
        int from = at + 1;
        return frame.at(at) == 0x02
                && check(frame.slice(from, from + checked)) == frame.at(from + checked)
                && frame.at(from + checked + 1) == 0x03;
    }

    private static ScaleAnswer weight(Bytes frame, int at) {
        if (!sound(frame, at, WEIGHT_CHECKED)) {
            return new ScaleAnswer.Unreadable("a weight block whose check is wrong: " + frame);
        }
        int state = frame.at(at + 1);
        int sign = frame.at(at + 2);
        String weight = text(frame, at + 3, at + 9);
        String unit = text(frame, at + 9, at + 11);
        if (sign == 'F') {
            return new ScaleAnswer.OverCapacity();
        }
        if (state == 'U') {
            return new ScaleAnswer.Moving();
        }
        if (state != 'S' || (sign != ' ' && sign != '-')) {
            return new ScaleAnswer.Unreadable("neither stable nor unstable: " + frame);
        }
        if (!unit.equalsIgnoreCase("kg")) {
            return new ScaleAnswer.Pounds(weight.strip() + " " + unit);
        }
        OptionalInt grams = Kilograms.grams(weight);
        if (grams.isEmpty()) {
            return new ScaleAnswer.Unreadable("no weight: '" + weight + "'");
        }
        boolean below = sign == '-' && grams.getAsInt() > 0;
        return below ? new ScaleAnswer.UnderZero() : new ScaleAnswer.Weight(grams.getAsInt(), false);
    }

    private static String text(Bytes frame, int from, int to) {
        return frame.slice(from, to).toText(StandardCharsets.ISO_8859_1);
    }

    /** A weight block; negative grams are below zero. */
    public static Bytes encodeWeight(int grams, boolean stable) {
        if (Math.abs(grams) > 99_999) {
            throw new IllegalArgumentException("the block holds up to 99999 g, got " + grams);
        }
        int size = Math.abs(grams);
        return block((stable ? "S" : "U")
                + (grams < 0 ? "-" : " ")
                + String.format(Locale.ROOT, "%02d.%03dkg", size / 1_000, size % 1_000));
    }

    public static Bytes encodeOverload() {
        return block("SFFFFFFFkg");
    }

    private static Bytes block(String checked) {
        Bytes bytes = Bytes.ascii(checked);
        return Bytes.of(0x01, 0x02).plus(bytes).plus(Bytes.of(check(bytes), 0x03, 0x04));
    }
}
