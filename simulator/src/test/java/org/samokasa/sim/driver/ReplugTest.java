package org.samokasa.sim.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.devices.Device;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.Health;
import org.samokasa.devices.HealthChanged;
import org.samokasa.devices.Scale;
import org.samokasa.driver.Drivers;
import org.samokasa.driver.terminal.ZvtTerminal;
import org.samokasa.protocol.zvt.ZvtOptions;
import org.samokasa.sim.app.SimulatedMachines;

/**
 * Every driver and its twin, unplugged and plugged in again a hundred times over its real wire (pseudo-terminal, TCP, virtual USB), all at
 * once. Time runs for the machines, but the drivers believe that it is late whenever they would only wait.
 */
@Timeout(600)
class ReplugTest {
    private static final int TIMES = 100;
    /** Longer than any pause between two attempts to open a wire and than the time between two questions how a terminal is. */
    private static final Duration PAUSE_MAX = Duration.ofSeconds(60);

    /** Drivers that this cannot be done with, and why. */
    private static final Map<String, String> EXEMPT = Map.of(
            "scanner keyboard", "the window's keys: nobody sees a keyboard go",
            "scanner camera", "pictures: CameraLineTest and CameraScannerTest");

    /** Terminals that are called for each question, see decision 9. */
    private static final Set<String> CALLED = Set.of("caisse-ap", "nexo", "qr");

    private static final Map<String, Map<String, String>> OPTIONS = Map.of(
            "qr",
            Map.of("till", "kiosk-4", "token", "secret"),
            "nexo",
            Map.of(
                    "saleId", "KIOSK07",
                    "poiId", "P400Plus-900000017",
                    "passphrase", "kiosk-demo-passphrase-01",
                    "keyIdentifier", "kioskdemo"));

    /** Without TLS, which NexoOverTlsTest has: what comes back here is the driver. */
    private static final String NEXO = "kind = nexo-terminal, poiId = P400Plus-900000017, keyIdentifier = kioskdemo, "
            + "passphrase = kiosk-demo-passphrase-01";

    /**
     * A driver and what it is plugged into.
     *
     * @param machine its part of the simulator's configuration without name and port
     * @param port of the simulator's configuration, which also tells the wire
     * @param line what the driver's address says besides
     */
    private record Pair(String kind, String driver, String machine, String port, String line) {
        String name() {
            return kind + "-" + driver + "-" + port.replaceAll("\\W.*", "");
        }

        String known() {
            return kind + " " + driver;
        }

        String place() {
            return port.equals("pty:") ? port + name() : port;
        }
    }

    private static final List<Pair> PAIRS = List.of(
            new Pair("scale", "8217", "kind = scale", "pty:", "?bits=7&parity=even"),
            new Pair("scale", "nci", "kind = scale, protocol = nci", "pty:", "?bits=7&parity=even"),
            new Pair("scale", "dialog06", "kind = scale, protocol = dialog06", "pty:", "?bits=7&parity=odd"),
            new Pair("scale", "cas", "kind = scale, protocol = cas", "pty:", ""),
            new Pair("scale", "cas-stream", "kind = scale, protocol = cas-stream", "pty:", ""),
            new Pair("scale", "sma", "kind = scale, protocol = sma", "pty:", ""),
            new Pair("scale", "epelsa", "kind = scale, protocol = epelsa", "pty:", ""),
            new Pair("scale", "adam", "kind = scale, protocol = adam", "pty:", ""),
            // driver new scale: above this line
            new Pair("scale", "magellan", "kind = magellan", "pty:", "?bits=7&parity=odd"),
            new Pair("scale", "usb-hid", "kind = usb-hid-scale", "usb:0922:F201", ""),
            new Pair("scale", "usb-oem", "kind = usb-oem-scale", "usb:0922:F202", ""),
            new Pair("scanner", "serial-text", "kind = scanner", "pty:", ""),
            new Pair("scanner", "ssi", "kind = scanner, protocol = ssi, packets = false", "pty:", ""),
            // driver new scanner: above this line
            new Pair("scanner", "magellan", "kind = magellan", "pty:", "?bits=7&parity=odd"),
            new Pair("scanner", "usb-hid", "kind = usb-hid-scanner", "usb:05F9:F203", ""),
            new Pair("scanner", "usb-oem", "kind = usb-oem-scanner", "usb:05F9:F204", ""),
            new Pair("printer", "escpos", "kind = printer", "pty:", ""),
            new Pair("printer", "escpos", "kind = printer", "tcp:0", ""),
            new Pair("light", "lcus", "kind = light, model = lcus", "pty:", ""),
            new Pair("light", "patlite", "kind = light, model = patlite", "tcp:0", ""),
            new Pair("light", "usbrelay", "kind = light, model = usbrelay", "usb:16C0:F205", ""),
            // driver new light: above this line
            new Pair("terminal", "zvt", "kind = zvt-terminal", "tcp:0", ""),
            new Pair("terminal", "zvt", "kind = zvt-terminal, line = serial", "pty:", ""),
            new Pair("terminal", "nexo", NEXO, "tcp:0", ""),
            new Pair("terminal", "caisse-ap", "kind = caisse-ap-terminal", "tcp:0", ""),
            new Pair("terminal", "qr", "kind = qr-gateway, token = secret", "tcp:0", ""));

