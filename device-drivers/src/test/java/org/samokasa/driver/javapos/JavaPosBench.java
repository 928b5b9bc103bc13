package org.samokasa.driver.javapos;

import static org.assertj.core.api.Assertions.fail;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.samokasa.devices.Device;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.HealthChanged;
import org.samokasa.driver.Drivers;
import org.samokasa.transport.DeviceAddress;

/** A shipped driver on the real controls and loader of JavaPOS; the services are those of the tests. */
abstract class JavaPosBench {
    /** Before JavaPOS is loaded, which reads its entries once for the process. */
    static {
        try {
            URI entries = JavaPosBench.class.getResource("/jpos.xml").toURI();
            System.setProperty("jpos.config.populatorFile", Path.of(entries).toString());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    final Semaphore wakes = new Semaphore(0);
    final Deque<DeviceEvent> pending = new ArrayDeque<>();
    Instant now = Instant.parse("2030-01-01T09:00:00Z");
    Device device;

    <D extends Device> D open(String kind, String logicalName, Class<D> as) {
        return open(kind, logicalName, Map.of(), as);
    }

    <D extends Device> D open(String kind, String logicalName, Map<String, String> options, Class<D> as) {
        device = Drivers.standard()
                .open(kind, "javapos", DeviceAddress.parse("javapos:" + logicalName), options, new DeviceName(kind));
        device.onActivity(wakes::release);
        return as.cast(device);
    }

    @AfterEach
    void close() {
        if (device != null) {
            device.close();
        }
    }

    /** The next event; waits for the service's thread, a minute at most, and not for the clock. */
    DeviceEvent next() throws InterruptedException {
        for (int turn = 0; turn < 1_200; turn++) {
            pending.addAll(device.poll(now));
            if (!pending.isEmpty()) {
                return pending.remove();
            }
            wakes.tryAcquire(50, TimeUnit.MILLISECONDS);
            wakes.drainPermits();
            device.nextDue().filter(due -> due.isAfter(now)).ifPresent(due -> now = due);
        }
        return fail("no event, health is " + device.health());
    }

    <E extends DeviceEvent> E next(Class<E> kind) throws InterruptedException {
        DeviceEvent event = next();
        while (!kind.isInstance(event)) {
            event = next();
        }
        return kind.cast(event);
    }

    Health up() throws InterruptedException {
        return next(HealthChanged.class).health();
    }
}
