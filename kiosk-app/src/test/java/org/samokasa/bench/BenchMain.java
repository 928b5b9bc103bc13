package org.samokasa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code bench [NAME] [--json]}: runs all benchmarks, or those of one name. */
public final class BenchMain {
    private static final String USAGE = "usage: samokasa bench [NAME] [--json]; names: ";

    /** One benchmark; it may give several figures. */
    private interface Benchmark {
        List<Figure> run(Path folder) throws Exception;
    }

    private BenchMain() {}

    private static Map<String, Benchmark> all() {
        Map<String, Benchmark> all = new LinkedHashMap<>();
        all.put("sale", DurableSaleBench::run);
        all.put("core", folder -> CorePathBench.run());
        all.put("process", ProcessBench::run);
        all.put("help", HelpToPageBench::run);
        all.put("paint", ScanToPaintBench::run);
        all.put("soak", folder -> SoakSpeedBench.run());
        all.put("camera", folder -> CameraBench.run());
        return all;
    }

    public static void main(String[] words) throws Exception {
        System.exit(run(words));
    }

    private static int run(String[] words) throws Exception {
        boolean json = List.of(words).contains("--json");
        List<String> names =
                Stream.of(words).filter(word -> !word.equals("--json")).toList();
        if (names.contains("--help")) {
            System.out.println(USAGE + all().keySet());
            return 0;
        }
        if (names.size() > 1 || !all().keySet().containsAll(names)) {
            System.err.println("samokasa: " + USAGE + all().keySet());
            return 2;
        }
        for (Map.Entry<String, Benchmark> each : all().entrySet()) {
            if (names.isEmpty() || names.contains(each.getKey())) {
                for (Figure figure : inFolder(each.getValue())) {
                    System.out.println(json ? figure.json() : figure.line());
                }
            }
        }
        return 0;
    }

    private static List<Figure> inFolder(Benchmark benchmark) throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "bench");
        try {
            return benchmark.run(folder);
        } finally {
            delete(folder);
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