    @TempDir
    Path folder;

    private static Drivers drivers() {
        return Drivers.standard()
                .plus("terminal", "zvt", (name, link, options) -> new ZvtTerminal(name, link, ZvtOptions.DEFAULT));
    }

    /** Working as well as it ever will: a relay board that cannot be read back is degraded at its best. */
    private static boolean isThere(Health health) {
        return health instanceof Health.Up || health instanceof Health.Degraded;
    }

    private static Predicate<DeviceEvent> health(Predicate<Health> wanted) {
        return event -> event instanceof HealthChanged change && wanted.test(change.health());
    }

    private SimulatedMachines start() throws Exception {
        List<String> machines = PAIRS.stream()
                .map(each -> "{ name = %s, %s, port = \"%s\" }".formatted(each.name(), each.machine(), each.place()))
                .toList();
        Path config = folder.resolve("sim.conf");
        Files.writeString(config, "machines = [\n" + String.join("\n", machines) + "\n]\n");
        return SimulatedMachines.start(config);
    }

    /** Between two meetings nothing is unplugged, so the process holds exactly what all these wires need. */
    private static Void work(SimulatedMachines machines, Pair pair, CyclicBarrier all) throws Exception {
        String address = machines.address(pair.name()) + pair.line();
        Map<String, String> options = OPTIONS.getOrDefault(pair.driver(), Map.of());
        try (DriverAtWork shop = new DriverAtWork(drivers(), pair.kind(), pair.driver(), address, options)) {
            watch(shop.device());
            shop.await(health(ReplugTest::isThere));
            meet(all);
            meet(all);
            for (int time = 0; time < TIMES; time++) {
                replug(machines, pair, shop);
            }
            meet(all);
            meet(all);
        } catch (Exception | AssertionError e) {
            all.reset();
            throw new AssertionError(pair.name() + ": " + e, e);
        }
        return null;
    }

    /** A terminal that is called for each question notices nothing between two calls, so its plug stays out until it has called. */
    private static void replug(SimulatedMachines machines, Pair pair, DriverAtWork shop) throws InterruptedException {
        machines.perform("unplug " + pair.name());
        if (CALLED.contains(pair.driver())) {
            shop.leap(PAUSE_MAX);
            shop.await(health(Health.Down.class::isInstance));
            machines.perform("plug " + pair.name());
        } else {
            machines.perform("plug " + pair.name());
            shop.await(health(Health.Down.class::isInstance));
        }
        shop.leap(PAUSE_MAX);
        shop.await(health(now -> {
            if (now instanceof Health.Down) {
                // It looked between the two steps and would pause now.
                shop.leap(PAUSE_MAX);
            }
            return isThere(now);
        }));
    }

    private static void watch(Device device) {
        if (device instanceof Scale scale) {
            scale.watch(true);
        }
    }

    /** Breaks for all when one of them has failed. */
    private static void meet(CyclicBarrier all) throws InterruptedException, BrokenBarrierException, TimeoutException {
        all.await(300, TimeUnit.SECONDS);
    }

    @Test
    void each_driver_finds_its_machine_again_a_hundred_times_and_leaves_nothing_behind() throws Exception {
        CyclicBarrier all = new CyclicBarrier(PAIRS.size() + 1);
        ExecutorService shops = Executors.newFixedThreadPool(PAIRS.size());
        try (SimulatedMachines machines = start()) {
            List<Future<Void>> working = new ArrayList<>();
            PAIRS.forEach(pair -> working.add(shops.submit(() -> work(machines, pair, all))));
            try {
                meet(all);
                Footprint before = Footprint.taken();
                meet(all);
                meet(all);
                before.assertNotOutgrown();
                meet(all);
            } catch (BrokenBarrierException oneFailed) {
                // Which one, and why, is in the futures.
            }
            assertThat(failures(working)).isEmpty();
        } finally {
            shops.shutdownNow();
        }
    }

    private static List<String> failures(List<Future<Void>> working) throws InterruptedException, TimeoutException {
        List<String> failures = new ArrayList<>();
        for (Future<Void> each : working) {
            try {
                each.get(600, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                failures.add(e.getCause().getMessage());
            }
        }
        return failures;
    }

    @Test
    void no_driver_is_left_out() {
        Stream<String> tried = PAIRS.stream().map(Pair::known);
        assertThat(Stream.concat(tried, EXEMPT.keySet().stream()).distinct())
                .containsExactlyInAnyOrderElementsOf(drivers().known());
    }
}
