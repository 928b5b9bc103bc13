package org.samokasa.sim.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.Health;
import org.samokasa.devices.HealthChanged;
import org.samokasa.devices.Scale;
import org.samokasa.devices.ScaleEvent;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.devices.Weighing;
import org.samokasa.driver.Drivers;
import org.samokasa.sim.app.SimulatedMachines;

/** The serial scales and scanners against their twins over real pseudo-terminals, in real time, all side by side. */
@Timeout(600)
class LiveSerialTwinTest {
    /** {@link ReplugTest} does it a hundred times. */
    private static final int REPLUGS = 3;

    private static final String CONFIG = """
            machines = [
              { name = m8217, kind = scale, protocol = "8217", port = "pty:m8217" }
              { name = nci, kind = scale, protocol = nci, port = "pty:nci" }
              { name = dialog06, kind = scale, protocol = dialog06, port = "pty:dialog06" }
              { name = cas, kind = scale, protocol = cas, port = "pty:cas" }
              { name = cas-stream, kind = scale, protocol = cas-stream, port = "pty:cas-stream" }
              { name = sma, kind = scale, protocol = sma, port = "pty:sma" }
              { name = epelsa, kind = scale, protocol = epelsa, port = "pty:epelsa" }
              { name = adam, kind = scale, protocol = adam, port = "pty:adam" }
              { name = bioptic, kind = magellan, port = "pty:bioptic" }
            ]
            """;

    /** A second scanner needs a simulator of its own: the step {@code scan} means the first that there is. */
    private static final String SSI_CONFIG = """
            machines = [ { name = ssi, kind = scanner, protocol = ssi, packets = false, port = "pty:ssi" } ]
            """;

    @TempDir
    Path folder;

    private SimulatedMachines start(String name, String config) throws Exception {
        Path file = Files.createDirectories(folder.resolve(name)).resolve("sim.conf");
        Files.writeString(file, config);
        return SimulatedMachines.start(file);
    }

    private static Predicate<DeviceEvent> up() {
        return event -> event instanceof HealthChanged change && change.health() instanceof Health.Up;
    }

    private static Predicate<DeviceEvent> notConnected() {
        return event -> event instanceof HealthChanged change
                && change.health() instanceof Health.Down down
                && down.cause() == Health.Cause.NOT_CONNECTED;
    }

    private static Predicate<DeviceEvent> weighed(int grams) {
        return event ->
                event instanceof ScaleEvent.Weighed told && told.weighing().equals(new Weighing.Stable(grams));
    }

    private static Predicate<DeviceEvent> scanned(String text) {
        return event ->
                event instanceof ScannerEvent.Scanned told && told.text().equals(text);
    }

    private static void replug(SimulatedMachines machines, String machine, DriverAtWork shop)
            throws InterruptedException {
        for (int i = 0; i < REPLUGS; i++) {
            machines.perform("unplug " + machine, "plug " + machine);
            shop.await(notConnected());
            shop.await(up());
        }
    }

    private static Void scale(SimulatedMachines machines, String machine, String driver, String line)
            throws InterruptedException {
        try (DriverAtWork shop = new DriverAtWork("scale", driver, machines.address(machine) + line)) {
            ((Scale) shop.device()).watch(true);
            machines.perform("put " + machine + " 785 g");
            shop.await(weighed(785));
            replug(machines, machine, shop);
            machines.perform("put " + machine + " 100 g");
            shop.await(weighed(885));
        }
        return null;
    }

    private static Void cable(SimulatedMachines machines) throws InterruptedException {
        Drivers drivers = Drivers.standard();
        String address = machines.address("bioptic") + "?bits=7&parity=odd";
        try (DriverAtWork scale = new DriverAtWork(drivers, "scale", "magellan", address);
                DriverAtWork scanner = new DriverAtWork(drivers, "scanner", "magellan", address)) {
            ((Scale) scale.device()).watch(true);
            scanner.await(up());
            machines.perform("put bioptic 785 g");
            scale.await(weighed(785));
            machines.perform("scan 50187416");
            scanner.await(scanned("]E450187416"));
            replug(machines, "bioptic", scale);
            // The scanner heard of it as often; its last word is that it is there.
            scanner.await(event -> scanner.device().health() instanceof Health.Up);
            machines.perform("scan 4006381333931", "put bioptic 100 g");
            scanner.await(scanned("]E04006381333931"));
            scale.await(weighed(885));
        }
        return null;
    }

    private static Void ssi(SimulatedMachines machines) throws InterruptedException {
        try (DriverAtWork shop = new DriverAtWork("scanner", "ssi", machines.address("ssi"))) {
            shop.await(up());
            replug(machines, "ssi", shop);
            machines.perform("scan 4006381333931");
            shop.await(scanned("]E04006381333931"));
        }
        return null;
    }

    @Test
    void every_make_weighs_or_scans_and_is_found_again_after_each_pulled_plug() throws Exception {
        ExecutorService shops = Executors.newCachedThreadPool();
        try (SimulatedMachines machines = start("scales", CONFIG);
                SimulatedMachines reader = start("ssi", SSI_CONFIG)) {
            List<Future<Void>> all = new ArrayList<>();
            all.add(shops.submit(() -> scale(machines, "m8217", "8217", "?bits=7&parity=even")));
            all.add(shops.submit(() -> scale(machines, "nci", "nci", "?bits=7&parity=even")));
            all.add(shops.submit(() -> scale(machines, "dialog06", "dialog06", "?bits=7&parity=odd")));
            all.add(shops.submit(() -> scale(machines, "cas", "cas", "")));
            all.add(shops.submit(() -> scale(machines, "cas-stream", "cas-stream", "")));
            all.add(shops.submit(() -> scale(machines, "sma", "sma", "")));
            all.add(shops.submit(() -> scale(machines, "epelsa", "epelsa", "")));
            all.add(shops.submit(() -> scale(machines, "adam", "adam", "")));
            all.add(shops.submit(() -> cable(machines)));
            all.add(shops.submit(() -> ssi(reader)));
            for (Future<Void> one : all) {
                assertThat(one.get()).isNull();
            }
        } finally {
            shops.shutdownNow();
        }
    }
}
