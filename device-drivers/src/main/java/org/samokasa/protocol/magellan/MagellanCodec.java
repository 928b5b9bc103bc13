package org.samokasa.protocol.magellan;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scale.ScaleAnswer;

/** Weights of the single cable to answers and back; sheet scale-serial, section 7. */
public final class MagellanCodec {
    public static final String LABEL = "08";
    public static final String WEIGHT = "11";
    public static final String STATUS = "14";

    /** Answered at once, unlike S11, which waits for a load at rest. */
    public static final String ASK_STATUS = "S14";

    public static final String BEEP = "S334";

    /** Digits of the status after S14. */
    public static final int NOT_READY = 0;

    public static final int UNSTABLE = 1;
    public static final int OVER_CAPACITY = 2;
    public static final int ZERO = 3;
    public static final int WEIGHT_FOLLOWS = 4;
    public static final int UNDER_ZERO = 5;

    private static final Pattern GRAMS = Pattern.compile("[0-9]{5}");
    private static final Pattern POUNDS = Pattern.compile("[0-9]{4}");

    private MagellanCodec() {}

    public static boolean isOfScale(MagellanFrame.Message message) {
        return message.code().equals(WEIGHT) || message.code().equals(STATUS);
    }

    /** @param message of the scale; any data, never throws */
    public static ScaleAnswer decode(MagellanFrame.Message message) {
        String data = message.data().toText(StandardCharsets.ISO_8859_1);
        if (message.code().equals(WEIGHT)) {
            return weight(data);
        }
        if (!message.code().equals(STATUS)) {
            return new ScaleAnswer.Unreadable("S" + message.code() + " is no word of a scale");
        }
        return switch (data) {
            case "0" -> new ScaleAnswer.NotReady("the scale is not ready or cannot find its zero");
            case "1" -> new ScaleAnswer.Moving();
            case "2" -> new ScaleAnswer.OverCapacity();
            case "3" -> new ScaleAnswer.Zero();
            case "5" -> new ScaleAnswer.UnderZero();
            default ->
                data.startsWith("4")
                        ? weight(data.substring(1))
                        : new ScaleAnswer.Unreadable("no status of this protocol: " + message.data());
        };
    }

    /** Five digits are grams, four are hundredths of a pound. */
    private static ScaleAnswer weight(String digits) {
        if (GRAMS.matcher(digits).matches()) {
            return new ScaleAnswer.Weight(Integer.parseInt(digits), false);
        }
        return POUNDS.matcher(digits).matches()
                ? new ScaleAnswer.Pounds(digits)
                : new ScaleAnswer.Unreadable("no weight of five digits: '" + digits + "'");
    }

    /** The answer to S14 when there is no weight to sell. */
    public static String encodeStatus(int status) {
        return "S14" + status;
    }

    /** @param code {@link #WEIGHT} or {@link #STATUS} */
    public static String encodeWeight(String code, int grams) {
        if (grams < 0 || grams > 99_999) {
            throw new IllegalArgumentException("the message holds 0 to 99999 g, got " + grams);
        }
        return "S" + code + (code.equals(STATUS) ? WEIGHT_FOLLOWS : "") + String.format(Locale.ROOT, "%05d", grams);
    }

    /** A label, with its single-cable identifier. */
    public static Bytes encodeLabel(String idAndData, MagellanForm form) {
        String whole = form == MagellanForm.S ? "S08" + idAndData + "\r" : "\u000208" + idAndData + "\u0003";
        return Bytes.copyOf(whole.getBytes(StandardCharsets.UTF_8));
    }
}
