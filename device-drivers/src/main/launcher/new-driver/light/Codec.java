package org.samokasa.protocol.@package@;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.samokasa.protocol.Bytes;

/**
 * The light @name@: {@code L green yellow red CR}, each 0 dark, 1 lit, 2 blinking, answered by {@code OK CR} or {@code NO CR}. TODO name the
 * manual, its edition and the section all this is from; until then this is only an example of a light.
 */
public final class @Name@Codec {
    private static final int CR = 0x0D;
    /** Longest line of either side; more without an end is noise. */
    private static final int LINE_BYTES_MAX = 16;

    private static final Pattern COMMAND = Pattern.compile("L([012])([012])([012])");
    private static final Bytes TAKEN = Bytes.ascii("OK\r");
    private static final Bytes REFUSED = Bytes.ascii("NO\r");

    /** How one lamp shines. The order is that of the digits. */
    public enum Lamp {
        DARK,
        LIT,
        BLINKING
    }

    /** What the lamps are told. */
    public record Command(Lamp green, Lamp yellow, Lamp red) {}

    private @Name@Codec() {}

    public static Bytes encode(Command command) {
        return Bytes.ascii("L" + command.green().ordinal() + command.yellow().ordinal() + command.red().ordinal() + "\r");
    }

    /** @param line without its end; empty when it is no command. Any bytes, never throws */
    public static Optional<Command> command(Bytes line) {
        Matcher matcher = COMMAND.matcher(line.toText(StandardCharsets.ISO_8859_1));
        return matcher.matches()
                ? Optional.of(new Command(lamp(matcher.group(1)), lamp(matcher.group(2)), lamp(matcher.group(3))))
                : Optional.empty();
    }

    private static Lamp lamp(String digit) {
        return Lamp.values()[Integer.parseInt(digit)];
    }

    public static Bytes answer(boolean taken) {
        return taken ? TAKEN : REFUSED;
    }

    /** @param line without its end; true for taken, false for refused, empty for anything else */
    public static Optional<Boolean> answered(Bytes line) {
        Bytes whole = line.plus(Bytes.of(CR));
        return whole.equals(TAKEN) || whole.equals(REFUSED) ? Optional.of(whole.equals(TAKEN)) : Optional.empty();
    }

    /** Cuts either side's stream into lines without their ends. */
    public static final class Lines {
        private Bytes begun = Bytes.EMPTY;

        public List<Bytes> feed(Bytes chunk) {
            List<Bytes> lines = new ArrayList<>();
            for (int i = 0; i < chunk.size(); i++) {
                if (chunk.at(i) == CR) {
                    lines.add(begun);
                    begun = Bytes.EMPTY;
                } else {
                    begun = begun.size() < LINE_BYTES_MAX ? begun.plus(Bytes.of(chunk.at(i))) : Bytes.EMPTY;
                }
            }
            return lines;
        }

        public void reset() {
            begun = Bytes.EMPTY;
        }
    }
}
