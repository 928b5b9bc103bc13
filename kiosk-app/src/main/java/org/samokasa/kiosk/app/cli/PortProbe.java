package org.samokasa.kiosk.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.samokasa.devices.Device;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.Scale;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.driver.Drivers;
import org.samokasa.driver.UsualLine;
import org.samokasa.transport.DeviceAddress;

/** Finds out what hangs on a port by letting each driver try. */
final class PortProbe {
    /** Twice the time any machine of the sheets may take for an answer. */
    private static final Duration ANSWER = Duration.ofMillis(2_500);

    private static final long LOOK_MILLIS = 20;

    private PortProbe() {}

    /** The first machine that answers. */
    static Optional<UsualLine> asks(String port) {
        return first(port, UsualLine.Proof.ANSWERS, ANSWER, event -> false);
    }

    /** The machine somebody uses meanwhile. */
    static Optional<UsualLine> listens(String port, Duration wait) {
        return first(port, UsualLine.Proof.SPEAKS, wait, ScannerEvent.Scanned.class::isInstance);
    }

    /** A device file that is not there at the beginning is not tried with any driver. */
    private static Optional<UsualLine> first(
            String port, UsualLine.Proof proof, Duration wait, Predicate<DeviceEvent> said) {
        if (port.startsWith("/") && !Files.exists(Path.of(port))) {
            return Optional.empty();
        }
        return UsualLine.all().stream()
                .filter(line -> line.proof() == proof && proves(port, line, wait, said))
                .findFirst();
    }

    /** @param said what proves it by itself; a machine that answers proves it by its health */
    private static boolean proves(String port, UsualLine line, Duration wait, Predicate<DeviceEvent> said) {
        DeviceAddress address = DeviceAddress.parse("serial:" + port + "?" + line.settings());
        try (Device device =
                Drivers.standard().open(line.kind(), line.driver(), address, Map.of(), new DeviceName(line.kind()))) {
            Semaphore wakes = new Semaphore(0);
            device.onActivity(wakes::release);
            if (device instanceof Scale scale) {
                scale.watch(true);
            }
            Instant end = Instant.now().plus(wait);
            while (Instant.now().isBefore(end)) {
                if (device.poll(Instant.now()).stream().anyMatch(said) || answers(device, line)) {
                    return true;
                }
                wakes.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                wakes.drainPermits();
            }
            return false;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean answers(Device device, UsualLine line) {
        return line.proof() == UsualLine.Proof.ANSWERS
                && !(device.health() instanceof Health.Starting)
                && !(device.health() instanceof Health.Down);
    }
}
