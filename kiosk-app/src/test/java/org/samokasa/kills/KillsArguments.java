package org.samokasa.kills;

import java.util.List;

/** What {@code kills} was asked for. */
record KillsArguments(int count, long seed, boolean json) {
    static final String USAGE = """
            usage: ./samokasa kills [--count N] [--seed S] [--json]
              --count N   so many kills, 20 if not said; one takes some five seconds
              --seed S    draws what is killed when, and what people do meanwhile; without it a fresh one is taken and printed
              --json      the summary as one line of JSON; the line for each kill goes to the error output
            Opens a shop of real processes on a virtual display and kills lane, hub or both in the middle of things, as
            kill -9 does. Exit 1 names what was lost and keeps the shop's data. Baskets that come back later than 2 s
            after their window are counted; on a busy machine that happens.
            The same seed draws the same kills, but processes run in real time: the very instant cannot be hit twice.
            """;

    private static final int COUNT = 20;
    private static final int COUNT_MAX = 100_000;

    /** @throws IllegalArgumentException saying in one line what is wrong */
    static KillsArguments parse(List<String> words, long freshSeed) {
        int count = COUNT;
        long seed = freshSeed;
        boolean json = false;
        for (int i = 0; i < words.size(); i++) {
            String option = words.get(i);
            if (option.equals("--json")) {
                json = true;
            } else if (!option.equals("--count") && !option.equals("--seed")) {
                throw new IllegalArgumentException("there is no option '" + option + "'; try --help");
            } else if (++i == words.size()) {
                throw new IllegalArgumentException(option + " needs a value; try --help");
            } else if (option.equals("--seed")) {
                seed = number(option, words.get(i));
            } else {
                count = count(number(option, words.get(i)));
            }
        }
        return new KillsArguments(count, seed, json);
    }

    private static int count(long number) {
        if (number < 1 || number > COUNT_MAX) {
            throw new IllegalArgumentException("--count must be 1.." + COUNT_MAX);
        }
        return (int) number;
    }

    private static long number(String option, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a number, got '" + value + "'", e);
        }
    }
}
