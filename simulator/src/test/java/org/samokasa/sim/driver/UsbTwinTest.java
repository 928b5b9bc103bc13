package org.samokasa.sim.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.Health;
import org.samokasa.devices.HealthChanged;
import org.samokasa.devices.Light;
import org.samokasa.devices.Scale;
import org.samokasa.devices.ScaleEvent;
import org.samokasa.devices.Scanner;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.devices.Weighing;
import org.samokasa.sim.app.SimulatedMachines;

/** Shipped drivers and their twins on the virtual USB bus, as the simulator's configuration plugs them in; real time. */
@Timeout(180)
class UsbTwinTest {
    private static final String LONG_CODE = "https://shop.example/c/" + "0123456789".repeat(15);

    @TempDir
    Path folder;

    private SimulatedMachines machine(String settings) throws Exception {
        Path config = folder.resolve("simulator.conf");
        Files.writeString(config, "machines = [ { name = it, " + settings + " } ]");
        return SimulatedMachines.start(config);
    }

    private static boolean isUp(DeviceEvent event) {
        return event instanceof HealthChanged change && change.health() instanceof Health.Up;
    }

    @ParameterizedTest
    @CsvSource({
        "usb-hid, kind = usb-hid-scanner",
        "usb-oem, kind = usb-oem-scanner",
        "usb-oem, kind = usb-oem-scanner table-top = true"
    })
    void scans_beeps_and_comes_back_after_a_replug(String driver, String kind) throws Exception {
        String settings = kind.replace(" table", ", table") + ", port = \"usb:05F9:F101\"";
        try (SimulatedMachines machines = machine(settings);
                DriverAtWork shop = new DriverAtWork("scanner", driver, machines.address("it"))) {
            for (int round = 0; round < 2; round++) {
                shop.await(UsbTwinTest::isUp);
                awaitReading(machines, shop);
                for (String code : List.of("]E04006381333931", "]E00072036001238", "]E450187416", "]Q1" + LONG_CODE)) {
                    machines.perform("scan " + code);
                    shop.await(event -> event instanceof ScannerEvent.Scanned scanned
                            && scanned.text().equals(code));
                }
                machines.perform("unplug it");
                shop.await(event -> event instanceof HealthChanged change && change.health() instanceof Health.Down);
                machines.perform("plug it");
            }
            shop.await(UsbTwinTest::isUp);
            ((Scanner) shop.device()).signal(Scanner.Signal.TAKEN);
            ((Scanner) shop.device()).signal(Scanner.Signal.REFUSED);
            while (!machines.facts("it").get("refused").equals("1")) {
                shop.device().poll(java.time.Instant.now());
            }
            assertThat(machines.facts("it")).containsEntry("beeps", "1");
        }
    }

    /** An OEM reader starts disabled and the command that enables it is on its way. */
    private static void awaitReading(SimulatedMachines machines, DriverAtWork shop) {
        while (!machines.facts("it").get("reading").equals("on")) {
            shop.device().poll(java.time.Instant.now());
        }
    }

    @Test
    void a_relay_board_shows_what_it_should_also_after_a_replug() throws Exception {
        try (SimulatedMachines machines = machine("kind = light, model = usbrelay, port = \"usb:\"");
                DriverAtWork shop = new DriverAtWork("light", "usbrelay", machines.address("it"))) {
            assertThat(machines.address("it")).isEqualTo("usb:16C0:05DF");
            ((Light) shop.device()).show(new Light.Pattern(Light.Lamp.ON, Light.Lamp.OFF, Light.Lamp.OFF));
            awaitLamps(machines, shop, "green");
            machines.perform("unplug it");
            shop.await(event -> event instanceof HealthChanged change && change.health() instanceof Health.Down);
            ((Light) shop.device()).show(new Light.Pattern(Light.Lamp.OFF, Light.Lamp.ON, Light.Lamp.ON));
            machines.perform("plug it");
            awaitLamps(machines, shop, "yellow, red");
        }
    }

    private static void awaitLamps(SimulatedMachines machines, DriverAtWork shop, String lamps) {
        while (!machines.facts("it").get("lamps").equals(lamps)) {
            shop.device().poll(java.time.Instant.now());
        }
    }

    @ParameterizedTest
    @CsvSource({"usb-hid, usb-hid-scale", "usb-oem, usb-oem-scale"})
    void weighs_and_is_never_zero_when_unplugged(String driver, String kind) throws Exception {
        try (SimulatedMachines machines = machine("kind = " + kind + ", intervalGrams = 1, port = \"usb:?serial=S7\"");
                DriverAtWork shop = new DriverAtWork("scale", driver, machines.address("it"))) {
            assertThat(machines.address("it")).endsWith("?serial=S7");
            ((Scale) shop.device()).watch(true);
            shop.await(weighed(new Weighing.Stable(0)));
            machines.perform("put it 785 g");
            shop.await(weighed(new Weighing.Moving()));
            shop.await(weighed(new Weighing.Stable(785)));
            machines.perform("unplug it");
            shop.await(event ->
                    event instanceof ScaleEvent.Weighed weighed && weighed.weighing() instanceof Weighing.Impossible);
            machines.perform("plug it");
            shop.await(weighed(new Weighing.Stable(785)));
            machines.perform("put it 20000 g");
            shop.await(weighed(new Weighing.Overload()));
            machines.perform("empty it", "put it 100 g");
            shop.await(weighed(new Weighing.Stable(100)));
            ((Scale) shop.device()).zero();
            shop.await(weighed(new Weighing.Stable(0)));
            machines.perform("empty it");
            shop.await(weighed(new Weighing.BelowZero()));
        }
    }

    private static java.util.function.Predicate<DeviceEvent> weighed(Weighing expected) {
        return event -> event instanceof ScaleEvent.Weighed weighed
                && weighed.weighing().equals(expected);
    }

    @Test
    void a_driver_at_another_machine_s_address_says_so() throws Exception {
        try (SimulatedMachines machines = machine("kind = usb-hid-scale, port = \"usb:0922:F102\"");
                DriverAtWork shop = new DriverAtWork("scanner", "usb-hid", machines.address("it"))) {
            shop.await(event -> event instanceof HealthChanged change
                    && change.health() instanceof Health.Down down
                    && down.cause() == Health.Cause.SETTINGS);
        }
    }
}
