package org.samokasa.soak.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that will happen.
 *
 * @param at milliseconds after the beginning of the run
 * @param lane number of the lane; 0 for the hub and the broker
 * @param what {@code shopper}, or the name of a trouble
 * @param lasts how long the trouble lasts, in milliseconds
 * @param seed of everything left to chance in it
 */
public record Item(long at, int lane, String what, long lasts, long seed) implements Comparable<Item> {
    public static final String SHOPPER = "shopper";

    private static final Pattern LINE =
            Pattern.compile("at ([0-9]{1,12}) lane ([0-9]{1,3}) ([a-z-]{1,40}) for ([0-9]{1,12}) seed (-?[0-9]{1,19})");

    @Override
    public int compareTo(Item other) {
        return at != other.at ? Long.compare(at, other.at) : Long.compare(seed, other.seed);
    }

    public boolean isShopper() {
        return what.equals(SHOPPER);
    }

    @Override
    public String toString() {
        return "at " + at + " lane " + lane + " " + what + " for " + lasts + " seed " + seed;
    }

    /** @throws IllegalArgumentException for anything but a line that {@link #toString} wrote */
    static Item parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a line of a plan: " + line);
        }
        return new Item(
                Long.parseLong(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                matcher.group(3),
                Long.parseLong(matcher.group(4)),
                Long.parseLong(matcher.group(5)));
    }
}
