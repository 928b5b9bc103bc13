package org.samokasa.protocol.scalenci;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scale.Kilograms;
import org.samokasa.protocol.scale.ScaleAnswer;
import org.samokasa.protocol.scale.ScaleFramer;

/** Frames to answers and back; sheet section 3. */
public final class NciCodec {
    public static final Bytes ASK_WEIGHT = Bytes.ascii("W\r");
    public static final Bytes ASK_ZERO = Bytes.ascii("Z\r");

    /** What a frame whose status stands alone and reports nothing special is refused with. */
    static final String STATUS_ALONE = "a status without a weight";

    /** Which of the two layouts of weight and status. */
    public enum Variant {
        /** Four digits, point, two digits; status bytes bare; always a weight text. */
        SCP01,
        /** Two digits, point, three digits; an S before the status; no weight while there is none to sell. */
        ECR
    }

    private static final Pattern WEIGHT =
            Pattern.compile("([ 0-9]{4}\\.[0-9]{2}|[ 0-9]{2}\\.[0-9]{3})(KG|kg|LB|lb|OZ|oz)");
    private static final Pattern OTHER_UNITS = Pattern.compile("[ 0-9]{1,3}lb[ 0-9]{1,3}\\.[0-9]oz");

    private NciCodec() {}

    public static ScaleFramer framer() {
        return new NciFramer();
    }

    /** @param frame from LF to ETX; any bytes, never throws */
    public static ScaleAnswer decode(Bytes frame) {
        for (int i = 0; i < frame.size(); i++) {
            if (frame.at(i) >= 0x80) {
                return new ScaleAnswer.Unreadable("a byte with the eighth bit set: wrong data bits or parity");
            }
        }
        String text = frame.toText(StandardCharsets.US_ASCII);
        if (!text.startsWith("\n") || !text.endsWith("\r\u0003") || text.length() < 4) {
            return new ScaleAnswer.Unreadable("no frame from LF to CR ETX: " + frame);
        }
        String inner = text.substring(1, text.length() - 2);
        if (inner.equals("?")) {
            return new ScaleAnswer.Refused("the scale does not know our request, it speaks another dialect");
        }
        int between = inner.indexOf("\r\n");
        String weight = between < 0 ? "" : inner.substring(0, between);
        String status = inner.substring(between < 0 ? 0 : between + 2);
        return NciStatus.read(Bytes.ascii(status.startsWith("S") ? status.substring(1) : status))
                .map(known -> judge(known, between < 0 ? Optional.empty() : Optional.of(weight)))
                .orElseGet(() -> new ScaleAnswer.Unreadable("no status of this protocol: " + frame));
    }

    /** What forbids a weighing comes first; only then does the weight count. */
    private static ScaleAnswer judge(NciStatus status, Optional<String> weight) {
        if (status.fault().isPresent()) {
            return new ScaleAnswer.Fault(status.fault().get());
        }
        if (status.missedItsFirstZero()) {
            return new ScaleAnswer.OutsideZeroRange();
        }
        if (status.isUnder()) {
            return new ScaleAnswer.UnderZero();
        }
        if (status.isOver()) {
            return new ScaleAnswer.OverCapacity();
        }
        if (status.isMoving()) {
            return new ScaleAnswer.Moving();
        }
        if (weight.isEmpty()) {
            return status.isAtZero() && !status.isNet()
                    ? new ScaleAnswer.Zero()
                    : new ScaleAnswer.Unreadable(STATUS_ALONE);
        }
        return weight(weight.get(), status);
    }

    private static ScaleAnswer weight(String text, NciStatus status) {
        Matcher matcher = WEIGHT.matcher(text);
        boolean matches = matcher.matches();
        if (OTHER_UNITS.matcher(text).matches() || (matches && !matcher.group(2).equalsIgnoreCase("kg"))) {
            return new ScaleAnswer.Pounds(text);
        }
        OptionalInt grams = matches ? Kilograms.grams(matcher.group(1)) : OptionalInt.empty();
        if (grams.isEmpty()) {
            return new ScaleAnswer.Unreadable("no weight: '" + text + "'");
        }
        if (status.isAtZero() && !status.isNet()) {
            return grams.getAsInt() == 0
                    ? new ScaleAnswer.Zero()
                    : new ScaleAnswer.Unreadable("'" + text + "' and at zero contradict each other");
        }
        return new ScaleAnswer.Weight(grams.getAsInt(), status.isNet());
    }

    /** The frame of a load at rest; 0 g is told as zero. */
    public static Bytes encodeWeight(int grams, Variant variant) {
        int most = variant == Variant.ECR ? 99_999 : 9_999_990;
        if (grams < 0 || grams > most || (variant == Variant.SCP01 && grams % 10 != 0)) {
            throw new IllegalArgumentException("the frame holds 0 to " + most + " g in its steps, got " + grams);
        }
        return frame(digits(grams, variant), NciStatus.encode(grams == 0 ? NciStatus.AT_ZERO : 0, 0, 0), variant);
    }

    private static String digits(int grams, Variant variant) {
        String seven = Integer.toString(10_000_000 + grams).substring(1);
        return variant == Variant.ECR
                ? seven.substring(2, 4) + "." + seven.substring(4) + "KG"
                : seven.substring(0, 4) + "." + seven.substring(4, 6) + "kg";
    }

    /** What a scale says when it has no weight to sell. */
    public enum Trouble {
        MOTION(NciStatus.MOTION, 0, 0),
        UNDER(0, NciStatus.UNDER_CAPACITY, 0),
        OVER(0, NciStatus.OVER_CAPACITY, 0),
        NEEDS_ZERO(0, 0, NciStatus.FIRST_ZERO_ERROR),
        RAM_ERROR(NciStatus.RAM_ERROR, 0, 0);

        private final Bytes status;

        Trouble(int first, int second, int third) {
            status = NciStatus.encode(first, second, third);
        }
    }

    /** ECR sends the status alone, SCP-01 dashes in place of the weight. */
    public static Bytes encode(Trouble trouble, Variant variant) {
        return variant == Variant.ECR
                ? Bytes.ascii("\nS").plus(trouble.status).plus(Bytes.ascii("\r\u0003"))
                : frame("------kg", trouble.status, variant);
    }

    /** What a scale says to a request that it does not know. */
    public static Bytes encodeUnknown() {
        return Bytes.ascii("\n?\r\u0003");
    }

    /** The status alone, as after zeroing. */
    public static Bytes encodeStatus(boolean atZero, Variant variant) {
        return Bytes.ascii(variant == Variant.ECR ? "\nS" : "\n")
                .plus(NciStatus.encode(atZero ? NciStatus.AT_ZERO : 0, 0, 0))
                .plus(Bytes.ascii("\r\u0003"));
    }

    private static Bytes frame(String weight, Bytes status, Variant variant) {
        return Bytes.ascii("\n" + weight + "\r\n" + (variant == Variant.ECR ? "S" : ""))
                .plus(status)
                .plus(Bytes.ascii("\r\u0003"));
    }
}
