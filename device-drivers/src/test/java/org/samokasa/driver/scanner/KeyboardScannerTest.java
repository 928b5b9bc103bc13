package org.samokasa.driver.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.Scanner;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.driver.Drivers;
import org.samokasa.transport.DeviceAddress;
import org.samokasa.transport.KeyboardLink;

class KeyboardScannerTest {
    private static final Instant NOW = Instant.parse("2030-01-01T09:00:00Z");

    @AfterEach
    void noWindow() {
        KeyboardLink.watch(false);
    }

    @Test
    void is_there_while_a_window_takes_the_keys() {
        DeviceName name = new DeviceName("scanner");
        AtomicInteger wakes = new AtomicInteger();
        try (Scanner scanner = (Scanner) Drivers.standard()
                .open("scanner", "keyboard", DeviceAddress.parse("keyboard:"), Map.of("prefix", "*"), name)) {
            scanner.onActivity(wakes::incrementAndGet);
            scanner.poll(NOW);
            assertThat(scanner.health()).isInstanceOf(Health.Down.class);
            assertThat(scanner.poll(NOW)).as("told once").isEmpty();
            KeyboardLink.watch(true);
            scanner.poll(NOW);
            assertThat(scanner.health()).isInstanceOf(Health.Up.class);
            KeyboardLink.typed("żółty");
            assertThat(wakes).hasValue(2);
            assertThat(scanner.poll(NOW)).containsExactly(new ScannerEvent.Scanned(name, NOW, "żółty"));
            scanner.enable(false);
            KeyboardLink.typed("4006381333931");
            assertThat(scanner.poll(NOW)).isEmpty();
            KeyboardLink.watch(false);
            scanner.poll(NOW);
            assertThat(scanner.health()).isInstanceOf(Health.Down.class);
        }
        KeyboardLink.typed("nobody");
    }
}
