package org.samokasa.kills;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code ./samokasa kills}: real processes, killed hard, and what became of the shop. Needs a display of its own. */
public final class KillsMain {
    private static final int EXIT_LOST = 1;
    private static final int EXIT_WRONG_USE = 2;

    private KillsMain() {}

    public static void main(String[] words) throws Exception {
        System.exit(run(Arrays.asList(words), Path.of("target"), System.out, System.err));
    }

    private static int run(List<String> words, Path directory, PrintStream out, PrintStream err) throws Exception {
        if (words.contains("--help")) {
            out.print(KillsArguments.USAGE);
            return 0;
        }
        KillsArguments asked;
        try {
            asked = KillsArguments.parse(words, System.nanoTime() & Integer.MAX_VALUE);
        } catch (IllegalArgumentException wrong) {
            err.println("samokasa: " + wrong.getMessage());
            return EXIT_WRONG_USE;
        }
        Path folder = directory.resolve("kills-" + asked.seed());
        PrintStream lines = asked.json() ? err : out;
        lines.println("seed " + asked.seed() + ", " + asked.count() + " kills");
        KillSummary summary = new KillSummary(asked.seed());
        Optional<Lost> lost = play(asked, folder, summary, lines);
        out.println(asked.json() ? summary.json() : summary.text());
        if (lost.isPresent()) {
            err.println("samokasa: kill " + summary.next() + " of seed " + asked.seed() + ": "
                    + lost.get().getMessage() + "; the shop's data are kept in " + folder);
            return EXIT_LOST;
        }
        delete(folder);
        return 0;
    }

    private static Optional<Lost> play(KillsArguments asked, Path folder, KillSummary summary, PrintStream lines)
            throws Exception {
        // Whoever stops this run stops its shop too.
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly), "shutdown"));
        WindowWatch window = WindowWatch.ofBareDisplay();
        try (KillShop shop = new KillShop(folder, true)) {
            new KillRun(shop, Optional.of(window)).run(Kill.drawn(asked.seed(), asked.count()), outcome -> {
                summary.add(outcome);
                lines.println(KillSummary.line(outcome));
            });
            return Optional.empty();
        } catch (Lost lost) {
            summary.lost();
            return Optional.of(lost);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
