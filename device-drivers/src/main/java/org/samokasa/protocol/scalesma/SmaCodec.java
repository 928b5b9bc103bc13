package org.samokasa.protocol.scalesma;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scale.EnvelopeFramer;
import org.samokasa.protocol.scale.FrameDialect;
import org.samokasa.protocol.scale.Kilograms;
import org.samokasa.protocol.scale.ScaleAnswer;
import org.samokasa.protocol.scale.ScaleDialect;
import org.samokasa.protocol.scale.ScaleFramer;

/** Frames to answers and back; sheet section 6. */
public final class SmaCodec {
    public static final Bytes ASK_WEIGHT = Bytes.ascii("\nW\r");
    public static final Bytes ASK_ZERO = Bytes.ascii("\nZ\r");

    private static final int LF = 0x0A;
    private static final int CR = 0x0D;
    /** A weight frame has 20 bytes with both ends. */
    private static final int BODY_BYTES = 18;

    /** Status, range, kind of weight, motion, free byte, weight, unit. */
    private static final Pattern FRAME = Pattern.compile("([ ZOUEIT])1([GNTgn])([M ])[ -~](.{10})([A-Za-z ]{3})");

    private SmaCodec() {}

    public static ScaleFramer framer() {
        return new EnvelopeFramer(LF, CR, BODY_BYTES);
    }

    public static ScaleDialect dialect() {
        return new FrameDialect(framer(), SmaCodec::decode, ASK_WEIGHT, Optional.of(ASK_ZERO));
    }

    /** @param body the bytes between LF and CR; any bytes, never throws */
    public static ScaleAnswer decode(Bytes body) {
        String text = body.toText(StandardCharsets.ISO_8859_1);
        if (text.equals("?")) {
            return new ScaleAnswer.Refused("the scale does not know our request, it speaks another dialect");
        }
        if (text.equals("!")) {
            return new ScaleAnswer.Unreadable("the scale could not read our request: line settings");
        }
        Matcher frame = FRAME.matcher(text);
        if (!frame.matches()) {
            return new ScaleAnswer.Unreadable("no weight and no status: " + body);
        }
        return judge(
                frame.group(1).charAt(0),
                frame.group(2).charAt(0),
                frame.group(3).equals("M"),
                frame.group(4),
                frame.group(5).strip());
    }

    private static ScaleAnswer judge(char status, char kind, boolean moving, String weight, String unit) {
        switch (status) {
            case 'E', 'I':
                return new ScaleAnswer.OutsideZeroRange();
            case 'T':
                return new ScaleAnswer.Fault("the scale reports a tare error");
            case 'U':
                return new ScaleAnswer.UnderZero();
            case 'O':
                return new ScaleAnswer.OverCapacity();
            default:
                break;
        }
        if (moving) {
            return new ScaleAnswer.Moving();
        }
        if (kind != 'G' && kind != 'N') {
            return new ScaleAnswer.Unreadable("a tare or a finer reading that is not for sale: " + kind);
        }
        if (!unit.equals("kg")) {
            return new ScaleAnswer.Pounds(weight.strip() + " " + unit);
        }
        OptionalInt grams = Kilograms.grams(weight);
        if (grams.isEmpty()) {
            return new ScaleAnswer.Unreadable("no weight: '" + weight + "'");
        }
        if (status == 'Z') {
            return grams.getAsInt() == 0
                    ? new ScaleAnswer.Zero()
                    : new ScaleAnswer.Unreadable("'" + weight + "' and centre of zero contradict each other");
        }
        return new ScaleAnswer.Weight(grams.getAsInt(), kind == 'N');
    }

    /**
     * A frame.
     *
     * @param status one of {@code " ZOUEIT"}
     * @param grams 0 to 999999; not looked at for a status without a weight
     */
    public static Bytes encode(char status, boolean moving, int grams) {
        String weight = " ZU".indexOf(status) >= 0
                ? String.format(java.util.Locale.ROOT, "%6d.%03d", grams / 1_000, grams % 1_000)
                : "  --------";
        return Bytes.ascii("\n" + status + "1G" + (moving ? 'M' : ' ') + " " + weight + "kg \r");
    }

    /** What a scale says to a request that it does not know. */
    public static Bytes encodeUnknown() {
        return Bytes.ascii("\n?\r");
    }
}
