package org.samokasa.sim.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.devices.Amount;
import org.samokasa.devices.CardTerminal;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.TerminalEvent;
import org.samokasa.driver.terminal.ZvtTerminal;
import org.samokasa.protocol.zvt.ZvtOptions;
import org.samokasa.transport.DeviceAddress;
import org.samokasa.transport.Links;

/** A card payment through the whole stack: shipped driver, real socket, simulator process parts, scripted card. */
@Timeout(180)
class TerminalOverTheWireTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"port = \"tcp:0\"", "port = \"pty:terminal\", line = serial"})
    void a_scripted_card_pays(String where) throws Exception {
        Path file = Files.writeString(folder.resolve("sim.conf"), """
                machines = [ { name = terminal, kind = zvt-terminal, %s, currency = EUR,
                               cardDelay = 50ms, hostLatency = 50ms } ]
                """.formatted(where));
        SimulatorConfig config = SimulatorConfig.read(file, MachineFactory.standard());
        try (Simulator simulator = new Simulator(config, InstantSource.system());
                Till till =
                        new Till(simulator.address(simulator.machines().units().get(0)))) {
            till.until(() -> till.terminal.health() instanceof Health.Up);
            long before = charged(simulator);
            simulator.perform("card approve");
            till.terminal.pay(new CardTerminal.PaymentRequest("a1", new Amount(1_448, "EUR")));
            till.until(() -> till.told.stream().anyMatch(event -> event instanceof TerminalEvent.Result));
            till.terminal.acceptResult("a1");
            till.until(() -> till.told.stream().anyMatch(event -> event instanceof TerminalEvent.Finished));
            assertThat(charged(simulator) - before).isEqualTo(1_448);
        }
    }

    private static long charged(Simulator simulator) {
        return Long.parseLong(simulator
                .facts(simulator.machines().units().get(0))
                .get("taken")
                .replace(" minor units", ""));
    }

    private static final class Till implements AutoCloseable {
        final CardTerminal terminal;
        final List<DeviceEvent> told = new ArrayList<>();
        private final Semaphore wakes = new Semaphore(0);

        Till(String address) {
            terminal = new ZvtTerminal(
                    new DeviceName("terminal"),
                    Links.open(DeviceAddress.parse(address)),
                    ZvtOptions.DEFAULT.withCurrency("EUR"));
            terminal.onActivity(wakes::release);
        }

        void until(java.util.function.BooleanSupplier condition) throws InterruptedException {
            Instant end = Instant.now().plus(Duration.ofSeconds(60));
            while (!condition.getAsBoolean()) {
                assertThat(Instant.now()).as("told so far: %s", told).isBefore(end);
                told.addAll(terminal.poll(Instant.now()));
                wakes.tryAcquire(20, TimeUnit.MILLISECONDS);
                wakes.drainPermits();
            }
        }

        @Override
        public void close() {
            terminal.close();
        }
    }
}
