package org.samokasa.soak.fuzz;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.samokasa.devices.Device;
import org.samokasa.protocol.Bytes;
import org.samokasa.transport.MemoryLink;

/**
 * Feeds one driver with noise, in virtual time: it may take it for what it likes, and must not throw, not work without
 * end, and not grow.
 */
public final class DriverFuzz {
    /** A driver that is due again and again at the same moment does not come to rest. */
    private static final int TURNS_MAX = 10_000;

    private static final int LAST_KEPT = 12;
    private static final int ONE_IN_USED = 40;
    private static final int ONE_IN_REPLUGGED = 400;
    private static final int ONE_IN_LONG_WAIT = 60;
    private static final Duration LONG_WAIT = Duration.ofSeconds(40);

    /** What a driver may have grown by since its first tenth; a leak of one byte in ten is more. */
    private static final long GROWTH_BYTES_MAX = 1_000_000;

    private final FuzzSubjects.Subject subject;
    private final SplittableRandom chance;
    private final Noise noise;
    private final MemoryLink link;
    private final Device device;
    private final Deque<Bytes> last = new ArrayDeque<>();
    private Instant now = Instant.parse("2030-01-01T09:00:00Z");
    private long fed;

    /** A driver that did what none may do. */
    public static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Broken(String what, Throwable cause) {
            super(what, cause);
        }
    }

    private DriverFuzz(FuzzSubjects.Subject subject, long seed) {
        this.subject = subject;
        this.chance = new SplittableRandom(seed ^ subject.name().hashCode());
        this.noise = new Noise(chance, subject.samples());
        this.link = new MemoryLink(subject.name());
        this.device = subject.on(link);
        link.farEnd().listen(new Deaf());
        link.farEnd().connect();
    }

    /** The machine's end: it never listens. */
    private static final class Deaf implements MemoryLink.Listener {
        @Override
        public void opened() {
            // It talks anyway.
        }

        @Override
        public void received(Bytes bytes) {
            // Whatever is asked, noise is the answer.
        }

        @Override
        public void closed() {
            // It talks again when it is heard again.
        }
    }

    /**
     * Feeds every driver.
     *
     * @param bytes for each of them
     * @return how many bytes all of them got
     * @throws Broken naming driver, seed, place and the last bytes
     */
    public static long all(long seed, long bytes) {
        long sum = 0;
        for (FuzzSubjects.Subject subject : FuzzSubjects.all()) {
            sum += new DriverFuzz(subject, seed).feed(bytes, seed);
        }
        return sum;
    }

    private long feed(long bytes, long seed) {
        try {
            rest();
            while (fed < bytes / 10) {
                step();
            }
            long before = used();
            while (fed < bytes) {
                step();
            }
            long growth = used() - before;
            if (growth > GROWTH_BYTES_MAX) {
                throw new IllegalStateException("grew by " + growth + " bytes");
            }
            device.close();
            return fed;
        } catch (RuntimeException | AssertionError defect) {
            throw new Broken(
                    subject.name() + ", seed " + seed + ", after " + fed + " bytes, the last of them " + last + ": "
                            + defect,
                    defect);
        }
    }

    private void step() {
        if (chance.nextInt(ONE_IN_USED) == 0) {
            subject.use().accept(device);
        }
        if (chance.nextInt(ONE_IN_REPLUGGED) == 0) {
            link.farEnd().disconnect("unplugged");
            rest();
            link.farEnd().connect();
            rest();
        }
        for (Bytes piece : noise.next()) {
            last.add(piece);
            if (last.size() > LAST_KEPT) {
                last.remove();
            }
            link.farEnd().send(piece);
            fed += piece.size();
            rest();
            pass(Duration.ofMillis(chance.nextInt(30)));
        }
        if (chance.nextInt(ONE_IN_LONG_WAIT) == 0) {
            pass(LONG_WAIT);
        }
    }

    /** Time goes by; the driver does what is due in it. */
    private void pass(Duration time) {
        Instant end = now.plus(time);
        Optional<Instant> due = device.nextDue();
        while (due.isPresent() && due.get().isBefore(end)) {
            now = due.get().isAfter(now) ? due.get() : now;
            rest();
            due = device.nextDue();
        }
        now = end;
        rest();
    }

    private void rest() {
        for (int turn = 0; turn < TURNS_MAX; turn++) {
            List<?> told = device.poll(now);
            boolean more = device.nextDue().filter(due -> !due.isAfter(now)).isPresent();
            if (!more && told.isEmpty()) {
                return;
            }
        }
        throw new IllegalStateException("does not come to rest");
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
