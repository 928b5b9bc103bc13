package org.samokasa.sim.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a step must lead to. Fields that are empty are not looked at.
 *
 * @param noProblem no problem may be open
 * @param paid the sale must be completed
 */
public record Expectation(
        Optional<String> phase,
        Optional<Integer> lines,
        Optional<Total> total,
        Optional<String> problem,
        boolean noProblem,
        Optional<String> help,
        Optional<String> screen,
        boolean paid) {

    public static final Expectation NOTHING = new Expectation(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            false);

    /** An amount as the line writes it. */
    public record Total(long minor, String currency) {
        @Override
        public String toString() {
            return minor + " " + currency + " minor units";
        }
    }

    public boolean isNothing() {
        return equals(NOTHING);
    }

    /** Each way in which what is seen is not what is expected; empty when all fits. */
    public List<String> check(Observation seen) {
        List<String> wrong = new ArrayList<>();
        compare("phase", phase, seen.phase(), wrong);
        compare("lines", lines, seen.lines(), wrong);
        compare("total", total, new Total(seen.totalMinor(), seen.currency()), wrong);
        problem.filter(kind -> !seen.problems().contains(kind))
                .ifPresent(kind -> wrong.add("problem: expected " + kind + ", open are " + seen.problems()));
        if (noProblem && !seen.problems().isEmpty()) {
            wrong.add("problem: expected none, open are " + seen.problems());
        }
        compare("help", help, seen.help().orElse("none"), wrong);
        compare("screen", screen, seen.screen(), wrong);
        if (paid && !seen.paid()) {
            wrong.add("paid: expected, is not");
        }
        return wrong;
    }

    private static <T> void compare(String what, Optional<T> expected, T seen, List<String> wrong) {
        if (expected.isPresent() && !expected.get().equals(seen)) {
            wrong.add(what + ": expected " + expected.get() + ", is " + seen);
        }
    }
}
