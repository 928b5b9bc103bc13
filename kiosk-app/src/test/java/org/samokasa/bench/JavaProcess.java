package org.samokasa.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own. */
final class JavaProcess implements AutoCloseable {
    private final Process process;
    private final double secondsToReady;

    private JavaProcess(Process process, double secondsToReady) {
        this.process = process;
        this.secondsToReady = secondsToReady;
    }

    /** A lane exactly as the launcher starts one. */
    static JavaProcess lane(Path config) throws IOException {
        String file = System.getProperty("samokasa.lane.jvm");
        if (file == null) {
            throw new IOException("start the benchmarks with ./samokasa bench");
        }
        return start(
                List.of("@" + file), List.of("org.samokasa.kiosk.app.lane.LaneMain", "--config", config.toString()));
    }

    /** A main class of the benchmarks' own class path, with Java's own heap and no class archive but Java's own. */
    static JavaProcess start(List<String> mainAndArguments) throws IOException {
        return start(
                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")),
                mainAndArguments);
    }

    /** Starts it and waits for its line {@code {"ready"..}}. */
    private static JavaProcess start(List<String> flags, List<String> mainAndArguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(mainAndArguments);
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        String line;
        while ((line = lines.readLine()) != null) {
            if (line.startsWith("{\"ready\"")) {
                return new JavaProcess(process, (System.nanoTime() - began) / 1e9);
            }
            said.append(line).append('\n');
        }
        throw new IOException("it ended without being ready: " + said);
    }

    double secondsToReady() {
        return secondsToReady;
    }

    /** Resident memory in MiB, as the system counts it. */
    double residentMebibytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
            }
        }
        throw new IOException("the system does not tell the memory of " + process.pid());
    }

    /** Kills it as a power cut does. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
