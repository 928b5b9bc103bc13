package org.samokasa.sim.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What this process holds of the system.
 *
 * @param threads the live ones
 * @param wires open files that are no regular ones: terminals, sockets and pipes. Empty where the system does not list them
 */
record Footprint(Set<Thread> threads, List<String> wires) {
    /** A thread that was told to end needs no more; only one that hangs is waited for so long. */
    private static final long END_MILLIS = 10_000;

    static Footprint taken() {
        return new Footprint(Set.copyOf(Thread.getAllStackTraces().keySet()), openWires());
    }

    private static List<String> openWires() {
        Path all = Path.of("/proc/self/fd");
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        List<String> wires = new ArrayList<>();
        try (Stream<Path> open = Files.list(all)) {
            for (Path each : open.toList()) {
                String target = target(each);
                if (target.matches("(socket|pipe):.*|anon_inode:\\[event.*|/dev/.*")) {
                    wires.add(target.replaceAll("\\d+", "N"));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(all + " cannot be read", e);
        }
        return wires;
    }

    /** The handle that lists the others is itself in the list and closed by now. */
    private static String target(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    /** Fails when more threads run or more wires are open than at this moment, after what is ending has ended. */
    void assertNotOutgrown() throws InterruptedException {
        long end = System.nanoTime() + END_MILLIS * 1_000_000;
        Footprint today = taken();
        while (today.isLargerThan(this) && System.nanoTime() < end) {
            for (Thread each : today.threads) {
                if (!threads.contains(each) && each != Thread.currentThread()) {
                    each.join(20);
                }
            }
            today = taken();
        }
        assertThat(today.threads.size())
                .as("threads, before %s, after %s", names(threads), names(today.threads))
                .isLessThanOrEqualTo(threads.size());
        assertThat(today.wires.size())
                .as("wires, before %s, after %s", counted(wires), counted(today.wires))
                .isLessThanOrEqualTo(wires.size());
    }

    private boolean isLargerThan(Footprint other) {
        return threads.size() > other.threads.size() || wires.size() > other.wires.size();
    }

    private static Object names(Set<Thread> threads) {
        return counted(threads.stream().map(Thread::getName).toList());
    }

    private static Object counted(Collection<String> all) {
        return all.stream().collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()));
    }
}
