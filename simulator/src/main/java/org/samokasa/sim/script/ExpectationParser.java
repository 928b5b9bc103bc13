package org.samokasa.sim.script;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Reads the right side of a line: {@code SHOPPING  2 lines  3.68 EUR  problem AGE  help RAISED  screen bag  paid}. */
final class ExpectationParser {
    private String phase;
    private Integer lines;
    private Expectation.Total total;
    private String problem;
    private boolean noProblem;
    private String help;
    private String screen;
    private boolean paid;

    private final Deque<String> words;

    private ExpectationParser(String text) {
        words = new ArrayDeque<>(List.of(text.trim().split("\\s+")));
    }

    /** @throws IllegalArgumentException naming the word that is not understood */
    static Expectation parse(String text) {
        if (text.isBlank()) {
            return Expectation.NOTHING;
        }
        ExpectationParser parser = new ExpectationParser(text);
        while (!parser.words.isEmpty()) {
            parser.next();
        }
        return new Expectation(
                Optional.ofNullable(parser.phase),
                Optional.ofNullable(parser.lines),
                Optional.ofNullable(parser.total),
                Optional.ofNullable(parser.problem),
                parser.noProblem,
                Optional.ofNullable(parser.help),
                Optional.ofNullable(parser.screen),
                parser.paid);
    }

    private void next() {
        String word = words.remove();
        switch (word) {
            case "problem" -> problem(argument(word));
            case "help" -> help = argument(word);
            case "screen" -> screen = argument(word);
            case "paid" -> paid = true;
            default -> {
                if (word.matches("[0-9]+([.][0-9]+)?")) {
                    number(word);
                } else if (word.matches("[A-Z][A-Z_]*")) {
                    once("phase", phase);
                    phase = word;
                } else {
                    throw new IllegalArgumentException("expectation '" + word
                            + "' is not understood, expected PHASE, N lines, 1.19 EUR, problem KIND, help STATE,"
                            + " screen ID or paid");
                }
            }
        }
    }

    private void problem(String kind) {
        noProblem = kind.equals("none");
        problem = noProblem ? null : kind;
    }

    private void number(String digits) {
        String unit = argument(digits);
        if (unit.equals("line") || unit.equals("lines")) {
            if (!digits.matches("[0-9]{1,4}")) {
                throw new IllegalArgumentException("'" + digits + "' is no number of lines");
            }
            lines = Integer.valueOf(digits);
        } else if (unit.matches("[A-Z]{3}") && digits.length() <= 15) {
            total = new Expectation.Total(Long.parseLong(digits.replace(".", "")), unit);
        } else {
            throw new IllegalArgumentException(
                    "'" + digits + " " + unit + "' is neither a number of lines nor an amount with its currency");
        }
    }

    private String argument(String word) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("something is missing behind '" + word + "'");
        }
        return words.remove();
    }

    private static void once(String what, Object before) {
        if (before != null) {
            throw new IllegalArgumentException("two expectations for the " + what);
        }
    }
}
