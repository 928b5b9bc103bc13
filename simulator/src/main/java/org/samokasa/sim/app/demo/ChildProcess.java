package org.samokasa.sim.app.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One process of the shop, started by the demo and ended with it. */
final class ChildProcess implements AutoCloseable {
    private static final long READY_SECONDS_MAX = 60;
    private static final long END_SECONDS_MAX = 5;

    private final String name;
    private final Process process;
    private final Map<String, Object> ready;

    private ChildProcess(String name, Process process, Map<String, Object> ready) {
        this.name = name;
        this.process = process;
        this.ready = ready;
    }

    /**
     * Starts a Java main class and waits until it says that it is ready.
     *
     * @param java flags of the Java machine and its class path
     * @param readyLine how the line of JSON begins that says so
     * @param log everything the process says
     * @throws IOException when it ends or stays silent instead, with the end of what it said
     */
    static ChildProcess java(String name, List<String> java, String readyLine, Path log, List<String> mainAndArguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java);
        command.addAll(mainAndArguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        CompletableFuture<Map<String, Object>> ready = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, readyLine, log, ready), name + "-output");
        reader.setDaemon(true);
        reader.start();
        try {
            return new ChildProcess(name, process, ready.get(READY_SECONDS_MAX, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException notReady) {
            process.destroyForcibly();
            throw new IOException(name + " did not start; it said:\n" + Files.readString(log), notReady);
        } catch (InterruptedException asked) {
            process.destroyForcibly();
            throw new IOException(name + " was not waited for", asked);
        }
    }

    /** What {@link #java} needs for a class path when nothing is special. */
    static List<String> usual(String classPath) {
        return List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath);
    }

    private static void read(
            Process process, String readyLine, Path log, CompletableFuture<Map<String, Object>> ready) {
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var out = Files.newBufferedWriter(log)) {
            String line;
            while ((line = lines.readLine()) != null) {
                out.write(line + "\n");
                out.flush();
                if (line.startsWith(readyLine)) {
                    ready.complete(JsonText.object(line));
                }
            }
            ready.completeExceptionally(new IOException("it ended"));
        } catch (IOException lost) {
            ready.completeExceptionally(lost);
        }
    }

    String name() {
        return name;
    }

    /** What it said when it was ready. */
    Map<String, Object> ready() {
        return ready;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Returns when it has ended by itself. */
    void awaitEnd() {
        try {
            process.waitFor();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /** As a power cut does. */
    void kill() {
        process.destroyForcibly();
        waitAtMost();
    }

    @Override
    public void close() {
        process.destroy();
        if (!waitAtMost()) {
            kill();
        }
    }

    private boolean waitAtMost() {
        try {
            return process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
