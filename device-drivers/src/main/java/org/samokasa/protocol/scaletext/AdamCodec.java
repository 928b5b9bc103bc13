package org.samokasa.protocol.scaletext;

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
 * Adam CPW and Kern: {@code +  1.250 kg CR LF}, sign first. The line does not say whether the load is at rest, so a weight
 * counts only when a second one 200 to 500 ms later is equal (sheet section 1, "two equal answers").
 */
public final class AdamCodec {
    /** The two requests that are in use. */
    public enum Request {
        G("G\r"),
        W("w");

        private final Bytes bytes;

        Request(String text) {
            bytes = Bytes.ascii(text);
        }

        public Bytes bytes() {
            return bytes;
        }
    }

    /** A weight, its unit and room for more digits. */
    private static final int LINE_BYTES_MAX = 24;

    private static final Pattern LINE = Pattern.compile("([+-])( *[0-9]{1,3}\\.[0-9]{2,3}) +([A-Za-z]{1,3}) *");

    private AdamCodec() {}

    public static ScaleFramer framer() {
        return new LineFramer(LINE_BYTES_MAX);
    }

    public static ScaleDialect dialect(Request request) {
        return new FrameDialect(framer(), AdamCodec::decode, request.bytes(), Optional.empty());
    }

    /** @param line without CR LF; any bytes, never throws */
    public static ScaleAnswer decode(Bytes line) {
        Matcher matcher = LINE.matcher(line.toText(StandardCharsets.ISO_8859_1));
        if (!matcher.matches()) {
            return new ScaleAnswer.Unreadable("no weight: " + line);
        }
        if (!matcher.group(3).equalsIgnoreCase("kg")) {
            return new ScaleAnswer.Pounds(matcher.group(2).strip() + " " + matcher.group(3));
        }
        OptionalInt grams = Kilograms.grams(matcher.group(2));
        if (grams.isEmpty()) {
            return new ScaleAnswer.Unreadable("no weight: " + line);
        }
        boolean below = matcher.group(1).equals("-") && grams.getAsInt() > 0;
        return below ? new ScaleAnswer.UnderZero() : new ScaleAnswer.Weight(grams.getAsInt(), false);
    }

    /** A line; sees no difference between a load at rest and a moving one. */
    public static Bytes encode(int grams) {
        String digits = String.format(Locale.ROOT, "%3d.%03d", Math.abs(grams) / 1_000, Math.abs(grams) % 1_000);
        return Bytes.ascii((grams < 0 ? "-" : "+") + digits + " kg\r\n");
    }
}
