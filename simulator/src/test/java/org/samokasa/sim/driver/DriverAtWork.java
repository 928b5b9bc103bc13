package org.samokasa.sim.driver;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.samokasa.devices.Device;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.DeviceName;
import org.samokasa.driver.Drivers;
import org.samokasa.transport.DeviceAddress;

/** Owns a shipped driver as an application would, in real time. */
public final class DriverAtWork implements AutoCloseable {
    private final Device device;
    private final Semaphore wakes = new Semaphore(0);
    private final Deque<DeviceEvent> unread = new ArrayDeque<>();
    private Duration ahead = Duration.ZERO;

    public DriverAtWork(String kind, String driver, String address) {
        this(Drivers.standard(), kind, driver, address);
    }

    /** @param drivers the same ones for two machines on one cable */
    public DriverAtWork(Drivers drivers, String kind, String driver, String address) {
        this(drivers, kind, driver, address, Map.of());
    }

    public DriverAtWork(Drivers drivers, String kind, String driver, String address, Map<String, String> options) {
        device = drivers.open(kind, driver, DeviceAddress.parse(address), options, new DeviceName(kind));
        device.onActivity(wakes::release);
    }

    public Device device() {
        return device;
    }

    /** Polls until such an event comes; what came behind it is for the next call. A minute is for a loaded machine. */
    public void await(Predicate<DeviceEvent> wanted) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(end)) {
            while (!unread.isEmpty()) {
                if (wanted.test(unread.remove())) {
                    return;
                }
            }
            unread.addAll(device.poll(Instant.now().plus(ahead)));
            if (unread.isEmpty()) {
                wakes.tryAcquire(20, TimeUnit.MILLISECONDS);
                wakes.drainPermits();
            }
        }
        fail("the expected event did not come, health is " + device.health());
    }

    /** From now on the driver believes that it is so much later: it need not be waited for until it looks again. */
    public void leap(Duration time) {
        ahead = ahead.plus(time);
    }

    @Override
    public void close() {
        device.close();
    }
}
