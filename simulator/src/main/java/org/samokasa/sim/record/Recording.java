package org.samokasa.sim.record;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.samokasa.protocol.Bytes;

/**
 * What one wire carried.
 *
 * <p>As text: a head, then a line for each moment with its seconds since the beginning.
 *
 * <pre>
 * samokasa recording 1 bagging-scale
 * 0.000000 opened
 * 0.001200 shop 57
 * 0.061300 machine 02 30 30 2E 37 38 35 0D
 * 9.300000 lost
 * </pre>
 *
 * Empty lines and lines that begin with {@code #} say nothing.
 *
 * @param machine whose wire it was
 * @param moments in the order in which they happened
 */
public record Recording(String machine, List<Moment> moments) {
    private static final String HEAD = "samokasa recording 1 ";
    private static final int NANO_DIGITS = 9;

    public Recording {
        Objects.requireNonNull(machine, "machine");
        moments = List.copyOf(moments);
    }

    /** What happened. */
    public enum What {
        /** The shop's side opened the wire. */
        OPENED,
        /** Bytes from the shop to the machine. */
        SHOP,
        /** Bytes from the machine to the shop. */
        MACHINE,
        /** The wire was closed or cut. */
        LOST
    }

    /**
     * @param at since the beginning of the recording
     * @param bytes empty unless something was said
     */
    public record Moment(Duration at, What what, Bytes bytes) {
        public Moment {
            boolean said = what == What.SHOP || what == What.MACHINE;
            if (at.isNegative() || said == bytes.isEmpty()) {
                throw new IllegalArgumentException("no moment: " + at + " " + what + " " + bytes);
            }
        }

        @Override
        public String toString() {
            String seconds = BigDecimal.valueOf(at.toNanos() / 1_000, 6).toPlainString();
            String word = what.name().toLowerCase(java.util.Locale.ROOT);
            return seconds + " " + word + (bytes.isEmpty() ? "" : " " + bytes.toHex());
        }
    }

    /** The first line of a file. */
    public static String head(String machine) {
        return HEAD + machine;
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(head(machine));
        moments.forEach(moment -> lines.add(moment.toString()));
        return lines;
    }

    /** @throws IllegalArgumentException naming the first line that is wrong */
    public static Recording parse(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).startsWith(HEAD)) {
            throw new IllegalArgumentException("line 1: a recording begins with '" + HEAD + "' and the machine's name");
        }
        List<Moment> moments = new ArrayList<>();
        Duration latest = Duration.ZERO;
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Moment moment = moment(i + 1, line);
            if (moment.at().compareTo(latest) < 0) {
                throw new IllegalArgumentException("line " + (i + 1) + ": is earlier than the line before it");
            }
            latest = moment.at();
            moments.add(moment);
        }
        return new Recording(lines.get(0).substring(HEAD.length()).strip(), moments);
    }

    private static Moment moment(int number, String line) {
        String[] words = line.split("\\s+", 3);
        try {
            long nanos = new BigDecimal(words[0]).movePointRight(NANO_DIGITS).longValueExact();
            What what = What.valueOf(words[1].toUpperCase(java.util.Locale.ROOT));
            Bytes bytes = words.length > 2 ? Bytes.hex(words[2]) : Bytes.EMPTY;
            return new Moment(Duration.ofNanos(nanos), what, bytes);
        } catch (ArithmeticException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "line " + number + ": expected SECONDS opened|shop HEX|machine HEX|lost, got '" + line + "'", e);
        }
    }
}
