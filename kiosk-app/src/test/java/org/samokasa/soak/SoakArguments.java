package org.samokasa.soak;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.samokasa.soak.plan.Profile;

/** What a soak was asked for. */
record SoakArguments(long seed, int laneDays, Profile profile, Optional<Path> replay, int threads) {
    static final String USAGE = """
            usage: ./samokasa soak [--seed N] [--lane-days D] [--faults PROFILE] [--threads N]
                   ./samokasa soak --replay FILE
              --seed N           the same seed is the same run; without it a fresh one is taken and printed
              --lane-days D      so many days of single lanes, 10 if not said
              --faults PROFILE   none, devices, power, network, all (if not said) or fuzz
              --replay FILE      one run, as an earlier soak wrote it down when it failed
            Prints one line of JSON. Exit 1 names a broken invariant and the file that replays it.
            """;

    private static final int LANE_DAYS = 10;
    private static final int LANE_DAYS_MAX = 1_000_000;

    /** @throws IllegalArgumentException saying in one line what is wrong */
    static SoakArguments parse(List<String> words, long freshSeed) {
        SoakArguments all = new SoakArguments(
                freshSeed,
                LANE_DAYS,
                Profile.ALL,
                Optional.empty(),
                Runtime.getRuntime().availableProcessors());
        for (int i = 0; i < words.size(); i += 2) {
            if (i + 1 == words.size()) {
                throw new IllegalArgumentException(words.get(i) + " needs a value; try --help");
            }
            all = all.with(words.get(i), words.get(i + 1));
        }
        return all;
    }

    private SoakArguments with(String option, String value) {
        return switch (option) {
            case "--seed" -> new SoakArguments(number(option, value), laneDays, profile, replay, threads);
            case "--lane-days" ->
                new SoakArguments(seed, between(option, value, LANE_DAYS_MAX), profile, replay, threads);
            case "--faults" -> new SoakArguments(seed, laneDays, Profile.of(value), replay, threads);
            case "--replay" -> new SoakArguments(seed, laneDays, profile, Optional.of(Path.of(value)), threads);
            case "--threads" -> new SoakArguments(seed, laneDays, profile, replay, between(option, value, 64));
            default -> throw new IllegalArgumentException("there is no option '" + option + "'; try --help");
        };
    }

    private static int between(String option, String value, int most) {
        long number = number(option, value);
        if (number < 1 || number > most) {
            throw new IllegalArgumentException(option + " must be 1.." + most);
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
