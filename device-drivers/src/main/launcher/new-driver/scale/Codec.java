package org.samokasa.protocol.@package@;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scale.FrameDialect;
import org.samokasa.protocol.scale.Kilograms;
import org.samokasa.protocol.scale.LineFramer;
import org.samokasa.protocol.scale.ScaleAnswer;
import org.samokasa.protocol.scale.ScaleDialect;
import org.samokasa.protocol.scale.ScaleFramer;

/**
 * The scale @name@: {@code S +001.250 kg CR LF} at rest, {@code M ..} while it moves. TODO name the manual, its edition and
 * the section all this is from; until then this is only an example of a scale.
 */
public final class @Name@Codec {
    /** What asks for the weight. */
    public static final Bytes REQUEST = Bytes.ascii("P\r");

    /** State, sign, weight and unit, with room for one more digit. */
    private static final int LINE_BYTES_MAX = 24;

    private static final Pattern LINE = Pattern.compile("([SM]) ([+-])([0-9]{3}\\.[0-9]{3}) ([a-z]{1,2})");

    private @Name@Codec() {}

    /** Cuts the stream into lines. */
    public static ScaleFramer framer() {
        return new LineFramer(LINE_BYTES_MAX);
    }

    public static ScaleDialect dialect() {
        return new FrameDialect(framer(), @Name@Codec::decode, REQUEST, Optional.empty());
    }

    /** @param line without CR LF; any bytes, never throws, never a weight that the scale did not send */
    public static ScaleAnswer decode(Bytes line) {
        Matcher matcher = LINE.matcher(line.toText(StandardCharsets.ISO_8859_1));
        if (!matcher.matches()) {
            return new ScaleAnswer.Unreadable("no weight: " + line);
        }
        if (!matcher.group(4).equals("kg")) {
            return new ScaleAnswer.Pounds(matcher.group(3) + " " + matcher.group(4));
        }
        if (matcher.group(1).equals("M")) {
            return new ScaleAnswer.Moving();
        }
        OptionalInt grams = Kilograms.grams(matcher.group(3));
        if (grams.isEmpty()) {
            return new ScaleAnswer.Unreadable("no weight: " + line);
        }
        boolean below = matcher.group(2).equals("-") && grams.getAsInt() > 0;
        return below ? new ScaleAnswer.UnderZero() : new ScaleAnswer.Weight(grams.getAsInt(), false);
    }

    /** What the scale says; for its twin and for tests. */
    public static Bytes encode(boolean moving, int grams) {
        String weight = String.format(Locale.ROOT, "%03d.%03d", Math.abs(grams) / 1_000, Math.abs(grams) % 1_000);
        return Bytes.ascii((moving ? "M " : "S ") + (grams < 0 ? "-" : "+") + weight + " kg\r\n");
    }
}
