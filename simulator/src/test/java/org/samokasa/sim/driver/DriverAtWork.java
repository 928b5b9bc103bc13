package org.samokasa.sim.driver;

import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
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

    public DriverAtWork(String kind, String driver, String address) {
        this(Drivers.standard(), kind, driver, address);
    }

    /** @param drivers the same ones for two machines on one cable */
    public DriverAtWork(Drivers drivers, String kind, String driver, String address) {
        device = drivers.open(kind, driver, DeviceAddress.parse(address), Map.of(), new DeviceName(kind));
        device.onActivity(wakes::release);
    }

    public Device device() {
        return device;
    }

    /** Polls until such an event comes; a minute is for a loaded machine. */
    public void await(Predicate<DeviceEvent> wanted) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(end)) {
            if (device.poll(Instant.now()).stream().anyMatch(wanted)) {
                return;
            }
            wakes.tryAcquire(20, TimeUnit.MILLISECONDS);
            wakes.drainPermits();
        }
        fail("the expected event did not come, health is " + device.health());
    }

    @Override
    public void close() {
        device.close();
    }
}
