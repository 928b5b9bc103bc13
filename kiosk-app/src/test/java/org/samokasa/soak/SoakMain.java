package org.samokasa.soak;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.samokasa.soak.check.LogWatch;
import org.samokasa.soak.fuzz.DriverFuzz;
import org.samokasa.soak.plan.Plan;
import org.samokasa.soak.plan.Planner;
import org.samokasa.soak.plan.Profile;
import org.samokasa.soak.shop.Doors;

/** {@code ./samokasa soak}: as many runs as it takes, each on one thread, several threads beside each other. */
public final class SoakMain {
    private static final int EXIT_BROKEN = 1;
    private static final int EXIT_WRONG_USE = 2;
    private static final long FUZZ_BYTES_A_DRIVER = 10_000_000;

    private SoakMain() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        System.exit(run(Arrays.asList(words), Path.of("target"), System.out, System.err));
    }

    /** @param directory where a failing plan is kept */
    static int run(List<String> words, Path directory, PrintStream out, PrintStream err)
            throws IOException, InterruptedException {
        if (words.contains("--help")) {
            out.print(SoakArguments.USAGE);
            return 0;
        }
        SoakArguments asked;
        Iterator<Plan> plans;
        try {
            asked = SoakArguments.parse(words, System.nanoTime() & Integer.MAX_VALUE);
            plans = asked.replay().isPresent()
                    ? List.of(Plan.parse(Files.readAllLines(asked.replay().get())))
                            .iterator()
                    : new Plans(asked);
        } catch (IllegalArgumentException wrong) {
            err.println("samokasa: " + wrong.getMessage());
            return EXIT_WRONG_USE;
        }
        LogWatch log = LogWatch.begin();
        SoakSummary summary = new SoakSummary(asked, err);
        long began = System.nanoTime();
        if (asked.profile() == Profile.FUZZ && asked.replay().isEmpty()) {
            try {
                summary.fuzzed(DriverFuzz.all(asked.seed(), FUZZ_BYTES_A_DRIVER));
            } catch (DriverFuzz.Broken broken) {
                err.println(broken.getMessage());
                broken.getCause().printStackTrace(err);
                return EXIT_BROKEN;
            }
        }
        runAll(plans, asked.threads(), summary);
        out.println(summary.line((System.nanoTime() - began) / 1_000_000));
        if (summary.failure().isPresent()) {
            explain(summary.failure().get(), asked.replay().isPresent(), directory, err);
            return EXIT_BROKEN;
        }
        if (log.leak().isPresent()) {
            err.println("I9: a card number in the log: " + log.leak().get());
            return EXIT_BROKEN;
        }
        return 0;
    }

    /** All that are asked for, one after the other: of a year only the days that are being run are in memory. */
    private static final class Plans implements Iterator<Plan> {
        private final SplittableRandom seeds;
        private final Profile profile;
        private int left;

        Plans(SoakArguments asked) {
            seeds = new SplittableRandom(asked.seed());
            profile = asked.profile();
            left = asked.laneDays();
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public Plan next() {
            Plan plan = Planner.plan(seeds.nextLong() & Long.MAX_VALUE, left, profile);
            left -= plan.laneDays();
            return plan;
        }
    }

    /** All up to the first that fails; those that others had begun by then are still finished. */
    private static void runAll(Iterator<Plan> plans, int threads, SoakSummary summary) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            ends.add(workers.submit(() -> {
                Optional<Plan> plan = next(plans, summary);
                while (plan.isPresent()) {
                    summary.add(SoakRun.of(plan.get(), new Doors() {}));
                    plan = next(plans, summary);
                }
            }));
        }
        try {
            for (Future<?> end : ends) {
                end.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run could not be run", e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private static Optional<Plan> next(Iterator<Plan> plans, SoakSummary summary) {
        synchronized (plans) {
            return summary.failure().isEmpty() && plans.hasNext() ? Optional.of(plans.next()) : Optional.empty();
        }
    }

    private static void explain(SoakRun.Outcome run, boolean replayed, Path directory, PrintStream err)
            throws IOException {
        err.println("seed " + run.plan().seed() + ", " + run.at() + ", step " + run.step() + ": "
                + run.broken().orElseThrow().getMessage());
        if (run.broken().get().getCause() != null) {
            run.broken().get().getCause().printStackTrace(err);
        }
        if (replayed) {
            return;
        }
        Plan small = Shrinker.shrink(run);
        Path file =
                Files.createDirectories(directory).resolve("soak-" + run.plan().seed() + ".txt");
        Files.write(file, small.lines());
        err.println("replay with: ./samokasa soak --replay " + file + " ("
                + small.items().size() + " of " + run.plan().items().size() + " things that happened are enough)");
    }
}
