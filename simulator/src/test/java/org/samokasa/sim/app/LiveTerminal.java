package org.samokasa.sim.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.samokasa.devices.CardTerminal;
import org.samokasa.devices.DeviceEvent;

/** A terminal driver in real time, polled as a lane polls it. */
final class LiveTerminal implements AutoCloseable {
    /** Far more than anything takes; only a fault ever waits so long. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final CardTerminal terminal;
    final List<DeviceEvent> told = new ArrayList<>();
    private final Deque<DeviceEvent> waiting = new ArrayDeque<>();
    private final Semaphore wakes = new Semaphore(0);

    LiveTerminal(CardTerminal terminal) {
        this.terminal = terminal;
        terminal.onActivity(wakes::release);
    }

    /** Polls until the next event of this kind; what came before it is skipped. */
    <T> T until(Class<T> kind) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            while (!waiting.isEmpty()) {
                DeviceEvent event = waiting.remove();
                if (kind.isInstance(event)) {
                    return kind.cast(event);
                }
            }
            assertThat(Instant.now()).as("no %s; told so far: %s", kind, told).isBefore(end);
            List<DeviceEvent> news = terminal.poll(Instant.now());
            told.addAll(news);
            waiting.addAll(news);
            if (news.isEmpty()) {
                wakes.tryAcquire(20, TimeUnit.MILLISECONDS);
                wakes.drainPermits();
            }
        }
    }

    @Override
    public void close() {
        terminal.close();
    }
}
