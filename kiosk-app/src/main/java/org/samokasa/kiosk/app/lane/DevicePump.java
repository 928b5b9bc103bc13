package org.samokasa.kiosk.app.lane;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.samokasa.devices.Device;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.kiosk.hardware.EffectRunner;

/**
 * The thread of one machine: polls it when bytes came or time is due, hands its events on and lets others call it only in
 * turn. A driver that throws has a defect; it is told to the log and polled again, so that one machine never stops a lane.
 */
final class DevicePump<D extends Device> implements EffectRunner.Door<D>, AutoCloseable {
    /** However quiet a machine is, it is looked at this often. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

    private static final System.Logger LOG = System.getLogger(DevicePump.class.getName());

    private final D device;
    private final InstantSource clock;
    private final Consumer<DeviceEvent> sink;
    private final Semaphore wake = new Semaphore(0);
    private final ArrayDeque<Consumer<D>> calls = new ArrayDeque<>();
    private final Thread thread;
    private volatile boolean closed;

    DevicePump(D device, InstantSource clock, Consumer<DeviceEvent> sink) {
        this.device = device;
        this.clock = clock;
        this.sink = sink;
        this.thread = new Thread(this::run, "machine-" + device.name());
        this.thread.setDaemon(true);
        device.onActivity(wake::release);
    }

    void start() {
        thread.start();
    }

    @Override
    public boolean tell(Consumer<D> call) {
        synchronized (calls) {
            calls.add(call);
        }
        wake.release();
        return true;
    }

    private void run() {
        while (!closed) {
            try {
                for (Consumer<D> call : takeCalls()) {
                    call.accept(device);
                }
                device.poll(clock.instant()).forEach(sink);
            } catch (RuntimeException defect) {
                LOG.log(System.Logger.Level.ERROR, "driver of " + device.name() + " failed", defect);
            }
            sleep();
        }
        device.close();
    }

    private List<Consumer<D>> takeCalls() {
        synchronized (calls) {
            List<Consumer<D>> all = new ArrayList<>(calls);
            calls.clear();
            return all;
        }
    }

    private void sleep() {
        Duration rest = device.nextDue()
                .map(due -> Duration.between(clock.instant(), due))
                .filter(until -> until.compareTo(LONGEST_SLEEP) < 0)
                .orElse(LONGEST_SLEEP);
        try {
            if (!rest.isNegative()) {
                wake.tryAcquire(rest.toNanos(), TimeUnit.NANOSECONDS);
            }
            wake.drainPermits();
        } catch (InterruptedException asked) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        wake.release();
        try {
            thread.join(2_000);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
