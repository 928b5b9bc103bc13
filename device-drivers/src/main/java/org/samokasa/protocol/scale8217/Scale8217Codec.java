package org.samokasa.protocol.scale8217;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scale.EnvelopeFramer;
import org.samokasa.protocol.scale.FrameDialect;
import org.samokasa.protocol.scale.ScaleAnswer;
import org.samokasa.protocol.scale.ScaleDialect;
import org.samokasa.protocol.scale.ScaleFramer;

/** Frames to answers and back. Bits of the status byte: protocol sheet scale-serial, section 2. */
public final class Scale8217Codec {
    public static final Bytes ASK_WEIGHT = Bytes.ascii("W");
    public static final Bytes ASK_ZERO = Bytes.ascii("Z");

    public static final int MOTION = 0x01;
    public static final int OVER_CAPACITY = 0x02;
    public static final int UNDER_ZERO = 0x04;
    public static final int OUTSIDE_ZERO_RANGE = 0x08;
    public static final int CENTRE_OF_ZERO = 0x10;
    private static final int STX = 0x02;
    private static final int CR = 0x0D;
    /** Longest answer is a weight with six digits, point and N; anything much longer lost its end. */
    private static final int BODY_BYTES_MAX = 12;

    private static final int ALWAYS = 0x40;
    private static final int STATUS_MARK = '?';

    private static final Pattern KILOGRAMS = Pattern.compile("[0-9]{2}\\.[0-9]{3}N?");
    private static final Pattern POUNDS = Pattern.compile("[0-9]{2,3}\\.[0-9]{2}N?");

    private Scale8217Codec() {}

    public static ScaleFramer framer() {
        return new EnvelopeFramer(STX, CR, BODY_BYTES_MAX);
    }

    public static ScaleDialect dialect() {
        return new FrameDialect(framer(), Scale8217Codec::decode, ASK_WEIGHT, Optional.of(ASK_ZERO));
    }

    /** @param body the bytes between 02 and 0D; any bytes, never throws */
    public static ScaleAnswer decode(Bytes body) {
        for (int i = 0; i < body.size(); i++) {
            if (body.at(i) >= 0x80) {
                return new ScaleAnswer.Unreadable("a byte with the eighth bit set: wrong data bits or parity");
            }
        }
        if (body.size() == 2 && body.at(0) == STATUS_MARK) {
            return status(body.at(1));
        }
        String text = body.toText(StandardCharsets.US_ASCII);
        if (KILOGRAMS.matcher(text).matches()) {
            int grams = Integer.parseInt(text.substring(0, 2)) * 1_000 + Integer.parseInt(text.substring(3, 6));
            return new ScaleAnswer.Weight(grams, text.endsWith("N"));
        }
        if (POUNDS.matcher(text).matches()) {
            return new ScaleAnswer.Pounds(text);
        }
        return new ScaleAnswer.Unreadable("no weight and no status: " + body);
    }

    /** The order decides when several bits are set: what forbids a weighing first. */
    private static ScaleAnswer status(int status) {
        if ((status & ALWAYS) == 0) {
            return new ScaleAnswer.Unreadable(String.format("status byte %02X without its fixed bit", status));
        }
        if ((status & UNDER_ZERO) != 0) {
            return new ScaleAnswer.UnderZero();
        }
        if ((status & OVER_CAPACITY) != 0) {
            return new ScaleAnswer.OverCapacity();
        }
        if ((status & MOTION) != 0) {
            return new ScaleAnswer.Moving();
        }
        if ((status & OUTSIDE_ZERO_RANGE) != 0) {
            return new ScaleAnswer.OutsideZeroRange();
        }
        return (status & CENTRE_OF_ZERO) != 0 ? new ScaleAnswer.Zero() : new ScaleAnswer.NothingNew();
    }

    /** The frame of a stable gross weight. */
    public static Bytes encodeWeight(int grams) {
        if (grams < 0 || grams > 99_999) {
            throw new IllegalArgumentException("the frame holds 0 to 99999 g, got " + grams);
        }
        String digits = Integer.toString(100_000 + grams).substring(1);
        return Bytes.ascii("\u0002" + digits.substring(0, 2) + "." + digits.substring(2) + "\r");
    }

    /** The frame of a status; {@code bits} is a sum of the constants of this class. */
    public static Bytes encodeStatus(int bits) {
        return Bytes.of(0x02, STATUS_MARK, ALWAYS | (bits & 0x1F), 0x0D);
    }
}
