package org.samokasa.protocol.scaledialog;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scale.ScaleFramer;

/** Records of both sides; sheet section 4.1. Every record of the till begins with EOT. */
public final class DialogCodec {
    public static final Bytes ASK_RESULT = Bytes.of(0x04, 0x05);
    public static final Bytes ASK_WHY = Bytes.ascii("\u0004\u000208\u0003");
    /** Ends whatever the scale was saying. */
    public static final Bytes EOT = Bytes.of(0x04);

    public static final Bytes ACK = Bytes.of(0x06);
    public static final Bytes NAK = Bytes.of(0x15);

    /** Status codes of record 09 that we meet. */
    public static final int INVALID_PRICE = 11;

    public static final int IN_MOTION = 20;
    public static final int NO_MOVEMENT = 21;
    public static final int NOT_COMPUTED = 22;
    public static final int BELOW_MINIMUM = 30;
    public static final int BELOW_ZERO = 31;
    public static final int OVERLOAD = 32;

    /** Kilograms in record 02. */
    public static final int UNIT_KG = 3;

    private static final int GRAMS_PER_KG = 1_000;

    private static final Pattern RESULT =
            Pattern.compile("02\u001B([0-9])\u001B([0-9 .-]{5,7})\u001B([0-9]{5,6})\u001B([0-9]{6})");
    private static final Pattern WEIGHT = Pattern.compile("[0-9]{5}");
    private static final Pattern STATUS = Pattern.compile("09\u001B([0-9]{2})");
    private static final Pattern PROOF = Pattern.compile("11\u001B(?:2([0-9A-F]{2})|([01]))");

    private DialogCodec() {}

    public static ScaleFramer framer() {
        return new DialogFramer();
    }

    /** @param frame ACK, NAK, or what stands between STX and ETX; any bytes, never throws */
    public static DialogReply decode(Bytes frame) {
        if (frame.equals(ACK)) {
            return new DialogReply.Ack();
        }
        if (frame.equals(NAK)) {
            return new DialogReply.Nak();
        }
        String text = frame.toText(StandardCharsets.ISO_8859_1);
        Matcher result = RESULT.matcher(text);
        if (result.matches()) {
            return result(result);
        }
        Matcher status = STATUS.matcher(text);
        if (status.matches()) {
            return new DialogReply.Status(Integer.parseInt(status.group(1)));
        }
        Matcher proof = PROOF.matcher(text);
        if (proof.matches() && proof.group(1) != null) {
            return new DialogReply.ProofWanted(Integer.parseInt(proof.group(1), 16));
        }
        if (proof.matches()) {
            return proof.group(2).equals("1") ? new DialogReply.ProofAccepted() : new DialogReply.ProofRefused();
        }
        return new DialogReply.Unreadable("no record of this protocol: " + frame);
    }

    private static DialogReply result(Matcher result) {
        String weight = result.group(2);
        if (weight.isBlank()) {
            return new DialogReply.NoWeightYet();
        }
        if (weight.matches("-[0-9.]+")) {
            return new DialogReply.Negative();
        }
        if (!WEIGHT.matcher(weight).matches()) {
            return new DialogReply.Unreadable("no weight: '" + weight + "'");
        }
        return new DialogReply.Result(
                Integer.parseInt(result.group(1)),
                Integer.parseInt(weight),
                Integer.parseInt(result.group(3)),
                Integer.parseInt(result.group(4)));
    }

    /** A status code in words; sheet section 4.1. */
    public static String meaning(int code) {
        return switch (code) {
            case 0 -> "no error";
            case 1 -> "general error";
            case 2 -> "parity error or overflow";
            case 10 -> "invalid record number";
            case INVALID_PRICE -> "invalid unit price";
            case 12 -> "invalid tare";
            case 13 -> "invalid text";
            case IN_MOTION -> "still in motion";
            case NO_MOVEMENT -> "no movement since the last weighing";
            case NOT_COMPUTED -> "price computation not finished";
            case BELOW_MINIMUM -> "below the least load";
            case BELOW_ZERO -> "below zero";
            case OVERLOAD -> "overload";
            default -> "unknown status";
        };
    }

    /** What a load costs, half a minor unit rounded up; sheet section 4.3, "checks before booking". */
    public static int amount(int grams, int unitPrice) {
        return (int) (((long) grams * unitPrice + GRAMS_PER_KG / 2) / GRAMS_PER_KG);
    }

    /**
     * Record 01.
     *
     * @param unitPrice minor units for a kilogram
     * @param digits how many the scale is set to, 5 or 6
     */
    public static Bytes encodePrice(int unitPrice, int digits) {
        String number = String.format(Locale.ROOT, "%0" + digits + "d", unitPrice);
        if (unitPrice < 0 || number.length() > digits) {
            throw new IllegalArgumentException("no price of " + digits + " digits: " + unitPrice);
        }
        return Bytes.ascii("\u0004\u000201\u001B" + number + "\u001B\u0003");
    }

    /** Record 10. */
    public static Bytes encodeProof(String proof) {
        return Bytes.ascii("\u0004\u000210\u001B" + proof + "\u0003");
    }

    /** Record 02, in kilograms. */
    public static Bytes encodeResult(int grams, int unitPrice, int amount) {
        return Bytes.ascii(String.format(
                Locale.ROOT,
                "\u000202\u001B%d\u001B%05d\u001B%06d\u001B%06d\u0003",
                UNIT_KG,
                grams,
                unitPrice,
                amount));
    }

    /** Record 09. */
    public static Bytes encodeStatus(int code) {
        return Bytes.ascii(String.format(Locale.ROOT, "\u000209\u001B%02d\u0003", code));
    }

    /** Record 11 with d = 2. */
    public static Bytes encodeProofWanted(int random) {
        return Bytes.ascii(String.format(Locale.ROOT, "\u000211\u001B2%02X\u0003", random));
    }

    /** Record 11 with d = 1 or 0. */
    public static Bytes encodeVerdict(boolean accepted) {
        return Bytes.ascii("\u000211\u001B" + (accepted ? "1" : "0") + "\u0003");
    }
}
