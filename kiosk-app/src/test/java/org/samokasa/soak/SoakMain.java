package org.samokasa.soak;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.samokasa.soak.check.LogWatch;
import org.samokasa.soak.plan.Plan;
import org.samokasa.soak.plan.Planner;
import org.samokasa.soak.shop.Doors;

/** {@code ./samokasa soak}: as many runs as it takes, each on one thread, several threads beside each other. */
public final class SoakMain {
    private static final int EXIT_BROKEN = 1;
    private static final int EXIT_WRONG_USE = 2;

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
        List<Plan> plans;
        try {
            asked = SoakArguments.parse(words, System.nanoTime() & Integer.MAX_VALUE);
            plans = asked.replay().isPresent()
                    ? List.of(Plan.parse(Files.readAllLines(asked.replay().get())))
                    : plans(asked);
        } catch (IllegalArgumentException wrong) {
            err.println("samokasa: " + wrong.getMessage());
            return EXIT_WRONG_USE;
        }
        LogWatch log = LogWatch.begin();
        long began = System.nanoTime();
        List<SoakRun.Outcome> runs = runAll(plans, asked.threads());
        out.println(SoakSummary.line(asked, runs, (System.nanoTime() - began) / 1_000_000));
        for (SoakRun.Outcome run : runs) {
            if (run.broken().isPresent()) {
                explain(run, asked.replay().isPresent(), directory, err);
                return EXIT_BROKEN;
            }
        }
        if (log.leak().isPresent()) {
            err.println("I9: a card number in the log: " + log.leak().get());
            return EXIT_BROKEN;
        }
        return 0;
    }

    static List<Plan> plans(SoakArguments asked) {
        List<Plan> plans = new ArrayList<>();
        SplittableRandom seeds = new SplittableRandom(asked.seed());
        int left = asked.laneDays();
        while (left > 0) {
            Plan plan = Planner.plan(seeds.nextLong() & Long.MAX_VALUE, left, asked.profile());
            plans.add(plan);
            left -= plan.laneDays();
        }
        return plans;
    }

    /** All up to the first that fails; those that others had begun by then are still finished. */
    private static List<SoakRun.Outcome> runAll(List<Plan> plans, int threads) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        AtomicBoolean failed = new AtomicBoolean();
        List<Future<SoakRun.Outcome>> futures = new ArrayList<>();
        for (Plan plan : plans) {
            futures.add(workers.submit(() -> {
                if (failed.get()) {
                    return null;
                }
                SoakRun.Outcome outcome = SoakRun.of(plan, new Doors() {});
                failed.compareAndSet(false, outcome.broken().isPresent());
                return outcome;
            }));
        }
        List<SoakRun.Outcome> outcomes = new ArrayList<>();
        try {
            for (Future<SoakRun.Outcome> future : futures) {
                SoakRun.Outcome outcome = future.get();
                if (outcome != null) {
                    outcomes.add(outcome);
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run could not be run", e.getCause());
        } finally {
            workers.shutdownNow();
        }
        return outcomes;
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
