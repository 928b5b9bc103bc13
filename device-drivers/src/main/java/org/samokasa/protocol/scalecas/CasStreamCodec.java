package org.samokasa.protocol.scalecas;

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

/** The 22-byte lines that CAS indicators send again and again; sheet section 5.4. No check in them. */
public final class CasStreamCodec {
    /** 22 with CR LF. */
    private static final int LINE_BYTES = 20;

    /** State, gross or net, id and lamps, weight of 8 characters, unit. The lamps are known from one source and not used. */
    private static final Pattern LINE =
            Pattern.compile("(ST|US|OL),(GS|NT),(.)(.),([ 0-9.+-]{8}) ([A-Za-z ]{2})", Pattern.DOTALL);

    private CasStreamCodec() {}

    public static ScaleFramer framer() {
        return new LineFramer(LINE_BYTES);
    }

    public static ScaleDialect dialect() {
        return new FrameDialect(framer(), CasStreamCodec::decode, Bytes.EMPTY, Optional.empty());
    }

    /** @param line without CR LF; any bytes, never throws */
    public static ScaleAnswer decode(Bytes line) {
        Matcher matcher = LINE.matcher(line.toText(StandardCharsets.ISO_8859_1));
        if (line.size() != LINE_BYTES || !matcher.matches()) {
            return new ScaleAnswer.Unreadable("no line of 22 bytes: " + line);
        }
        if (matcher.group(1).equals("OL")) {
            return new ScaleAnswer.OverCapacity();
        }
        if (matcher.group(1).equals("US")) {
            return new ScaleAnswer.Moving();
        }
        String weight = matcher.group(5);
        if (!matcher.group(6).equals("kg")) {
            return new ScaleAnswer.Pounds(
                    weight.strip() + " " + matcher.group(6).strip());
        }
        boolean minus = weight.contains("-");
        OptionalInt grams = Kilograms.grams(weight.replaceFirst("[+-]", " "));
        if (grams.isEmpty()) {
            return new ScaleAnswer.Unreadable("no weight: '" + weight + "'");
        }
        if (minus && grams.getAsInt() > 0) {
            return new ScaleAnswer.UnderZero();
        }
        return new ScaleAnswer.Weight(grams.getAsInt(), matcher.group(2).equals("NT"));
    }

    /** A gross line of indicator 1; {@code state} is {@code ST}, {@code US} or {@code OL}. */
    public static Bytes encode(String state, int grams) {
        boolean over = state.equals("OL");
        String digits = String.format(Locale.ROOT, "%d.%03d", Math.abs(grams) / 1_000, Math.abs(grams) % 1_000);
        String weight = over ? "" : (grams < 0 ? "-" : "") + digits;
        int lamps = state.equals("ST") ? 0x44 : 0x04;
        return Bytes.ascii(state + ",GS,1")
                .plus(Bytes.of(lamps))
                .plus(Bytes.ascii("," + " ".repeat(8 - weight.length()) + weight + " kg\r\n"));
    }
}
