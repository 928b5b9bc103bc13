package org.samokasa.soak.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * A whole run. The same plan is the same run, to the byte.
 *
 * @param seed of the noise, the latencies and the attendants
 * @param items in the order in which they happen
 */
public record Plan(long seed, int lanes, int days, Profile profile, List<Item> items) {
    private static final String HEAD = "soak plan 1";

    public Plan {
        items = items.stream().sorted().toList();
    }

    public Plan with(List<Item> fewer) {
        return new Plan(seed, lanes, days, profile, fewer);
    }

    public int laneDays() {
        return lanes * days;
    }

    /** As it is kept in a file. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(HEAD);
        lines.add("seed " + seed);
        lines.add("lanes " + lanes);
        lines.add("days " + days);
        lines.add("faults " + profile.word());
        items.forEach(item -> lines.add(item.toString()));
        return lines;
    }

    /** @throws IllegalArgumentException naming the line that is wrong */
    public static Plan parse(List<String> lines) {
        if (lines.size() < 5 || !lines.get(0).equals(HEAD)) {
            throw new IllegalArgumentException("a plan begins with '" + HEAD + "'");
        }
        return new Plan(
                number(lines.get(1), "seed"),
                (int) number(lines.get(2), "lanes"),
                (int) number(lines.get(3), "days"),
                Profile.of(after(lines.get(4), "faults")),
                lines.subList(5, lines.size()).stream()
                        .filter(line -> !line.isBlank())
                        .map(Item::parse)
                        .toList());
    }

    private static long number(String line, String word) {
        try {
            return Long.parseLong(after(line, word));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + word + "' needs a number: " + line, e);
        }
    }

    private static String after(String line, String word) {
        if (!line.startsWith(word + " ")) {
            throw new IllegalArgumentException("'" + word + "' was expected: " + line);
        }
        return line.substring(word.length() + 1);
    }
}
