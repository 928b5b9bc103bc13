package org.samokasa.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.samokasa.protocol.Bytes;

/** The supervision alone, with lines made for the test and the time passed in. */
class SupervisedLinkTest {
    private static final Instant START = Instant.parse("2030-01-01T09:00:00Z");

    private final Semaphore wakes = new Semaphore(0);

    @Test
    void attempts_follow_each_other_after_0_1_2_5_10_and_10_seconds() throws InterruptedException {
        List<Instant> attempts = new ArrayList<>();
        Instant[] now = {START};
        SupervisedLink link = new SupervisedLink("absent", () -> {
            attempts.add(now[0]);
            return new ScriptedLine("not there");
        });
        link.onActivity(wakes::release);
        List<LinkEvent> told = new ArrayList<>();
        for (int attempt = 0; attempt < 6; attempt++) {
            told.addAll(link.poll(now[0]));
            heardSomething();
            told.addAll(link.poll(now[0]));
            now[0] = link.nextDue().orElseThrow();
        }
        link.close();

        assertThat(attempts)
                .extracting(at -> Duration.between(START, at).toSeconds())
                .containsExactly(0L, 1L, 3L, 8L, 18L, 28L);
        assertThat(told).containsExactly(new LinkEvent.Unavailable("not there"));
    }

    @Test
    void a_line_that_spoke_is_opened_again_at_once_and_its_loss_is_told_once() throws InterruptedException {
        List<ScriptedLine> lines = new ArrayList<>();
        SupervisedLink link = new SupervisedLink("wobbly", () -> {
            lines.add(new ScriptedLine(null));
            return lines.get(lines.size() - 1);
        });
        link.onActivity(wakes::release);
        link.poll(START);
        heardSomething();
        assertThat(link.poll(START)).containsExactly(new LinkEvent.Opened());

        lines.get(0).input.add(Bytes.of(1, 2, 3));
        heardSomething();
        assertThat(link.poll(START)).containsExactly(new LinkEvent.Received(Bytes.of(1, 2, 3)));

        lines.get(0).input.add(ScriptedLine.END);
        heardSomething();
        assertThat(link.poll(START)).containsExactly(new LinkEvent.Lost("the far end is gone"));
        assertThat(lines).hasSize(2);
        heardSomething();
        assertThat(link.poll(START)).containsExactly(new LinkEvent.Opened());
        link.close();
        assertThat(lines).allMatch(line -> line.closed);
    }

    @Test
    void a_line_that_opens_and_falls_down_unheard_is_tried_with_growing_pauses() throws InterruptedException {
        SupervisedLink link = new SupervisedLink("flapping", () -> {
            ScriptedLine line = new ScriptedLine(null);
            line.input.add(ScriptedLine.END);
            return line;
        });
        link.onActivity(wakes::release);
        Instant now = START;
        List<Long> pauses = new ArrayList<>();
        for (int life = 0; life < 4; life++) {
            link.poll(now);
            while (link.nextDue().isEmpty()) {
                heardSomething();
                link.poll(now);
            }
            pauses.add(Duration.between(now, link.nextDue().orElseThrow()).toSeconds());
            now = link.nextDue().orElseThrow();
        }
        link.close();
        assertThat(pauses).containsExactly(1L, 2L, 5L, 10L);
    }

    @Test
    void a_restart_tells_the_loss_and_hears_nothing_more_of_the_old_line() throws InterruptedException {
        List<ScriptedLine> lines = new ArrayList<>();
        SupervisedLink link = new SupervisedLink("restarted", () -> {
            lines.add(new ScriptedLine(null));
            return lines.get(lines.size() - 1);
        });
        link.onActivity(wakes::release);
        link.poll(START);
        heardSomething();
        link.poll(START);
        lines.get(0).input.add(Bytes.of(9));
        heardSomething();

        link.restart("cannot be understood");
        assertThat(link.isOpen()).isFalse();
        assertThat(link.send(Bytes.of(1))).isFalse();
        assertThat(link.poll(START)).containsExactly(new LinkEvent.Lost("cannot be understood"));
        link.close();
    }

    @Test
    void a_machine_that_takes_no_bytes_is_given_up_when_the_limit_is_reached() throws InterruptedException {
        ScriptedLine stuck = new ScriptedLine(null);
        stuck.takesNothing = true;
        SupervisedLink link = new SupervisedLink("stuck", () -> stuck);
        link.onActivity(wakes::release);
        link.poll(START);
        heardSomething();
        link.poll(START);
        Bytes much = Bytes.copyOf(new byte[Connection.WAITING_BYTES_MAX / 2]);
        assertThat(link.send(much)).isTrue();
        assertThat(link.send(much)).isTrue();
        assertThat(link.send(much)).isFalse();
        heardSomething();
        assertThat(link.poll(START)).containsExactly(new LinkEvent.Lost("the machine takes no more bytes"));
        link.close();
    }

    private void heardSomething() throws InterruptedException {
        assertThat(wakes.tryAcquire(30, TimeUnit.SECONDS)).as("woken").isTrue();
    }

    /** A line whose input the test feeds. */
    private static final class ScriptedLine implements Line {
        static final Bytes END = Bytes.ascii("end");

        final BlockingQueue<Bytes> input = new LinkedBlockingQueue<>();
        final Semaphore release = new Semaphore(0);
        final String failure;
        volatile boolean takesNothing;
        volatile boolean closed;

        ScriptedLine(String failure) {
            this.failure = failure;
        }

        @Override
        public void open() throws IOException {
            if (failure != null) {
                throw new IOException(failure);
            }
        }

        @Override
        public int read(byte[] into) throws IOException {
            try {
                Bytes next = input.take();
                if (next == END) {
                    return -1;
                }
                System.arraycopy(next.toArray(), 0, into, 0, next.size());
                return next.size();
            } catch (InterruptedException e) {
                throw new IOException("interrupted", e);
            }
        }

        @Override
        public void write(byte[] all) throws IOException {
            if (takesNothing) {
                release.acquireUninterruptibly();
                throw new IOException("closed");
            }
        }

        @Override
        public void close() {
            closed = true;
            input.add(END);
            release.release();
        }
    }
}
