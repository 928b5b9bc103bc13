package org.samokasa.sim.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A parsed script.
 *
 * @param steps in the order of the lines
 */
public record Scenario(List<Step> steps) {
    public Scenario {
        steps = List.copyOf(steps);
    }

    /**
     * Reads a whole script. Empty lines and lines that begin with {@code #} say nothing; the expectation stands behind a
     * {@code |}.
     *
     * @throws ScriptException naming all lines that are wrong, not only the first
     */
    public static Scenario parse(String script) {
        List<Step> steps = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        int number = 0;
        for (String line : script.lines().toList()) {
            number++;
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            try {
                steps.add(step(number, line));
            } catch (IllegalArgumentException e) {
                wrong.add("line " + number + ": " + e.getMessage());
            }
        }
        if (!wrong.isEmpty()) {
            throw new ScriptException(String.join(System.lineSeparator(), wrong));
        }
        return new Scenario(steps);
    }

    /**
     * Reads one step.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static Step step(int number, String line) {
        int bar = expectationAt(line);
        String left = (bar < 0 ? line : line.substring(0, bar)).strip().replaceAll("\\s+", " ");
        int blank = left.indexOf(' ');
        String word = blank < 0 ? left : left.substring(0, blank);
        String arguments = blank < 0 ? "" : left.substring(blank + 1);
        Verb verb = Verb.of(word)
                .orElseThrow(() -> new IllegalArgumentException("unknown verb '" + word + "'" + suggestion(word)));
        if (!verb.takes(arguments)) {
            throw new IllegalArgumentException(
                    "'" + left + "' is no " + verb.word() + " step, expected: " + verb.usage());
        }
        return new Step(number, verb, arguments, ExpectationParser.parse(bar < 0 ? "" : line.substring(bar + 1)));
    }

    /** A bar inside a word belongs to the word (a scanned text may hold one). */
    private static int expectationAt(String line) {
        for (int i = line.indexOf('|'); i >= 0; i = line.indexOf('|', i + 1)) {
            if (i == 0 || Character.isWhitespace(line.charAt(i - 1))) {
                return i;
            }
        }
        return -1;
    }

    private static String suggestion(String word) {
        Optional<String> nearest = java.util.Arrays.stream(Verb.values())
                .map(Verb::word)
                .min(Comparator.comparingInt(known -> distance(word, known)))
                .filter(known -> distance(word, known) <= 2);
        return nearest.map(known -> ", did you mean '" + known + "'?").orElse("");
    }

    /** Edits between two words: insert, delete, replace, swap neighbours. */
    private static int distance(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                int best = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
            }
        }
        return cost[left.length()][right.length()];
    }
}
