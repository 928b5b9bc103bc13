package org.samokasa.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.samokasa.devices.Device;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.HealthChanged;
import org.samokasa.protocol.Bytes;
import org.samokasa.transport.ByteLink;
import org.samokasa.transport.MemoryLink;

/** One driver on a wire in memory, in virtual time: polled exactly when it says it has work. */
public final class DriverBench<D extends Device> {
    public static final Instant START = Instant.parse("2030-01-01T09:00:00Z");
    /** A driver that is due again and again without time passing is stuck. */
    private static final int POLLS_MAX = 10_000;

    public final D device;
    public final MemoryLink.FarEnd machine;
    private final List<DeviceEvent> told = new ArrayList<>();
    private Instant now = START;

    public DriverBench(BiFunction<DeviceName, ByteLink, D> driver) {
        MemoryLink link = new MemoryLink("bench");
        machine = link.farEnd();
        device = driver.apply(new DeviceName("bench"), link);
    }

    public DriverBench<D> connected() {
        machine.connect();
        advance(Duration.ZERO);
        return this;
    }

    public Instant now() {
        return now;
    }

    /** Lets time pass and the driver work. */
    public void advance(Duration time) {
        Instant end = now.plus(time);
        told.addAll(device.poll(now));
        for (int polls = 0; polls < POLLS_MAX; polls++) {
            Optional<Instant> due = device.nextDue();
            if (due.isEmpty() || due.get().isAfter(end)) {
                now = end;
                return;
            }
            now = due.get().isAfter(now) ? due.get() : now;
            told.addAll(device.poll(now));
        }
        throw new AssertionError("the driver is due without end at " + now);
    }

    public void advanceMillis(long millis) {
        advance(Duration.ofMillis(millis));
    }

    /** The machine says something and the driver takes it in. */
    public void says(Bytes bytes) {
        machine.send(bytes);
        advance(Duration.ZERO);
    }

    public void says(String hex) {
        says(Bytes.hex(hex));
    }

    /** What the driver sent since the last call. */
    public Bytes heard() {
        return machine.take();
    }

    /** What the driver told since the last call. */
    public List<DeviceEvent> told() {
        List<DeviceEvent> all = List.copyOf(told);
        told.clear();
        return all;
    }

    /** What it told since the last call, without changes of health. */
    public List<DeviceEvent> toldBesidesHealth() {
        return told().stream()
                .filter(event -> !(event instanceof HealthChanged))
                .toList();
    }

    public void forgetTold() {
        told.clear();
        machine.take();
    }

    public void closeAndCheck() {
        device.close();
        device.close();
        assertThat(device.poll(now)).isEmpty();
        assertThat(device.nextDue()).isEmpty();
    }
}
