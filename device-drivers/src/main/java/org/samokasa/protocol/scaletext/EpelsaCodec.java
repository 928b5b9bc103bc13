package org.samokasa.protocol.scaletext;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
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

/** Epelsa in auto mode: {@code STX state weight CR ETX} again and again; sheet section 6. */
public final class EpelsaCodec {
    private static final int STX = 0x02;
    private static final int ETX = 0x03;
    /** State, seven characters of weight, CR. */
    private static final int BODY_BYTES = 9;

    private static final Pattern FRAME = Pattern.compile("([A!I])( *)(-?)([0-9]{1,3}\\.[0-9]{3})\r");

    private EpelsaCodec() {}

    public static ScaleFramer framer() {
        return new EnvelopeFramer(STX, ETX, BODY_BYTES);
    }

    public static ScaleDialect dialect() {
        return new FrameDialect(framer(), EpelsaCodec::decode, Bytes.EMPTY, Optional.empty());
    }

    /** @param body the bytes between 02 and 03; any bytes, never throws */
    public static ScaleAnswer decode(Bytes body) {
        Matcher frame = FRAME.matcher(body.toText(StandardCharsets.ISO_8859_1));
        if (body.size() != BODY_BYTES || !frame.matches()) {
            return new ScaleAnswer.Unreadable("no weight: " + body);
        }
        if (frame.group(1).equals("I")) {
            return new ScaleAnswer.NotReady("the scale looks for its zero");
        }
        if (frame.group(1).equals("!")) {
            return new ScaleAnswer.Moving();
        }
        if (!frame.group(3).isEmpty()) {
            return new ScaleAnswer.UnderZero();
        }
        OptionalInt grams = Kilograms.grams(frame.group(4));
        return grams.isPresent()
                ? new ScaleAnswer.Weight(grams.getAsInt(), false)
                : new ScaleAnswer.Unreadable("no weight: " + body);
    }

    /**
     * A frame.
     *
     * @param state {@code A} stable, {@code !} moving, {@code I} looking for its zero
     * @param grams -99999 to 999999
     */
    public static Bytes encode(char state, int grams) {
        String digits = String.format(Locale.ROOT, "%d.%03d", Math.abs(grams) / 1_000, Math.abs(grams) % 1_000);
        String weight = (grams < 0 ? "-" : "") + digits;
        return Bytes.ascii("\u0002" + state + " ".repeat(7 - weight.length()) + weight + "\r\u0003");
    }
}
